import { createHash } from "node:crypto";
import type { OrgScope } from "@/lib/domain/access/scope";
import { itemAt } from "@/lib/domain/invariant/required";
import { done, refuse, type Outcome } from "@/lib/domain/outcome/outcome";
import { readAsOf } from "@/lib/domain/time/as-of";
import { startOfDay, todayIn } from "@/lib/domain/time/zones";
import { addDaysToDay } from "@/lib/domain/time/calendar-day";
import { loadDossierWords } from "@/lib/features/dossier/print/words";
import { collectDossier, type CollectedDossier } from "@/lib/features/dossier/read/collect";
import { findDossier, type DossierRow } from "@/lib/features/dossier/read/queries";
import { tellOfDisputed } from "@/lib/features/journal/write/verification";
import { ensureSigningKey, type SigningKey } from "@/lib/features/journal/write/signing-key";
import { REGISTER_FORMAT } from "@/lib/features/register-import/schema";
import { withOrg } from "@/lib/platform/database/transaction";
import { isDatabaseUnavailable, isDiskFull } from "@/lib/platform/database/unavailable";
import { writeDossier, type SealedManifest } from "@/lib/platform/dossier/archive";
import { keyFingerprint, type ManifestHead, type ManifestKey } from "@/lib/platform/dossier/manifest";
import { DamagedFileError } from "@/lib/platform/files/chunks";
import { log } from "@/lib/platform/log/log";
import { leaseFrom, StoppedError, watchLease, type LeaseWatch } from "@/lib/platform/jobs/lease";
import { PdfError } from "@/lib/platform/pdf/pdf-error";
import type { Ctx } from "@/lib/platform/request/context";
import { type Authorised, isAuthorised } from "@/lib/platform/write/authorised";
import { write } from "@/lib/platform/write/write";
import { listParts } from "./parts";
import { storeZip, type StoredZip } from "./store";

export { loadDossierWords } from "@/lib/features/dossier/print/words";

/** Processes that may die at one dossier before it is given up. */
const MOST_INTERRUPTIONS = 2;
/** Days for which it can be downloaded. */
const EXPIRES_AFTER_DAYS = 30;
/** Reads everything in one snapshot; nothing else waits for it. */
const READ_LIMITS = { timeoutMs: 900_000, isSnapshot: true };

export type MakingOutcome = "taken" | "made" | "stopped" | "failed";

/** Makes a dossier that was asked for; "taken" where another process is at it. */
export async function makeDossier(
  ctx: Ctx,
  id: string,
  signal: AbortSignal,
): Promise<Outcome<MakingOutcome>> {
  if (!isAuthorised(ctx, "dossier.make")) return refuse({ kind: "forbidden" });
  const dossier = await claim(ctx, id);
  if (!dossier) return done("taken");
  if (dossier.interruptions > MOST_INTERRUPTIONS) return fail(ctx, dossier, "interrupted");
  const watch = watchDossier(ctx.scope, dossier, signal);
  try {
    return await run(ctx, dossier, watch);
  } catch (error) {
    if (error instanceof StoppedError) return stop(ctx, dossier, signal);
    // Its lease ends, and another run makes it.
    if (isDatabaseUnavailable(error)) throw error;
    log.error({ err: error, dossier: id }, "a dossier could not be made");
    return await fail(ctx, dossier, failureOf(error));
  } finally {
    watch.end();
  }
}

type Watch = LeaseWatch<{ done: number; total: number }>;

/** Writes how many of the files are made, and hears that the dossier was cancelled. */
function watchDossier(
  scope: OrgScope,
  { id, attempts }: Pick<DossierRow, "id" | "attempts">,
  signal: AbortSignal,
): Watch {
  return watchLease({
    what: "a dossier",
    start: { done: 0, total: 0 },
    renew: (lease, { done: filesDone, total: filesTotal }) =>
      withOrg(scope, (tx) =>
        tx.dossier.updateMany({
          where: { id, state: "running", attempts },
          data: { ...lease, filesDone, filesTotal },
        }),
      ),
    signal,
  });
}

