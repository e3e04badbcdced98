import { exportName } from "@/lib/domain/text/export-name";
import { createHash, randomBytes } from "node:crypto";
import { PLATFORM_CHAIN } from "@/lib/domain/journal/chain-id";
import { SALT_BYTES } from "@/lib/domain/journal/seal";
import { isFactorFresh } from "@/lib/domain/access/second-factor";
import { done, invalid, refuse, type Outcome } from "@/lib/domain/outcome/outcome";
import { today, type Ctx, type StaffCtx } from "@/lib/platform/request/context";
import { jobContext } from "@/lib/platform/jobs/job-context";
import { draftJournal } from "@/lib/platform/journal/draft";
import { headLine } from "@/lib/platform/journal/published-head";
import type { Download } from "@/lib/platform/transport/download-route";
import { type Authorised, isAuthorised } from "@/lib/platform/write/authorised";
import { write } from "@/lib/platform/write/write";
import { publishWithinDay } from "./heads-within-days";
import { publishHead, publishMissedHeads, sealRows, type OrgHead } from "./publication";
import type { HeadsExport, JournalClear } from "@/lib/features/journal/schema";
import { renewSigningKey } from "./signing-key";

/**
 * Clears text and salt of entries with expired personal data, articles 5(1)(e) and 17. Digests and chain remain; the
 * same database call appends an entry with author and reason.
 */
export async function clearJournalTexts(
  ctx: Ctx,
  input: JournalClear,
): Promise<Outcome<{ cleared: number }>> {
  if (!isAuthorised(ctx, "journal.clear")) return refuse({ kind: "forbidden" });
  const seqs = [...new Set(input.seqs)].sort((a, b) => a - b);
  const draft = draftJournal(ctx);
  draft.note({
    event: "journal.cleared",
    subject: { noun: "journal", id: null },
    after: { seqs },
    reason: input.reason,
  });
  const salt = randomBytes(SALT_BYTES).toString("hex");
  return write(ctx, async (tx) => {
    const [{ cleared }] = await tx.$queryRaw<[{ cleared: bigint }]>`
      SELECT journal_clear(${ctx.scope.org}::uuid, ${seqs.map(BigInt)}::bigint[], decode(${salt}, 'hex'),
        ${draft.entries[0]}) AS cleared`;
    return done({ cleared: Number(cleared) });
  });
}

/** Renews the key, so that the old one or its seal signs nothing more. Requires a recent second factor. */
export async function renewJournalKey(ctx: StaffCtx): Promise<Outcome<{ id: string }>> {
  if (!isAuthorised(ctx, "journal.renew-key")) return refuse({ kind: "forbidden" });
  if (!isFactorFresh(ctx.secondFactorAt ?? null, ctx.now)) return invalid("", "journal.factorFirst");
  return write(ctx, async (tx, journal) => {
    // Serialises concurrent renewals: the second renews the first one's key.
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`journal key ${ctx.scope.org}`}, 0))`;
    const { id } = await renewSigningKey(tx, ctx, journal);
    return done({ id });
  });
}

/** Publishes each organisation's head, then writes all into the platform's chain. */
export async function publishDay(orgs: readonly string[], now: Date, signal: AbortSignal): Promise<void> {
  const heads: OrgHead[] = [];
  for (const org of orgs) {
    if (signal.aborted) return;
    const outcome = await publishHead(jobContext("journal-publication", org, now));
    if (outcome.ok && outcome.value) heads.push(outcome.value);
  }
  const platform = jobContext("journal-publication", PLATFORM_CHAIN, now);
  if (heads.length > 0 && isAuthorised(platform, "journal.publish")) await recordHeads(platform, heads);
}

/** Publishes the heads that are due within a day: after an hour with changes, and after an act of a client. */
export async function publishDueHeads(
  orgs: readonly string[],
  now: Date,
  signal: AbortSignal,
): Promise<void> {
  for (const org of orgs) {
    if (signal.aborted) return;
    await publishWithinDay(jobContext("journal-publication", org, now));
  }
}

/** Publishes the heads of days that ended while no job ran. */
export async function publishMissedDays(
  orgs: readonly string[],
  now: Date,
  signal: AbortSignal,
): Promise<void> {
  for (const org of orgs) {
    if (signal.aborted) return;
    await publishMissedHeads(jobContext("journal-publication", org, now));
  }
}

async function recordHeads(ctx: Authorised, heads: OrgHead[]): Promise<Outcome<null>> {
  return write(ctx, async (tx, journal) => {
    await sealRows(tx, ctx, journal.note);
    const stated = heads.map(({ org, seq, hash }) => ({ org, seq, digest: hash }));
    journal.note({
      event: "journal.published",
      subject: { noun: "journal", id: null },
      after: { heads: stated },
    });
    return done(null);
  });
}

/** Exports published heads, newest last, or that of one day, as input of the journal's verification. */
export async function exportHeads(
  ctx: Ctx,
  slug: string,
  { day: asked }: HeadsExport = {},
): Promise<Outcome<Download>> {
  if (!isAuthorised(ctx, "journal.read")) return refuse({ kind: "forbidden" });
  const fileName = asked
    ? exportName("journal-head", [slug, asked], "txt")
    : exportName("journal-heads", [slug, today(ctx)], "txt");
  return write(ctx, async (tx, journal) => {
    const published = await tx.journalPublication.findMany({
      where: asked ? { day: asked } : {},
      orderBy: [{ day: "asc" }, { seq: "asc" }],
      select: { day: true, document: true, signature: true, stamp: { select: { answer: true } } },
    });
    if (asked && published.length === 0) return refuse({ kind: "not-found" });
    const lines = published.map(
      ({ day, document, signature, stamp }) =>
        `${day} ${headLine({ text: document, signature, stamp: stamp?.answer })}\n`,
    );
    const body = new TextEncoder().encode(lines.join(""));
    journal.note({
      event: "export.taken",
      subject: { noun: "export", id: null, label: fileName },
      after: { heads: lines.length, digest: createHash("sha256").update(body).digest("hex") },
    });
    return done({ fileName, contentType: "text/plain; charset=utf-8", body });
  });
}
