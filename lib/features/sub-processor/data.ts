import { createHash } from "node:crypto";
import { subProcessorContentSchema, type SubProcessorContent } from "@/lib/domain/sub-processor/content";
import type { SubProcessorState } from "@/lib/domain/sub-processor/lifecycle";
import type { LinkedTransfer } from "@/lib/domain/sub-processor/pieces";
import { projectSubProcessor, type SubProcessorColumns } from "@/lib/domain/sub-processor/projection";
import { scopeText, type KnownNumbers } from "@/lib/domain/sub-processor/scope";
import { readLinkedTransfer } from "@/lib/domain/sub-processor/used";
import type { Prisma } from "@/lib/generated/prisma/client";
import type { Ctx } from "@/lib/platform/context";
import { newId } from "@/lib/platform/ids";
import { recordedBy } from "@/lib/platform/recorded-by";
import type { Tx } from "@/lib/platform/transaction";

const subProcessorSelect = {
  id: true,
  reference: true,
  state: true,
  content: true,
  scopeDigest: true,
  version: true,
} satisfies Prisma.SubProcessorSelect;

type Stored = Prisma.SubProcessorGetPayload<{ select: typeof subProcessorSelect }>;

/** A sub-processor with its document. */
export type SubProcessorRow = Omit<Stored, "content" | "state"> & {
  content: SubProcessorContent;
  state: SubProcessorState;
};

export async function findSubProcessor(tx: Tx, id: string): Promise<SubProcessorRow | null> {
  const row = await tx.subProcessor.findFirst({ where: { id }, select: subProcessorSelect });
  return row && readSubProcessor(row);
}

/** A sub-processor with the references of the transfers to it. */
export type ListedRow = SubProcessorRow & { transferReferences: string[] };

/** The whole list, by reference. */
export async function findAll(tx: Tx): Promise<ListedRow[]> {
  const transfers = { orderBy: { reference: "asc" }, select: { reference: true } } as const;
  const rows = await tx.subProcessor.findMany({
    orderBy: { reference: "asc" },
    select: { ...subProcessorSelect, transfers },
  });
  return rows.map(({ transfers: linked, ...row }) => ({
    ...readSubProcessor(row),
    transferReferences: linked.map(({ reference }) => reference),
  }));
}

function readSubProcessor({ content, state, ...row }: Stored): SubProcessorRow {
  return {
    ...row,
    state: state as SubProcessorState,
    content: subProcessorContentSchema.parse(content),
  };
}