async function run(ctx: Authorised, dossier: DossierRow, watch: Watch): Promise<Outcome<MakingOutcome>> {
  const key = await write(ctx, async (tx, journal) => done(await ensureSigningKey(tx, ctx, journal)));
  if (!key.ok) return key;
  const words = await loadDossierWords(dossier.language);
  const asked = readAsOf(dossier.asOf, todayIn("Africa/Casablanca", dossier.requestedAt.getTime()));
  const asOf = asked.ok ? asked.asOf : null;
  const collected = await withOrg(
    ctx.scope,
    (tx) => collectDossier(tx, ctx, { dossier, asOf, words }),
    READ_LIMITS,
  );
  try {
    const made = await archive(ctx, { dossier, collected, key: key.value, watch });
    const { disputedTables } = collected;
    if (Object.keys(disputedTables).length > 0) await tellOfDisputed(ctx, disputedTables);
    return made;
  } finally {
    await collected.close();
  }
}

type Archiving = { dossier: DossierRow; collected: CollectedDossier; key: SigningKey; watch: Watch };

async function archive(
  ctx: Authorised,
  { dossier, collected, key, watch }: Archiving,
): Promise<Outcome<MakingOutcome>> {
  const { scope, now } = ctx;
  const fingerprint = keyFingerprint(key.publicKey);
  const parts = await listParts({ dossier, collected, scope, now, fingerprint });
  const head = await describe(ctx, { dossier, collected, key });
  watch.note({ done: 0, total: parts.length });
  const hash = createHash("sha256");
  const sealed: SealedManifest[] = [];
  const zip = writeDossier(
    parts,
    { head, privateKey: key.privateKey },
    {
      onPart: (finished) => watch.note({ done: Math.min(finished, parts.length), total: parts.length }),
      onSealed: (manifest) => sealed.push(manifest),
    },
  );
  const stored = await storeZip(hashing(zip, hash), { scope, dossier, isStopped: watch.isStopped });
  return saveDossier(ctx, dossier, {
    ...stored,
    sha256: hash.digest("hex"),
    manifest: itemAt(sealed, 0).sha256,
    fingerprint,
  });
}

async function* hashing(pieces: AsyncIterable<Uint8Array>, hash: ReturnType<typeof createHash>) {
  for await (const piece of pieces) {
    hash.update(piece);
    yield piece;
  }
}

async function describe(
  { scope, now }: Ctx,
  { dossier, collected, key }: Omit<Archiving, "watch">,
): Promise<ManifestHead> {
  const keys = await withOrg(scope, (tx) => tx.journalKey.findMany({ orderBy: { createdAt: "asc" } }));
  const described: ManifestKey[] = keys.map(({ id, publicKey, createdAt, retiredAt }) => ({
    id,
    fingerprint: keyFingerprint(publicKey),
    publicKey,
    from: createdAt.toISOString(),
    until: retiredAt?.toISOString() ?? null,
  }));
  const { journal, head, query, signatures } = collected;
  const decided = collected.sections.find(({ section }) => section === "authorisations");
  return {
    dossier: dossier.id,
    organisation: collected.organisation,
    madeAt: now.toISOString(),
    asOf: query.day,
    asOfInstant: query.at.toISOString(),
    language: dossier.language,
    audience: dossier.audience,
    controllers: collected.controllers,
    sections: dossier.sections,
    disputed: disputedOf(collected),
    versions: { pdf: "PDF/A-3a", register: REGISTER_FORMAT, journal: "amana-entry-2", heads: "amana-head-1" },
    journal: { chain: collected.chain, head, extract: journal && `${journal.folder}/journal.jsonl` },
    key: { id: key.id, fingerprint: keyFingerprint(key.publicKey), publicKey: key.publicKey },
    keys: described,
    decisions:
      decided && signatures ? { data: `${decided.folder}/${decided.section}.json`, signatures } : null,
  };
}

