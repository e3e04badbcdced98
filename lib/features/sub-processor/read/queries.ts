import { createHash } from "node:crypto";
import { required } from "@/lib/domain/invariant/required";
import { type SubProcessorContent, subProcessorContentSchema } from "@/lib/domain/sub-processor/content";
import type { SubProcessorState } from "@/lib/domain/sub-processor/lifecycle";
import type { LinkedTransfer } from "@/lib/domain/sub-processor/use-requirements";
import { type KnownNumbers, scopeText } from "@/lib/domain/sub-processor/scope";
import { readLinkedTransfer } from "@/lib/domain/authorisation/sub-processor-use";
import type { Prisma } from "@/lib/generated/prisma/client";
import type { Tx } from "@/lib/platform/database/transaction";
import { LATEST_FACTS, LATEST_VERSIONS } from "@/lib/platform/versioned/history";

export const subProcessorSelect = {
  id: true,
  reference: true,
  state: true,
  content: true,
  scopeDigest: true,
  version: true,
} satisfies Prisma.SubProcessorSelect;

type Stored = Prisma.SubProcessorGetPayload<{ select: typeof subProcessorSelect }>;

export type SubProcessorRow = Omit<Stored, "content" | "state"> & {
  content: SubProcessorContent;
  state: SubProcessorState;
};

export async function findSubProcessor(tx: Tx, id: string): Promise<SubProcessorRow | null> {
  const row = await tx.subProcessor.findFirst({ where: { id }, select: subProcessorSelect });
  return row && readSubProcessor(row);
}

export type ListedRow = SubProcessorRow & { transferReferences: string[] };

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

export function readSubProcessor({ content, state, ...row }: Stored): SubProcessorRow {
  return {
    ...row,
    state: state as SubProcessorState,
    content: subProcessorContentSchema.parse(content),
  };
}

export async function findLinkedTransfers(tx: Tx, subProcessorId: string): Promise<LinkedTransfer[]> {
  const rows = await tx.transfer.findMany({ where: { subProcessorId }, ...linkedSelect });
  return rows.map(readLinkedTransfer);
}

export const linkedSelect = {
  orderBy: { reference: "asc" },
  select: { state: true, content: true, controllerId: true },
} satisfies Prisma.TransferFindManyArgs;

/** SHA-256 of the authorised scope. */
export function digestScope(content: SubProcessorContent, known?: KnownNumbers): string {
  return createHash("sha256").update(scopeText(content, known)).digest("hex");
}

/** Registration numbers of all versions, and the first data that one of them stated. */
export async function findKnownNumbers(tx: Tx, subProcessorId: string): Promise<KnownNumbers> {
  const [known] = await tx.$queryRaw<KnownNumbers[]>`
    SELECT coalesce((array_agg(number ORDER BY version) FILTER (WHERE number <> ''))[1], '') AS first,
      coalesce((array_agg(number ORDER BY version DESC) FILTER (WHERE number <> ''))[1], '') AS last,
      coalesce((array_agg(data ORDER BY version) FILTER (WHERE data <> ''))[1], '') AS data
    FROM (
      SELECT version, snapshot #>> '{content,identity,registration}' AS number,
        snapshot #>> '{content,service,data}' AS data
      FROM sub_processor_version WHERE sub_processor_id = ${subProcessorId}::uuid
    ) told`;
  return required(known, "sub-processor of the list");
}

/** Flat keys for the journal: "identity.address". */
export function flattenSubProcessor({ content }: Pick<SubProcessorRow, "content">) {
  const { terms, clauses, ...contract } = content.contract;
  const { answer } = content.chain;
  const sections = { ...content, chain: { answer }, contract, terms, clauses };
  const fields = Object.entries(sections).flatMap(([section, values]) =>
    Object.entries(values).map(([field, value]) => [`${section}.${field}`, value] as const),
  );
  return Object.fromEntries(fields);
}

export function findVersions(tx: Tx, subProcessorId: string, take: number = LATEST_VERSIONS.take) {
  return tx.subProcessorVersion.findMany({
    where: { subProcessorId },
    ...LATEST_VERSIONS,
    take,
    select: { ...LATEST_VERSIONS.select, scopeDigest: true },
  });
}

export function findFacts(tx: Tx, subProcessorId: string) {
  return tx.subProcessorFact.findMany({ where: { subProcessorId }, ...LATEST_FACTS });
}