/** Whoever numbers a sub-processor waits here for whoever does the same in this organisation. */
export async function lockSubProcessors(tx: Tx, org: string): Promise<void> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`sub-processors ${org}`}, 0))`;
}

/** The highest number ever given, under `lockSubProcessors`; nothing is deleted, so the next leaves no hole. */
export async function findHighestReference(tx: Tx): Promise<number> {
  const [row] = await tx.$queryRaw<[{ highest: number | null }]>`
    SELECT max(substring(reference FROM 4)::int) AS highest FROM sub_processor WHERE reference ~ '^SP-[0-9]{1,8}$'`;
  return row.highest ?? 0;
}

/** The transfers to it: its tool and its assessment. */
export async function findLinkedTransfers(tx: Tx, subProcessorId: string): Promise<LinkedTransfer[]> {
  const rows = await tx.transfer.findMany({ where: { subProcessorId }, ...linkedSelect });
  return rows.map(readLinkedTransfer);
}

const linkedSelect = {
  orderBy: { reference: "asc" },
  select: { state: true, content: true, controllerId: true },
} satisfies Prisma.TransferFindManyArgs;

/**
 * What is stored beside each document, found again by the law of a day and from the transfers to it; the whole list
 * without `ids`. Derived, not said: no new version. Gives how many came out otherwise.
 */
export async function assessSubProcessors(tx: Tx, on: string, ids?: readonly string[]): Promise<number> {
  const where = ids ? { id: { in: [...ids] } } : {};
  await tx.$executeRaw`SELECT 1 FROM sub_processor WHERE ${ids ?? null}::uuid[] IS NULL
    OR id = ANY (${ids ?? null}::uuid[]) ORDER BY id FOR UPDATE`;
  const rows = await tx.subProcessor.findMany({
    where,
    select: { ...subProcessorSelect, transfers: linkedSelect },
  });
  const assessed = rows.map(({ transfers, ...stored }) => {
    const { id, content } = readSubProcessor(stored);
    return { id, ...projectSubProcessor({ content, transfers: transfers.map(readLinkedTransfer), on }) };
  });
  return tx.$executeRaw`
    UPDATE sub_processor AS s SET required_gaps = v."requiredGaps", advisable_gaps = v."advisableGaps",
      gap_codes = v."gapCodes", rules_version = v."rulesVersion"
    FROM jsonb_to_recordset(${JSON.stringify(assessed)}::jsonb) AS v (
      id uuid, "requiredGaps" int, "advisableGaps" int, "gapCodes" text[], "rulesVersion" int)
    WHERE s.id = v.id AND (s.required_gaps, s.advisable_gaps, s.gap_codes, s.rules_version)
      IS DISTINCT FROM (v."requiredGaps", v."advisableGaps", v."gapCodes", v."rulesVersion")`;
}

/** SHA-256 of what a controller authorises. */
export function digestScope(content: SubProcessorContent, known?: KnownNumbers): string {
  return createHash("sha256").update(scopeText(content, known)).digest("hex");
}

/** The registration numbers that its versions gave it. */
export async function findKnownNumbers(tx: Tx, subProcessorId: string): Promise<KnownNumbers> {
  const [known] = await tx.$queryRaw<KnownNumbers[]>`
    SELECT coalesce((array_agg(number ORDER BY version))[1], '') AS first,
      coalesce((array_agg(number ORDER BY version DESC))[1], '') AS last
    FROM (
      SELECT version, snapshot #>> '{content,identity,registration}' AS number
      FROM sub_processor_version WHERE sub_processor_id = ${subProcessorId}::uuid
    ) told WHERE number <> ''`;
  return known!;
}

export type SubProcessorChange = "created" | "saved" | "linked" | "moved";

/** Makes the version row of what now stands, and dates the end of the one before. */
export async function keepSubProcessorVersion(
  tx: Tx,
  ctx: Ctx,
  row: SubProcessorRow,
  columns: SubProcessorColumns,
  change: SubProcessorChange,
): Promise<void> {
  await tx.subProcessorVersion.updateMany({
    where: { subProcessorId: row.id, supersededAt: null },
    data: { supersededAt: ctx.now },
  });
  const { name, country, countries, requiredGaps, gapCodes } = columns;
  await tx.subProcessorVersion.create({
    data: {
      ...recordedBy(ctx),
      subProcessorId: row.id,
      version: row.version,
      change,
      reference: row.reference,
      ...{ name, country, countries, requiredGaps, gapCodes },
      state: row.state,
      scopeDigest: row.scopeDigest,
      snapshot: { state: row.state, content: row.content },
    },
  });
}

type NewSubProcessor = { reference: string; content: SubProcessorContent };

/** Writes a sub-processor and its first version. Under `lockSubProcessors`. */
export async function insertSubProcessor(
  tx: Tx,
  ctx: Ctx,
  said: NewSubProcessor,
  on: string,
): Promise<SubProcessorRow> {
  const id = newId(ctx.now);
  const columns = projectSubProcessor({ content: said.content, transfers: [], on });
  const scopeDigest = digestScope(said.content);
  const times = { createdAt: ctx.now, updatedAt: ctx.now };
  await tx.subProcessor.create({
    data: { ...said, ...columns, scopeDigest, id, orgId: ctx.scope.org, ...times },
  });
  const row = (await findSubProcessor(tx, id))!;
  await keepSubProcessorVersion(tx, ctx, row, columns, "created");
  return row;
}

/** The document flat, field by field, for the journal's before and after: "identity.address". */
export function saySubProcessor({ content }: Pick<SubProcessorRow, "content">) {
  const { terms, clauses, ...contract } = content.contract;
  const { answer } = content.chain;
  const sections = { ...content, chain: { answer }, contract, terms, clauses };
  const fields = Object.entries(sections).flatMap(([section, values]) =>
    Object.entries(values).map(([field, value]) => [`${section}.${field}`, value] as const),
  );
  return Object.fromEntries(fields);
}

/** Every version, newest first, as far as a page shows them. */
export function findVersions(tx: Tx, subProcessorId: string, take = 50) {
  return tx.subProcessorVersion.findMany({
    where: { subProcessorId },
    orderBy: { version: "desc" },
    take,
    select: { version: true, change: true, authorName: true, recordedAt: true, scopeDigest: true },
  });
}

/** Dated facts of its life, newest first. */
export function findFacts(tx: Tx, subProcessorId: string) {
  return tx.subProcessorFact.findMany({
    where: { subProcessorId },
    orderBy: { recordedAt: "desc" },
    take: 50,
    select: { event: true, factOn: true, reason: true, recordedAt: true, authorName: true },
  });
}
