import { required } from "@/lib/domain/invariant/required";
import { done, refuse, type Outcome } from "@/lib/domain/outcome/outcome";
import { addDaysToDay } from "@/lib/domain/time/calendar-day";
import { startOfDay, todayIn } from "@/lib/domain/time/zones";
import { formatDay } from "@/lib/i18n/format";
import { resolveLocale } from "@/lib/i18n/locale";
import type { Ctx } from "@/lib/platform/request/context";
import { env } from "@/lib/platform/environment/env";
import { newId } from "@/lib/platform/database/ids";
import {
  headLine,
  signHead,
  type HeadDocument,
  type PublishedHead,
} from "@/lib/platform/journal/published-head";
import { queueMail, type Letter } from "@/lib/platform/mail/queue";
import { findStewards, type Steward } from "@/lib/platform/mail/stewards";
import { withOrg, type Tx } from "@/lib/platform/database/transaction";
import { isAuthorised } from "@/lib/platform/write/authorised";
import { write } from "@/lib/platform/write/write";
import { findHead } from "@/lib/features/journal/read/queries";
import { ensureSigningKey, type SigningKey } from "./signing-key";

export type OrgHead = { org: string; seq: number; hash: string };

/**
 * Signs today's head, sends it to the DPO and stores it; null where already published. Pending reads are sealed first.
 */
export async function publishHead(ctx: Ctx): Promise<Outcome<OrgHead | null>> {
  if (!isAuthorised(ctx, "journal.publish")) return refuse({ kind: "forbidden" });
  const { org } = ctx.scope;
  const day = todayIn("Africa/Casablanca", ctx.now.getTime());
  const stewards = await findStewards(org);
  const prepared = await write(ctx, async (tx, journal) => {
    if (await isPublished(tx, org, day)) return done(null);
    await sealRows(tx, ctx, journal.note);
    return done(await ensureSigningKey(tx, ctx, journal));
  });
  if (!prepared.ok || !prepared.value) return prepared.ok ? done(null) : prepared;
  const key = prepared.value;
  return write(ctx, async (tx, journal) => {
    await lockPublications(tx, ctx);
    const published = signHead(
      await describeHead(tx, ctx, day, { key, head: await findHead(tx) }),
      key.privateKey,
    );
    if (await isPublished(tx, org, day)) return done(null);
    const id = await insertPublication(tx, ctx, published);
    const organisation = await tx.organisation.findUniqueOrThrow({
      where: { id: org },
      select: { slug: true, dpoName: true, dpoEmail: true },
    });
    const readers = readersOf(stewards, organisation);
    for (const reader of readers)
      await queueMail(tx, org, headLetter(published, reader, organisation.slug), ctx.now);
    const { seq, hash } = published.document;
    journal.note({
      event: "journal.published",
      subject: { noun: "journal", id },
      // "digest": a field called "hash" would be left out as a secret.
      after: { day, seq, digest: hash, key: key.id, readers: readers.length },
    });
    return done({ org, seq, hash });
  });
}

/** Days at most that one run signs after a stop. */
const MOST_MISSED = 400;

/**
 * Signs the heads of days that ended unpublished, as after a stop: each with the last entry of its day, and with the
 * instant of now, at which it was signed. No letter: the next day's covers them. Gives their days.
 */
export async function publishMissedHeads(ctx: Ctx): Promise<Outcome<string[]>> {
  if (!isAuthorised(ctx, "journal.publish")) return refuse({ kind: "forbidden" });
  const today = todayIn("Africa/Casablanca", ctx.now.getTime());
  const first = await withOrg(ctx.scope, findFirstMissed);
  if (first === null || first >= today) return done([]);
  return write(ctx, async (tx, journal) => {
    await lockPublications(tx, ctx);
    const key = await ensureSigningKey(tx, ctx, journal);
    const days: string[] = [];
    for (let day = first; day < today && days.length < MOST_MISSED; day = addDaysToDay(day, 1)) {
      const head = await findHeadOf(tx, day);
      if (!head || (await isPublished(tx, ctx.scope.org, day))) continue;
      // The chain of the sign-ins is not told: it is no longer where it stood that day.
      const document = { ...(await describeHead(tx, ctx, day, { key, head })), platform: null };
      const id = await insertPublication(tx, ctx, signHead(document, key.privateKey));
      const after = { day, seq: document.seq, digest: document.hash, key: key.id, readers: 0 };
      journal.note({ event: "journal.published", subject: { noun: "journal", id }, after });
      days.push(day);
    }
    return done(days);
  });
}

/** The day after the last published one, or that of the first entry; null without any entry. */
async function findFirstMissed(tx: Tx): Promise<string | null> {
  const last = await tx.journalPublication.findFirst({
    where: { minute: null },
    orderBy: { day: "desc" },
    select: { day: true },
  });
  if (last) return addDaysToDay(last.day, 1);
  const entry = await tx.journalEntry.findFirst({ orderBy: { seq: "asc" }, select: { recordedAt: true } });
  return entry && todayIn("Africa/Casablanca", entry.recordedAt.getTime());
}