/** Lines that do not agree with the journal, by section; empty where all do. */
function disputedOf({ sections, disputedRecords }: CollectedDossier): Record<string, readonly string[]> {
  const all: [string, readonly string[]][] = [
    ["register", disputedRecords],
    ...sections.map(({ section, disputed }): [string, readonly string[]] => [section, disputed]),
  ];
  return Object.fromEntries(all.filter(([, disputed]) => disputed.length > 0));
}

/** Takes one that waits, or whose process has not answered within its lease. */
async function claim({ scope, now }: Ctx, id: string): Promise<DossierRow | null> {
  return withOrg(scope, async (tx) => {
    const data = {
      state: "running",
      leasedUntil: leaseFrom(now),
      attempts: { increment: 1 },
      filesDone: 0,
      filesTotal: 0,
      failure: "",
    };
    const waiting = await tx.dossier.updateMany({ where: { id, state: "queued" }, data });
    const left = await tx.dossier.updateMany({
      where: { id, state: "running", leasedUntil: { lte: now } },
      data: { ...data, interruptions: { increment: 1 } },
    });
    return waiting.count + left.count === 0 ? null : findDossier(tx, id);
  });
}

type Made = StoredZip & { sha256: string; manifest: string; fingerprint: string };

async function saveDossier(
  ctx: Authorised,
  dossier: DossierRow,
  made: Made,
): Promise<Outcome<MakingOutcome>> {
  const { size, chunks, sha256, manifest, fingerprint } = made;
  const finishedAt = new Date();
  const expiry = addDaysToDay(todayIn("Africa/Casablanca", finishedAt.getTime()), EXPIRES_AFTER_DAYS);
  return write({ ...ctx, now: finishedAt }, async (tx, journal) => {
    const { count } = await tx.dossier.updateMany({
      where: { id: dossier.id, state: "running", attempts: dossier.attempts },
      data: {
        state: "made",
        leasedUntil: null,
        finishedAt,
        size: BigInt(size),
        chunks,
        sha256,
        manifestSha256: manifest,
        keyFingerprint: fingerprint,
        expiresAt: new Date(startOfDay("Africa/Casablanca", addDaysToDay(expiry, 1))),
      },
    });
    if (count === 0) return done("stopped" as const);
    await tx.$queryRaw`SELECT dossier_clear(${dossier.id}::uuid)`;
    const after = { size, digest: sha256, manifest, fingerprint, asOf: dossier.asOf };
    journal.note({ event: "dossier.made", subject: subjectOf(dossier), after });
    return done("made" as const);
  });
}

/** Deletes what was written: of one that was cancelled for good, of one that this process leaves to the next. */
async function stop(ctx: Ctx, dossier: DossierRow, signal: AbortSignal): Promise<Outcome<MakingOutcome>> {
  await withOrg(ctx.scope, async (tx) => {
    if (signal.aborted)
      await tx.dossier.updateMany({
        where: { id: dossier.id, state: "running", attempts: dossier.attempts },
        data: { state: "queued", leasedUntil: null },
      });
    await tx.$queryRaw`SELECT dossier_clear(${dossier.id}::uuid)`;
  });
  return done("stopped");
}

async function fail(ctx: Authorised, dossier: DossierRow, failure: string): Promise<Outcome<MakingOutcome>> {
  const finishedAt = new Date();
  return write({ ...ctx, now: finishedAt }, async (tx, journal) => {
    const { count } = await tx.dossier.updateMany({
      where: { id: dossier.id, state: "running", attempts: dossier.attempts },
      data: { state: "failed", failure, finishedAt, leasedUntil: null },
    });
    if (count > 0) journal.note({ event: "dossier.failed", subject: subjectOf(dossier), after: { failure } });
    await tx.$queryRaw`SELECT dossier_clear(${dossier.id}::uuid)`;
    return done("failed" as const);
  });
}

function failureOf(error: unknown): string {
  if (error instanceof DamagedFileError) return "damaged";
  if (isDiskFull(error)) return "full";
  return error instanceof PdfError ? "print" : "unknown";
}

export function subjectOf({ id, recipient }: Pick<DossierRow, "id" | "recipient">) {
  return { noun: "dossier" as const, id, label: recipient };
}
