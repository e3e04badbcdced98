import "server-only";
import { forbidden } from "next/navigation";
import { z } from "zod";
import { todayIn } from "@/lib/domain/time/zones";
import { lastOf } from "@/lib/domain/invariant/required";
import { LISTED } from "@/lib/domain/nouns/listed";
import type { AnyNoun } from "@/lib/domain/nouns/nouns";
import { PORTAL_LISTS, type PortalList } from "@/lib/domain/nouns/portal-lists";
import { can } from "@/lib/domain/nouns/policy";
import { readEntry } from "@/lib/domain/journal/event";
import type { Search } from "@/lib/forms/list-query";
import { env } from "@/lib/platform/environment/env";
import { keyFingerprint } from "@/lib/platform/dossier/manifest";
import { findDisputedOf } from "@/lib/platform/journal/agreement";
import { PAGE_SIZE, ROWS_ASKED } from "@/lib/platform/read/list-page";
import { readInScope } from "@/lib/platform/read/read-in-scope";
import { readTogether } from "@/lib/platform/read/read-together";
import { requireContact, requireStaff } from "@/lib/platform/request/request-session";
import {
  findAuthors,
  findEntries,
  findHead,
  findKeyBegan,
  findNames,
  findPublished,
  findStamp,
} from "@/lib/features/journal/read/queries";
import { findHeads, findKeys } from "@/lib/features/journal/read/heads";
import { isFiltered, journalQuerySchema } from "@/lib/features/journal/read/list";

/** Ids of the rows shown that do not agree with the journal: one statement, and none for an empty page. */
export async function loadDisputed(slug: string, noun: AnyNoun["id"], ids: readonly string[]) {
  const ctx = await requireStaff(slug);
  return readInScope(ctx.scope, (tx) => findDisputedOf(tx, LISTED[noun] ?? [], ids));
}

/** Ids of the rows shown to a contact that do not agree with the journal. */
export async function loadPortalDisputed(contact: string, noun: PortalList, ids: readonly string[]) {
  const ctx = await requireContact(contact);
  return readInScope(ctx.scope, (tx) => findDisputedOf(tx, PORTAL_LISTS[noun], ids));
}

export type { JournalQuery } from "@/lib/features/journal/read/list";

export async function loadJournal(slug: string, search: Search) {
  const ctx = await requireStaff(slug);
  if (!can(ctx.actor, "journal.read")) forbidden();
  const query = journalQuerySchema.parse(search);
  return readInScope(ctx.scope, async (tx) => {
    const found = await findEntries(tx, query, ROWS_ASKED);
    const rows = found
      .slice(0, PAGE_SIZE)
      .map((row) => ({ ...row, entry: row.text === null ? null : readEntry(row.text) }));
    const head = await findHead(tx);
    return readTogether({
      query,
      isFiltered: isFiltered(query),
      authors: findAuthors(tx),
      names: findNames(
        tx,
        rows.flatMap(({ entry }) => idsIn(entry)),
      ),
      rows: rows.map((row) => ({
        seq: Number(row.seq),
        recordedAt: row.recordedAt.getTime(),
        hash: hex(row.h),
        isCleared: row.text === null,
        entry: row.entry,
      })),
      next: found.length > PAGE_SIZE ? Number(lastOf(rows).seq) : null,
      published: findPublished(tx),
      stamp: findStamp(tx),
      stampedBy: env().TIMESTAMP_URL ? new URL(env().TIMESTAMP_URL ?? "").host : null,
      keyBegan: findKeyBegan(tx),
      mayClear: can(ctx.actor, "journal.clear"),
      mayRenewKey: can(ctx.actor, "journal.renew-key"),
      hasFailed: search.error === "failed",
      head: head && { seq: Number(head.seq), hash: hex(head.h) },
    });
  });
}

const headsQuerySchema = z.object({
  before: z.iso.date().nullable().catch(null),
  error: z.literal("failed").nullable().catch(null),
});

/** Heads of days with the keys that signed them. */
export async function loadHeads(slug: string, search: Search) {
  const ctx = await requireStaff(slug);
  if (!can(ctx.actor, "journal.read")) forbidden();
  const { before, error } = headsQuerySchema.parse({
    before: search.before ?? null,
    error: search.error ?? null,
  });
  return readInScope(ctx.scope, async (tx) => {
    const found = await findHeads(tx, { before, take: ROWS_ASKED });
    const keys = (await findKeys(tx)).map(({ id, publicKey, createdAt, retiredAt }) => ({
      id,
      fingerprint: keyFingerprint(publicKey),
      from: createdAt.getTime(),
      until: retiredAt?.getTime() ?? null,
    }));
    const rows = found.slice(0, PAGE_SIZE).map(({ day, seq, h, keyId, publishedAt }) => ({
      day,
      seq: Number(seq),
      hash: hex(h),
      signedAt: publishedAt.getTime(),
      fingerprint: keys.find(({ id }) => id === keyId)?.fingerprint ?? "",
      /** True where it was signed after its day, as after a stop. */
      isLate: todayIn("Africa/Casablanca", publishedAt.getTime()) > day,
    }));
    return {
      rows,
      keys,
      next: found.length > PAGE_SIZE ? lastOf(rows).day : null,
      hasFailed: error !== null,
    };
  });
}

function idsIn(entry: ReturnType<typeof readEntry>): string[] {
  const stated = [entry?.before, entry?.after].flatMap((side) =>
    [side?.controllerId, side?.measureIds].flat(),
  );
  return stated.filter((id) => z.uuid().safeParse(id).success).map(String);
}

function hex(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString("hex");
}