/** The last entry of a day in Casablanca, or of those before it. */
function findHeadOf(tx: Tx, day: string): Promise<{ seq: bigint; h: Uint8Array } | null> {
  const end = new Date(startOfDay("Africa/Casablanca", addDaysToDay(day, 1)));
  return tx.journalEntry.findFirst({
    where: { recordedAt: { lt: end } },
    orderBy: { seq: "desc" },
    select: { seq: true, h: true },
  });
}

type Reader = { name: string; email: string; locale: string };

/** DPO as member and as named by the organisation, else the owners. */
function readersOf(stewards: readonly Steward[], named: { dpoName: string; dpoEmail: string }): Reader[] {
  const officers: Reader[] = stewards.filter(({ role }) => role === "dpo");
  const isKnown = officers.some(({ email }) => email.toLowerCase() === named.dpoEmail.toLowerCase());
  if (named.dpoEmail !== "" && !isKnown)
    officers.push({ name: named.dpoName || named.dpoEmail, email: named.dpoEmail, locale: "" });
  return officers.length > 0 ? officers : [...stewards];
}

async function isPublished(tx: Tx, org: string, day: string): Promise<boolean> {
  return (await tx.journalPublication.count({ where: { orgId: org, day, minute: null } })) > 0;
}

/** Seals rows written without a journal entry, such as reads, and says how many of them were taken over as they stood. */
export async function sealRows(
  tx: Tx,
  ctx: Ctx,
  note: (event: {
    event: "journal.sealed";
    subject: { noun: "journal"; id: null };
    after: { rows: number; stood?: number };
  }) => void,
): Promise<void> {
  const [{ stood }] = await tx.$queryRaw<[{ stood: bigint }]>`
    SELECT row_stood(${ctx.scope.org}::uuid) AS stood`;
  const [{ rows }] = await tx.$queryRaw<[{ rows: bigint }]>`
    SELECT evidence_collect(${ctx.scope.org}::uuid) AS rows`;
  if (rows === 0n) return;
  const after = { rows: Number(rows), ...(stood > 0n ? { stood: Number(stood) } : undefined) };
  note({ event: "journal.sealed", subject: { noun: "journal", id: null }, after });
}

type Heading = { key: SigningKey; head: { seq: bigint; h: Uint8Array } | null };

/** Says what a head signs: the entry, and how many texts were emptied until it. */
export async function describeHead(
  tx: Tx,
  ctx: Ctx,
  day: string,
  { key, head: found }: Heading,
): Promise<HeadDocument> {
  const head = required(found, "head of a journal that is published");
  const platform = await findPlatformHead(tx);
  const organisation = await tx.organisation.findUniqueOrThrow({
    where: { id: ctx.scope.org },
    select: { legalName: true },
  });
  return {
    v: 1,
    issuer: { name: organisation.legalName, address: env().AMANA_URL },
    chain: ctx.scope.org,
    day,
    at: ctx.now.toISOString(),
    seq: Number(head.seq),
    hash: hex(head.h),
    cleared: await countCleared(tx, head.seq),
    platform: platform && { seq: Number(platform.seq), hash: hex(platform.h) },
    key: { id: key.id, publicKey: key.publicKey },
  };
}

async function countCleared(tx: Tx, until: bigint): Promise<number> {
  const [row] = await tx.$queryRaw<{ count: number }[]>`
    SELECT count(DISTINCT c.seq)::int AS count FROM journal_text t, jsonb_array_elements_text(t.text::jsonb #> '{after,seqs}') AS c (seq)
    WHERE t.event = 'journal.cleared' AND t.seq <= ${until}`;
  return row?.count ?? 0;
}

async function findPlatformHead(tx: Tx): Promise<{ seq: bigint; h: Uint8Array } | null> {
  const [head] = await tx.$queryRaw<
    { seq: bigint; h: Uint8Array }[]
  >`SELECT seq, h FROM journal_platform_head()`;
  return head ?? null;
}

/** Serialises the heads of an organisation: of two of one minute, or of one day, the second finds that of the first. */
export async function lockPublications(tx: Tx, { scope }: Ctx): Promise<void> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`journal publication ${scope.org}`}, 0))`;
}

/** `minute` names a head within its day. */
export async function insertPublication(
  tx: Tx,
  { scope, now }: Ctx,
  published: PublishedHead,
  minute: string | null = null,
): Promise<string> {
  const { document, text, signature } = published;
  const id = newId(now);
  await tx.journalPublication.create({
    data: {
      id,
      orgId: scope.org,
      day: document.day,
      seq: BigInt(document.seq),
      h: Buffer.from(document.hash, "hex"),
      keyId: document.key.id,
      document: text,
      signature,
      publishedAt: now,
      minute,
    },
  });
  return id;
}

function headLetter(published: PublishedHead, reader: Reader, slug: string): Letter {
  const { day, seq, hash, issuer } = published.document;
  const locale = resolveLocale(reader.locale, null);
  return {
    template: "journal-head",
    locale,
    to: { name: reader.name, address: reader.email },
    params: {
      name: reader.name,
      issuer: issuer.name,
      day: formatDay(day, locale, { long: true }),
      number: String(seq),
      hash,
      cleared: String(published.document.cleared ?? 0),
      line: headLine(published),
    },
    link: `${env().AMANA_URL}/${slug}/journal`,
    dedupeKey: `journal-head:${day}:${reader.email.toLowerCase()}`,
  };
}

function hex(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString("hex");
}
