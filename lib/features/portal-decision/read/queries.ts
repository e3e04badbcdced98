import { decisionNumber } from "@/lib/domain/authorisation/choices";
import { forController, type FlowLine } from "@/lib/domain/authorisation/flow-down";
import { authorisationStatusAt } from "@/lib/domain/authorisation/request-status";
import { contractContentSchema } from "@/lib/domain/contract/content";
import { contractOn } from "@/lib/domain/contract/in-force";
import { subProcessorContentSchema } from "@/lib/domain/sub-processor/content";
import { passedDown } from "@/lib/domain/authorisation/flow-down-terms";
import type { Prisma } from "@/lib/generated/prisma/client";
import { storedRequestOf, type AuthorisationRow } from "@/lib/features/authorisation/read/queries";
import { today, type ContactCtx } from "@/lib/platform/request/context";
import type { Tx } from "@/lib/platform/database/transaction";

/** Where a request stands now, and how much time is left; of a controller that is archived no word is waited for. */
export function isOpenInPortal(row: AuthorisationRow, { now }: ContactCtx) {
  const { state, period, waits: asked } = authorisationStatusAt(storedRequestOf(row), now.getTime());
  const leftMs = period && period.endsAt > now.getTime() ? period.endsAt - now.getTime() : null;
  const waits = row.controller.archivedAt === null ? asked : null;
  return { state, period, waits, leftMs, isAwaited: waits !== null };
}

/** The entries of the controller's register in which a sub-processor works. */
export function findConcerned(tx: Tx, { controllerId, subProcessorId }: AuthorisationRow) {
  return tx.processingRecord.findMany({
    where: {
      controllerId,
      capacity: "processor",
      state: { notIn: ["draft", "ended"] },
      subProcessorIds: { has: subProcessorId },
    },
    orderBy: { reference: "asc" },
    select: { id: true, reference: true, activity: true },
  });
}

/**
 * What this controller's own contract promises beside the contract with the sub-processor, art. 28(4), without what the
 * processor noted of either; or which of the two is not there to be compared.
 */
export async function findFlow(
  tx: Tx,
  ctx: ContactCtx,
  { contractId, subProcessorId }: AuthorisationRow,
): Promise<FlowLine[] | "unknown" | "unsigned"> {
  const contract =
    contractId && (await tx.contract.findFirst({ where: { id: contractId }, select: datedSelect }));
  const other = await tx.subProcessor.findFirst({ where: { id: subProcessorId }, select: { content: true } });
  if (!contract || !other) return "unknown";
  const { state, deed } = contractOn(
    { ...contract, content: contractContentSchema.parse(contract.content) },
    today(ctx),
  );
  if (state !== "in-force") return "unknown";
  const lines = passedDown(deed, subProcessorContentSchema.parse(other.content), today(ctx));
  return lines?.map(forController) ?? "unsigned";
}

const datedSelect = {
  signedOn: true,
  effectiveOn: true,
  noticeGivenOn: true,
  endedOn: true,
  content: true,
} satisfies Prisma.ContractSelect;

/** Whoever else may decide for the controller, by name. */
export async function findSignatories(tx: Tx): Promise<string[]> {
  const rows = await tx.controllerContact.findMany({
    where: { role: "signatory", acceptedAt: { not: null }, endedAt: null },
    orderBy: [{ name: "asc" }, { id: "asc" }],
    select: { name: true },
  });
  return rows.map(({ name }) => name);
}

/** What certifies the decisions on a request, by the version that each made. */
export function findCertificates(tx: Tx, authorisationId: string) {
  return tx.decisionCertificate.findMany({
    where: { authorisationId },
    orderBy: { version: "asc" },
    select: { version: true, number: true, documentId: true, digest: true, issuedAt: true },
  });
}

/** The next number of a year, held until the transaction ends: a refusal leaves no hole. */
export async function allocateNumber(tx: Tx, year: number) {
  const [row] = await tx.$queryRaw<
    [{ counter: number }]
  >`SELECT next_decision_certificate(${year}::int) AS counter`;
  const { counter } = row;
  return { year, counter, number: decisionNumber({ year, counter }) };
}

/** Who is told of a decision besides the stewards: the contact who made it. */
export function findOwnAddress(tx: Tx, { actor }: ContactCtx) {
  return tx.controllerContact.findFirstOrThrow({
    where: { id: actor.contactId },
    select: {
      ...{ name: true, email: true, capacity: true, language: true },
      ...{ invitedByName: true, createdAt: true, invitedAt: true },
    },
  });
}

export async function findProcessor(tx: Tx) {
  const { legalName, address, city, slug } = await tx.organisation.findFirstOrThrow({
    select: { legalName: true, address: true, city: true, slug: true },
  });
  return { name: legalName, address: [address, city].filter(Boolean).join(", "), slug };
}

/** Both sides of a decision: the contact who makes it, and the processor. */
export type Parties = {
  account: Awaited<ReturnType<typeof findOwnAddress>>;
  organisation: Awaited<ReturnType<typeof findProcessor>>;
};
