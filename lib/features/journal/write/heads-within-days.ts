import { seatZone } from "@/lib/domain/time/controller-calendar";
import { done, refuse, type Outcome } from "@/lib/domain/outcome/outcome";
import { todayIn, type Zone } from "@/lib/domain/time/zones";
import { findHead } from "@/lib/features/journal/read/queries";
import { formatInstant } from "@/lib/i18n/format";
import { resolveLocale } from "@/lib/i18n/locale";
import { withOrg, type Tx } from "@/lib/platform/database/transaction";
import { env } from "@/lib/platform/environment/env";
import { headLine, signHead, type PublishedHead } from "@/lib/platform/journal/published-head";
import { queueMail, type Letter } from "@/lib/platform/mail/queue";
import type { Ctx } from "@/lib/platform/request/context";
import { isAuthorised } from "@/lib/platform/write/authorised";
import { write } from "@/lib/platform/write/write";
import { describeHead, insertPublication, lockPublications, sealRows } from "./publication";
import { ensureSigningKey } from "./signing-key";

const HOUR_MS = 3_600_000;

/** Entries since the last published head, but for those of publishing itself. */
type Since = {
  changes: number;
  /** Ids of the clients' contacts who acted, each once. */
  contacts: string[];
  /** Instant of the last published head, or of the first entry since. */
  from: Date | null;
};

/**
 * Signs the head once an hour has passed in which something changed, and within minutes of an act of a client: so a change
 * together with a plausible entry can be written unseen for no longer. Each contact who acted receives the head that covers
 * the act, and so does the address that the operator names. Null where nothing is due.
 */
export async function publishWithinDay(ctx: Ctx): Promise<Outcome<{ seq: number; readers: number } | null>> {
  if (!isAuthorised(ctx, "journal.publish")) return refuse({ kind: "forbidden" });
  const since = await withOrg(ctx.scope, findSince);
  if (!isDue(since, ctx.now)) return done(null);
  const prepared = await write(ctx, async (tx, journal) => {
    await sealRows(tx, ctx, journal.note);
    return done(await ensureSigningKey(tx, ctx, journal));
  });
  if (!prepared.ok) return prepared;
  const key = prepared.value;
  return write(ctx, async (tx, journal) => {
    await lockPublications(tx, ctx);
    const day = todayIn("Africa/Casablanca", ctx.now.getTime());
    const published = signHead(
      await describeHead(tx, ctx, day, { key, head: await findHead(tx) }),
      key.privateKey,
    );
    const minute = ctx.now.toISOString().slice(0, 16);
    // Another process published within this minute.
    if ((await tx.journalPublication.count({ where: { day, minute } })) > 0) return done(null);
    const id = await insertPublication(tx, ctx, published, minute);
    const readers = await findReaders(tx, since.contacts);
    for (const reader of readers) await queueMail(tx, ctx.scope.org, letterOf(published, reader), ctx.now);
    const { seq, hash } = published.document;
    journal.note({
      event: "journal.published",
      subject: { noun: "journal", id },
      // "digest": a field called "hash" would be left out as a secret.
      after: { day, seq, digest: hash, key: key.id, readers: readers.length },
    });
    return done({ seq, readers: readers.length });
  });
}

function isDue({ changes, contacts, from }: Since, now: Date): boolean {
  if (changes === 0 || from === null) return false;
  return contacts.length > 0 || now.getTime() - from.getTime() >= HOUR_MS;
}

async function findSince(tx: Tx): Promise<Since> {
  const last = await tx.journalPublication.findFirst({
    orderBy: [{ day: "desc" }, { seq: "desc" }],
    select: { seq: true, publishedAt: true },
  });
  const rows = await tx.$queryRaw<{ changes: number; contacts: string[] | null; first: Date | null }[]>`
    SELECT count(*)::int AS changes, min(e.recorded_at) AS first,
      array_agg(DISTINCT t.actor_id) FILTER (WHERE t.text::jsonb #>> '{actor,kind}' = 'controller-contact') AS contacts
    FROM journal_entry e JOIN journal_text t ON t.org_id = e.org_id AND t.seq = e.seq
    WHERE e.seq > ${last?.seq ?? 0n} AND t.event NOT IN ('journal.published', 'journal.stamped', 'journal.sealed', 'journal.key-made')`;
  const [row] = rows;
  return {
    changes: row?.changes ?? 0,
    contacts: row?.contacts ?? [],
    from: last?.publishedAt ?? row?.first ?? null,
  };
}

type Reader = { name: string; address: string; language: string; contactId: string | null; zone: Zone };

async function findReaders(tx: Tx, contacts: readonly string[]): Promise<Reader[]> {
  const people = await tx.controllerContact.findMany({
    where: { id: { in: [...contacts] }, endedAt: null },
    orderBy: { createdAt: "asc" },
    select: {
      id: true,
      name: true,
      email: true,
      language: true,
      controller: { select: { country: true, address: true } },
    },
  });
  const kept = env().HEADS_TO;
  return [
    ...people.map(({ id, name, email, language, controller }) => ({
      name,
      address: email,
      language,
      contactId: id,
      zone: seatZone(controller),
    })),
    ...(kept
      ? [{ name: kept, address: kept, language: "", contactId: null, zone: "Africa/Casablanca" as const }]
      : []),
  ];
}

function letterOf(published: PublishedHead, { name, address, language, contactId, zone }: Reader): Letter {
  const { seq, hash, issuer, at, cleared = 0 } = published.document;
  const locale = resolveLocale(language, null);
  return {
    template: contactId === null ? "journal-head-hour" : "journal-head-act",
    locale,
    to: { name, address },
    params: {
      name,
      issuer: issuer.name,
      number: String(seq),
      hash,
      cleared: String(cleared),
      when: formatInstant(Date.parse(at), zone, locale, { long: true }),
      line: headLine(published),
    },
    ...(contactId !== null && { link: `${env().AMANA_URL}/portal/${contactId}` }),
    dedupeKey: `journal-head:${at.slice(0, 16)}:${address.toLowerCase()}`,
  };
}
