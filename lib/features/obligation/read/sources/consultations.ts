import { consultationContentSchema } from "@/lib/domain/consultation/content";
import type { ConsultationState } from "@/lib/domain/consultation/lifecycle";
import { planConsultation } from "@/lib/domain/obligation/plan-consultation";
import type { Prisma } from "@/lib/generated/prisma/client";
import { type FindObligations, PARTY, partyOf } from "./asked";

const SHOWN = {
  id: true,
  reference: true,
  title: true,
  state: true,
  lastDay: true,
  endedOn: true,
  erasedAt: true,
  version: true,
  updatedAt: true,
  controller: PARTY,
  content: true,
  persons: { where: { contactSealed: { not: null } }, take: 1, select: { id: true } },
} satisfies Prisma.ConsultationSelect;
type Shown = Prisma.ConsultationGetPayload<{ select: typeof SHOWN }>;

/** Consultations whose contacts are not erased, of any age, and those that were since the bound. */
export const findConsultationObligations: FindObligations = async (tx, { doneSince }) => {
  const rows = await tx.consultation.findMany({
    where: { state: { not: "draft" }, OR: [{ erasedAt: null }, { erasedAt: { gte: doneSince } }] },
    orderBy: { id: "asc" },
    select: SHOWN,
  });
  return rows
    .flatMap((row) => planConsultation(toPlan(row)))
    .filter(({ doneAt }) => doneAt === null || doneAt >= doneSince.getTime());
};

function toPlan({ persons, state, erasedAt, content, ...row }: Shown) {
  return {
    row: {
      subject: { id: row.id, reference: `${row.reference} ${row.title}` },
      version: row.version,
      controller: partyOf(row.controller),
      path: `/telephone/consultations/${row.id}`,
      changedAt: row.updatedAt.getTime(),
    },
    lastDay: row.lastDay,
    endedOn: row.endedOn,
    hasContacts: persons.length > 0,
    contactDays: consultationContentSchema.parse(content).contactDays,
    // The database admits no others.
    state: state as ConsultationState,
    erasedAt: erasedAt?.getTime() ?? null,
  };
}
