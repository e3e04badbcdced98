import { contractContentSchema } from "@/lib/domain/contract/content";
import { contractOn } from "@/lib/domain/contract/in-force";
import { lawColumns } from "@/lib/domain/controller/law-facts";
import { bindingUnder } from "@/lib/domain/organisation/binding";
import type { GdprBinding } from "@/lib/domain/organisation/types";
import { type TransferContent, transferContentSchema } from "@/lib/domain/transfer/content";
import type { TransferState } from "@/lib/domain/transfer/lifecycle";
import { projectTransfer, type TransferColumns } from "@/lib/domain/transfer/projection";
import type { Prisma } from "@/lib/generated/prisma/client";
import { readTogether } from "@/lib/platform/read/read-together";
import type { Tx } from "@/lib/platform/database/transaction";
import { LATEST_FACTS, LATEST_VERSIONS } from "@/lib/platform/versioned/history";

const transferSelect = {
  id: true,
  reference: true,
  controllerId: true,
  subProcessorId: true,
  state: true,
  content: true,
  version: true,
  controller: { select: { id: true, legalName: true, archivedAt: true, ...lawColumns } },
  subProcessor: { select: { id: true, reference: true, name: true } },
} satisfies Prisma.TransferSelect;

type Stored = Prisma.TransferGetPayload<{ select: typeof transferSelect }>;

export type TransferRow = Omit<Stored, "content" | "state"> & {
  content: TransferContent;
  state: TransferState;
};

export async function findTransfer(tx: Tx, id: string): Promise<TransferRow | null> {
  const row = await tx.transfer.findFirst({ where: { id }, select: transferSelect });
  return row && readTransfer(row);
}

export async function findTransfers(tx: Tx, where: Prisma.TransferWhereInput = {}): Promise<TransferRow[]> {
  const rows = await tx.transfer.findMany({ where, select: transferSelect, orderBy: { reference: "asc" } });
  return rows.map(readTransfer);
}

function readTransfer({ content, state, ...row }: Stored): TransferRow {
  return { ...row, state: state as TransferState, content: transferContentSchema.parse(content) };
}

/** Locks the controller against archiving; excludes archived ones. */
export async function findParty(tx: Tx, id: string) {
  await tx.$queryRaw`SELECT 1 FROM controller WHERE id = ${id}::uuid FOR SHARE`;
  return tx.controller.findFirst({ where: { id, archivedAt: null }, select: { id: true } });
}

/** Importer of annex I.A. */
export type TransferParty = Pick<TransferContent["importer"], "name" | "country" | "address" | "contact">;

export function findListed(tx: Tx) {
  return tx.subProcessor.findMany({
    where: { state: "listed" },
    orderBy: { name: "asc" },
    select: { id: true, reference: true, name: true },
  });
}

/** Organisation as importer of annex I.A. */
export async function findOwnImporter(tx: Tx): Promise<TransferParty> {
  const { legalName, country, address, city, email, phone } = await tx.organisation.findFirstOrThrow({
    select: { legalName: true, country: true, address: true, city: true, email: true, phone: true },
  });
  return {
    name: legalName,
    country: country || null,
    address: [address, city].filter(Boolean).join(", "),
    contact: [email, phone].filter(Boolean).join(", "),
  };
}

const contractSelect = {
  controllerId: true,
  signedOn: true,
  effectiveOn: true,
  noticeGivenOn: true,
  endedOn: true,
  content: true,
} satisfies Prisma.ContractSelect;

/** First by reference where a controller has several. */
export async function findContracts(tx: Tx, on: string, controllerId?: string, ids?: readonly string[]) {
  const chosen = { ...(controllerId ? { controllerId } : {}), ...(ids ? { id: { in: [...ids] } } : {}) };
  const rows = await tx.contract.findMany({
    // The stored state is of the last assessment, so terms are judged by the requested day.
    where: { state: { not: "ended" }, ...chosen },
    orderBy: { reference: "desc" },
    select: contractSelect,
  });
  return new Map(
    rows.flatMap((row) => {
      const { state, contractTerms } = contractOn(
        { ...row, content: contractContentSchema.parse(row.content) },
        on,
      );
      return state === "in-force" ? [[row.controllerId, contractTerms] as const] : [];
    }),
  );
}

/** Applies the contract's own answer where it differs from the organisation's. */
export async function findBindings(tx: Tx, on: string, controllerId?: string) {
  const { organisation, terms } = await readTogether({
    organisation: tx.organisation.findFirstOrThrow({ select: { gdprBinding: true } }),
    terms: findContracts(tx, on, controllerId),
  });
  return (row: Pick<TransferRow, "controllerId">): GdprBinding => {
    const contractTerms = row.controllerId === null ? undefined : terms.get(row.controllerId);
    return bindingUnder(organisation.gdprBinding as GdprBinding, contractTerms?.terms.binding ?? null);
  };
}

/** Columns for lists, by the law of the day. */
export async function columnsOf(
  tx: Tx,
  row: Pick<TransferRow, "controllerId" | "content">,
  on: string,
): Promise<TransferColumns> {
  const bindingOf = await findBindings(tx, on, row.controllerId ?? undefined);
  const controller =
    row.controllerId === null
      ? null
      : await tx.controller.findFirst({ where: { id: row.controllerId }, select: lawColumns });
  return projectTransfer({
    content: row.content,
    binding: bindingOf(row),
    on,
    controller: controller,
  });
}

/** Flat keys for the journal: "tool.signedOn". */
export function flattenTransfer({ controllerId, subProcessorId, content }: TransferRow) {
  const { flow, ...sections } = content;
  const fields = Object.entries(sections).flatMap(([section, values]) =>
    Object.entries(values).map(([field, value]) => [`${section}.${field}`, value] as const),
  );
  return { controllerId, subProcessorId, flow, ...Object.fromEntries(fields) };
}

export function findVersions(tx: Tx, transferId: string, take: number = LATEST_VERSIONS.take) {
  return tx.transferVersion.findMany({ where: { transferId }, ...LATEST_VERSIONS, take });
}

export function findFacts(tx: Tx, transferId: string) {
  return tx.transferFact.findMany({ where: { transferId }, ...LATEST_FACTS });
}
