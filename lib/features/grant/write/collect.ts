import { itemAt } from "@/lib/domain/invariant/required";
import { done, refuse, type Outcome } from "@/lib/domain/outcome/outcome";
import { readAsOf } from "@/lib/domain/time/as-of";
import { todayIn } from "@/lib/domain/time/zones";
import { collectDossier, type CollectedDossier } from "@/lib/features/dossier/read/collect";
import { loadDossierWords } from "@/lib/features/dossier/write/make";
import { findGrant, type GrantRow } from "@/lib/features/grant/read/queries";
import { type DisputedRows, tellOfDisputed } from "@/lib/features/journal/write/verification";
import { ensureSigningKey } from "@/lib/features/journal/write/signing-key";
import { Prisma } from "@/lib/generated/prisma/client";
import { insertRows } from "@/lib/platform/database/insert-rows";
import { withOrg, type Tx } from "@/lib/platform/database/transaction";
import { keyFingerprint } from "@/lib/platform/dossier/manifest";
import { AUDIT_DIGEST } from "@/lib/platform/journal/entry-digests";
import { log } from "@/lib/platform/log/log";
import type { Ctx } from "@/lib/platform/request/context";
import { type Authorised, isAuthorised } from "@/lib/platform/write/authorised";
import { write } from "@/lib/platform/write/write";
import { sendGrant } from "./letters";
import { subjectOf } from "./mutations";
import { readTables, type Table } from "./tables";

/** A process that has not ended by then is taken for dead. */
const LEASE_MS = 30 * 60_000;
/** Processes that may die at one grant before it is given up. */
const MOST_ATTEMPTS = 3;
const LIMITS = { timeoutMs: 900_000 };
/** Rows of one statement. */
const CHUNK = 200;

export type CollectOutcome = "taken" | "collected" | "failed";

/**
 * Collects once what a grant covers, as of its day, and sends its letter. For chosen controllers each is collected by
 * itself, as it would be given to it: no text of one names another.
 */
export async function collectGrant(ctx: Ctx, id: string): Promise<Outcome<CollectOutcome>> {
  if (!isAuthorised(ctx, "audit.collect")) return refuse({ kind: "forbidden" });
  const grant = await claim(ctx, id);
  if (!grant) return done("taken");
  if (grant.collectAttempts > MOST_ATTEMPTS) return fail(ctx, grant);
  const collected: CollectedDossier[] = [];
  try {
    await readParts(ctx, grant, collected);
    const stored = await store(ctx, grant, collected);
    const disputed = Object.assign(
      {},
      ...collected.map(({ disputedTables }) => disputedTables),
    ) as DisputedRows;
    if (Object.keys(disputed).length > 0) await tellOfDisputed(ctx, disputed);
    return stored;
  } catch (error) {
    log.error({ err: error, grant: id }, "what a grant covers could not be collected");
    return await fail(ctx, grant);
  } finally {
    for (const part of collected) await part.close();
  }
}

/** Reads all parts in one snapshot, spooled to the disk. */
async function readParts(ctx: Ctx, grant: GrantRow, collected: CollectedDossier[]): Promise<void> {
  const words = await loadDossierWords(grant.language);
  const reading = readAsOf(grant.asOf, todayIn("Africa/Casablanca", ctx.now.getTime()));
  const asOf = reading.ok ? reading.asOf : null;
  await withOrg(
    ctx.scope,
    async (tx) => {
      for (const dossier of partsOf(grant))
        collected.push(await collectDossier(tx, ctx, { dossier, asOf, words }));
    },
    { ...LIMITS, isSnapshot: true },
  );
}

function partsOf({ controllerIds, sections, asOf, name }: GrantRow) {
  const chosen = controllerIds.length === 0 ? [[]] : controllerIds.map((id) => [id]);
  return chosen.map((ids) => ({
    controllerIds: ids,
    sections,
    asOf,
    requestedByName: name,
    audience: ids.length === 0 ? ("auditor" as const) : ("controller" as const),
  }));
}

async function store(
  ctx: Authorised,
  grant: GrantRow,
  collected: readonly CollectedDossier[],
): Promise<Outcome<CollectOutcome>> {
  return write(
    ctx,
    async (tx, journal) => {
      let rows = 0;
      for await (const table of readTables(grant, collected)) rows += await storeTable(tx, grant, table);
      const { publicKey } = await ensureSigningKey(tx, ctx, journal);
      const letterId = await sendGrant(tx, ctx, grant, keyFingerprint(publicKey));
      const { count } = await tx.auditGrant.updateMany({
        where: {
          id: grant.id,
          collectState: "collecting",
          collectAttempts: grant.collectAttempts,
          revokedAt: null,
        },
        data: { collectState: "collected", collectedAt: ctx.now, leasedUntil: null, letterId },
      });
      // Rolls everything back, the letter too, where it was revoked or taken over meanwhile.
      if (count === 0) return refuse({ kind: "not-found" });
      const after = { rows, digest: await digestRows(tx, grant), asOf: grant.asOf };
      journal.note({ event: "audit.collected", subject: subjectOf(grant), after });
      return done("collected" as const);
    },
    LIMITS,
  );
}

async function digestRows(tx: Tx, { id }: GrantRow): Promise<string> {
  const rows = await tx.$queryRaw<{ digest: string }[]>`
    SELECT ${Prisma.raw(AUDIT_DIGEST)} AS digest FROM audit_row WHERE grant_id = ${id}::uuid`;
  return itemAt(rows, 0).digest;
}

async function storeTable(
  tx: Tx,
  { id: grantId, orgId }: GrantRow,
  { section, columns, disputed, undisclosed, rows }: Table,
): Promise<number> {
  let [seq, withheld] = [0, undisclosed];
  let waiting = [];
  for await (const row of rows()) {
    const { cells, data } = row;
    withheld += row.withheld ?? 0;
    waiting.push({ grantId, section, seq, orgId, cells, data: data as object });
    seq += 1;
    if (waiting.length < CHUNK) continue;
    await insertRows(tx, "audit_row", waiting);
    waiting = [];
  }
  if (waiting.length > 0) await insertRows(tx, "audit_row", waiting);
  await tx.auditSection.create({
    data: {
      grantId,
      section,
      orgId,
      columns: [...columns],
      rowCount: seq,
      withheld,
      disputed: [...disputed],
    },
  });
  return seq;
}

/** Takes one that waits, or whose process has not ended within its lease. */
function claim({ scope, now }: Ctx, id: string): Promise<GrantRow | null> {
  return withOrg(scope, async (tx) => {
    const { count } = await tx.auditGrant.updateMany({
      where: {
        id,
        revokedAt: null,
        OR: [{ collectState: "waiting" }, { collectState: "collecting", leasedUntil: { lte: now } }],
      },
      data: {
        collectState: "collecting",
        leasedUntil: new Date(now.getTime() + LEASE_MS),
        collectAttempts: { increment: 1 },
      },
    });
    return count === 0 ? null : findGrant(tx, id);
  });
}

function fail(ctx: Authorised, grant: GrantRow): Promise<Outcome<CollectOutcome>> {
  return write(ctx, async (tx, journal) => {
    const { count } = await tx.auditGrant.updateMany({
      where: { id: grant.id, collectState: "collecting", collectAttempts: grant.collectAttempts },
      data: { collectState: "failed", leasedUntil: null },
    });
    if (count > 0)
      journal.note({ event: "audit.failed", subject: subjectOf(grant), after: { state: "failed" } });
    return done("failed" as const);
  });
}
