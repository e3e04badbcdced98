import { type ConsultationContent, consultationContentSchema } from "@/lib/domain/consultation/content";
import type { ConsultationState } from "@/lib/domain/consultation/lifecycle";
import { type InstructionStatus, instructionStatusOn } from "@/lib/domain/instruction/in-force";
import type { Prisma } from "@/lib/generated/prisma/client";
import type { Tx } from "@/lib/platform/database/transaction";
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

/** Controller whose consultation it is now: the one that its own was merged into. */
export function holderOf({ controller }: Pick<ConsultationRow, "controller">): string {
  return controller.mergedIntoId ?? controller.id;
}

/** Name of that controller, whom letters and screens name. */
export async function findHolderName(tx: Tx, row: Pick<ConsultationRow, "controller">): Promise<string> {
  if (row.controller.mergedIntoId === null) return row.controller.legalName;
  const holder = await tx.controller.findFirstOrThrow({
    where: { id: holderOf(row) },
    select: { legalName: true },
  });
  return holder.legalName;
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
  return tx.consultationVersion.findMany({
    where: { consultationId },
    orderBy: { version: "desc" },
    take: 50,
    select: { version: true, change: true, authorName: true, recordedAt: true },
  });
}

export function findFacts(tx: Tx, consultationId: string) {
  return tx.consultationFact.findMany({
    where: { consultationId },
    orderBy: [{ recordedAt: "desc" }, { id: "desc" }],
    take: 50,
    select: { event: true, factOn: true, reason: true, recordedAt: true, authorName: true },
  });
}

/** Controllers that persons may be consulted for. */
export function findControllers(tx: Tx) {
  return tx.controller.findMany({
    where: { archivedAt: null, mergedIntoId: null, isPlaceholder: false },
    orderBy: { legalName: "asc" },
    select: { id: true, legalName: true },
  });
}

/** Instructions that a consultation of the controller may execute, the latest first. */
export function findInstructions(tx: Tx, controllerId: string) {
  return tx.instruction.findMany({
    where: { controllerId },
    orderBy: [{ receivedAt: "desc" }, { id: "desc" }],
    select: { id: true, number: true, text: true },
  });
}
