import { decisionNumber } from "@/lib/domain/authorisation/choices";
import { forController, type FlowLine } from "@/lib/domain/authorisation/flow-down";
import { authorisationStatusAt, isSilenceHeld } from "@/lib/domain/authorisation/request-status";
import { contractContentSchema } from "@/lib/domain/contract/content";
import { contractOn } from "@/lib/domain/contract/in-force";
import { subProcessorContentSchema } from "@/lib/domain/sub-processor/content";
import { flowDownTerms } from "@/lib/domain/authorisation/flow-down-terms";
import type { Prisma } from "@/lib/generated/prisma/client";
import { storedRequestOf, type AuthorisationRow } from "@/lib/features/authorisation/read/queries";
import { today, type ContactCtx } from "@/lib/platform/request/context";
import type { Tx } from "@/lib/platform/database/transaction";

/** Current status and time left; an archived controller owes no answer. */
export function isOpenInPortal(row: AuthorisationRow, { now }: ContactCtx) {
  const { state, period, waits: asked } = authorisationStatusAt(storedRequestOf(row), now.getTime());
  const leftMs = period && period.endsAt > now.getTime() ? period.endsAt - now.getTime() : null;
  const waits = row.controller.archivedAt === null ? asked : null;
  const isHeld = row.state === "notified" && isSilenceHeld(storedRequestOf(row), now.getTime());
  return { state, period, waits, leftMs, isAwaited: waits !== null, isSilenceHeld: isHeld };
}

/** Entries of the controller that name the sub-processor. */
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

/** Compares both contracts, article 28(4), without internal notes; otherwise names the missing contract. */
export async function findFlow(
  tx: Tx,
  ctx: ContactCtx,
  { contractId, subProcessorId }: AuthorisationRow,
): Promise<FlowLine[] | "unknown" | "unsigned"> {
  const contract =
    contractId && (await tx.contract.findFirst({ where: { id: contractId }, select: datedSelect }));
  const other = await tx.subProcessor.findFirst({ where: { id: subProcessorId }, select: { content: true } });
  if (!contract || !other) return "unknown";
  const { state, contractTerms } = contractOn(
    { ...contract, content: contractContentSchema.parse(contract.content) },
    today(ctx),
  );
  if (state !== "in-force") return "unknown";
  const lines = flowDownTerms(contractTerms, subProcessorContentSchema.parse(other.content), today(ctx));
  return lines?.map(forController) ?? "unsigned";
}

const datedSelect = {
  signedOn: true,
  effectiveOn: true,
  noticeGivenOn: true,
  endedOn: true,
  content: true,
} satisfies Prisma.ContractSelect;

export async function findSignatories(tx: Tx): Promise<string[]> {
  const rows = await tx.controllerContact.findMany({
    where: { role: "signatory", acceptedAt: { not: null }, endedAt: null },
    orderBy: [{ name: "asc" }, { id: "asc" }],
    select: { name: true },
  });
  return rows.map(({ name }) => name);
}

/** Certificates of decisions, by request version. */
export function findCertificates(tx: Tx, authorisationId: string) {
  return tx.decisionCertificate.findMany({
    where: { authorisationId },
    orderBy: { version: "asc" },
    select: { version: true, number: true, documentId: true, digest: true, issuedAt: true },
  });
}

/** Locks the series until the transaction ends, so that a refusal leaves no gap. */
export async function allocateNumber(tx: Tx, year: number) {
  const [row] = await tx.$queryRaw<
    [{ counter: number }]
  >`SELECT next_decision_certificate(${year}::int) AS counter`;
  const { counter } = row;
  return { year, counter, number: decisionNumber({ year, counter }) };
}

/** Address of the deciding contact. */
export function findOwnAddress(tx: Tx, { actor }: ContactCtx) {
  return tx.controllerContact.findFirstOrThrow({
    where: { id: actor.contactId },
    select: {
      name: true,
      email: true,
      capacity: true,
      language: true,
      invitedByName: true,
      createdAt: true,
      invitedAt: true,
    },
  });
}

export async function findProcessor(tx: Tx) {
  const { legalName, address, city, slug } = await tx.organisation.findFirstOrThrow({
    select: { legalName: true, address: true, city: true, slug: true },
  });
  return { name: legalName, address: [address, city].filter(Boolean).join(", "), slug };
}

export type Parties = {
  account: Awaited<ReturnType<typeof findOwnAddress>>;
  organisation: Awaited<ReturnType<typeof findProcessor>>;
};
