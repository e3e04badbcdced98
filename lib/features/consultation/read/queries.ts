import { type ConsultationContent, consultationContentSchema } from "@/lib/domain/consultation/content";
import type { ConsultationState } from "@/lib/domain/consultation/lifecycle";
import type { Prisma } from "@/lib/generated/prisma/client";
import type { Tx } from "@/lib/platform/database/transaction";
import { LATEST_FACTS, LATEST_VERSIONS } from "@/lib/platform/versioned/history";
import { holderOf } from "@/lib/features/controller/read/active";
import { findFit, type InstructionFit } from "@/lib/features/instruction/read/nameable";

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

/** Most open consultations that are judged for one page. */
const MOST_OPEN = 100;

/** Consultations whose links still ask, or will. */
export async function findOpenConsultations(tx: Tx, day: string): Promise<ConsultationRow[]> {
  const rows = await tx.consultation.findMany({
    where: { state: "open", OR: [{ lastDay: null }, { lastDay: { gte: day } }] },
    orderBy: { id: "asc" },
    take: MOST_OPEN,
    select: consultationSelect,
  });
  return rows.map(readConsultation);
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

/** Judges on a day the instruction that a consultation executes, beside its written reason. */
export function findInstructionFit(tx: Tx, row: ConsultationRow, day: string): Promise<InstructionFit> {
  return findFit(tx, {
    controllerId: holderOf(row),
    id: row.instructionId,
    use: "consultation",
    day,
    writtenReason: row.content.instructionReason,
  });
}

export function findVersions(tx: Tx, consultationId: string) {
  return tx.consultationVersion.findMany({ where: { consultationId }, ...LATEST_VERSIONS });
}

export function findFacts(tx: Tx, consultationId: string) {
  return tx.consultationFact.findMany({ where: { consultationId }, ...LATEST_FACTS });
}
