import { type ConsultationContent, consultationContentSchema } from "@/lib/domain/consultation/content";
import type { ConsultationState } from "@/lib/domain/consultation/lifecycle";
import { type InstructionStatus, instructionStatusOn } from "@/lib/domain/instruction/in-force";
import type { Prisma } from "@/lib/generated/prisma/client";
import type { Tx } from "@/lib/platform/database/transaction";
import { LATEST_FACTS, LATEST_VERSIONS } from "@/lib/platform/versioned/history";
import { holderOf } from "@/lib/features/controller/read/active";
import { datedInstruction, findInstructionsOf } from "@/lib/features/instruction/read/queries";

const consultationSelect = {
  id: true,
  reference: true,
  controllerId: true,
  instructionId: true,
  title: true,
  state: true,
  content: true,
  endedOn: true,
  mailedAt: true,
  erasedAt: true,
  version: true,
  updatedAt: true,
  controller: { select: { id: true, legalName: true, mergedIntoId: true } },
  instruction: { select: { id: true, number: true } },
} satisfies Prisma.ConsultationSelect;

type Stored = Prisma.ConsultationGetPayload<{ select: typeof consultationSelect }>;

export type ConsultationRow = Omit<Stored, "content" | "state"> & {
  state: ConsultationState;
  content: ConsultationContent;
};

export async function findConsultation(tx: Tx, id: string): Promise<ConsultationRow | null> {
  const row = await tx.consultation.findFirst({ where: { id }, select: consultationSelect });
  return row && readConsultation(row);
}

function readConsultation({ content, state, ...row }: Stored): ConsultationRow {
  return {
    ...row,
    state: state as ConsultationState,
    content: consultationContentSchema.parse(content),
  };
}

/** Fields of the journal. */
export function flattenConsultation({ title, controllerId, instructionId, content }: ConsultationRow) {
  return { title, controllerId, instructionId, ...content };
}

/** Status on a day of the instruction that a consultation executes; null where it names none. */
export async function findInstructionStatus(
  tx: Tx,
  row: ConsultationRow,
  day: string,
): Promise<InstructionStatus | null> {
  if (row.instructionId === null) return null;
  const instructions = (await findInstructionsOf(tx, holderOf(row))).map(datedInstruction);
  const own = instructions.find(({ id }) => id === row.instructionId);
  return own ? instructionStatusOn(own, day, instructions) : null;
}

export function findVersions(tx: Tx, consultationId: string) {
  return tx.consultationVersion.findMany({ where: { consultationId }, ...LATEST_VERSIONS });
}

export function findFacts(tx: Tx, consultationId: string) {
  return tx.consultationFact.findMany({ where: { consultationId }, ...LATEST_FACTS });
}
