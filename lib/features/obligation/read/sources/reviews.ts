import { planMeasureReview, planRecordReview } from "@/lib/domain/obligation/plan-reviews";
import { REGISTER_SEGMENTS } from "@/lib/domain/processing-record/register-segments";
import type { Capacity } from "@/lib/domain/processing-record/types";
import type { ProcessingRecord } from "@/lib/generated/prisma/client";
import { doneDay, type FindObligations } from "./asked";

/**
 * Entries of both registers that are in force. The controller is named by the entry's own column: a relation of tens of
 * thousands of rows asks for more parameters than a statement may have.
 */
export const findRecordObligations: FindObligations = async (tx, asked) => {
  const [{ until }, doneSince] = [asked, doneDay(asked)];
  const rows = await tx.processingRecord.findMany({
    where: { state: "active", OR: [{ reviewDueOn: { lte: until } }, { reviewedOn: { gte: doneSince } }] },
    select: {
      ...{ id: true, reference: true, capacity: true, activity: true, reviewDueOn: true },
      reviewedOn: true,
      ...{ version: true, updatedAt: true, controllerId: true, controllerName: true },
    },
  });
  return rows.flatMap(({ activity, reviewDueOn, reviewedOn, ...record }) =>
    planRecordReview({
      ...{ row: rowOf(record), activity },
      reviewDueOn: reviewDueOn !== null && reviewDueOn <= until ? reviewDueOn : null,
      reviewedOn: reviewedOn !== null && reviewedOn >= doneSince ? reviewedOn : null,
    }),
  );
};

type Named = Pick<
  ProcessingRecord,
  "id" | "reference" | "capacity" | "version" | "updatedAt" | "controllerId" | "controllerName"
>;

function rowOf({ id, reference, capacity, version, updatedAt, controllerId, controllerName }: Named) {
  return {
    ...{ subject: { id, reference }, version },
    controller: controllerId === null ? null : { id: controllerId, name: controllerName },
    path: `/${REGISTER_SEGMENTS[capacity as Capacity]}/${id}`,
    changedAt: updatedAt.getTime(),
  };
}

export const findMeasureObligations: FindObligations = async (tx, { measureTitle }) => {
  const rows = await tx.measure.findMany({
    where: { retiredAt: null, reviewOn: { not: null } },
    select: {
      ...{ id: true, reference: true, title: true, libraryCode: true, reviewOn: true },
      ...{ version: true, updatedAt: true },
    },
  });
  return rows.flatMap(({ id, reference, title, libraryCode, reviewOn, version, updatedAt }) => {
    if (reviewOn === null) return [];
    const row = {
      ...{ subject: { id, reference }, controller: null, version },
      ...{ path: `/measures/${id}`, changedAt: updatedAt.getTime() },
    };
    return [
      planMeasureReview({ row, title: title || (libraryCode ? measureTitle(libraryCode) : ""), reviewOn }),
    ];
  });
};
