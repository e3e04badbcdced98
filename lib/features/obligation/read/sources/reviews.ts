import { planMeasureReview, planRecordReview } from "@/lib/domain/obligation/plan-reviews";
import type { Capacity } from "@/lib/domain/processing-record/types";
import { reviewRowOf } from "../reviews";
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
      id: true,
      reference: true,
      capacity: true,
      activity: true,
      reviewDueOn: true,
      reviewedOn: true,
      version: true,
      updatedAt: true,
      controllerId: true,
      controllerName: true,
    },
  });
  return rows.flatMap(({ activity, reviewDueOn, reviewedOn, capacity, ...record }) =>
    planRecordReview({
      // The database admits no others.
      row: reviewRowOf({ ...record, capacity: capacity as Capacity }),
      activity,
      reviewDueOn: reviewDueOn !== null && reviewDueOn <= until ? reviewDueOn : null,
      reviewedOn: reviewedOn !== null && reviewedOn >= doneSince ? reviewedOn : null,
    }),
  );
};

export const findMeasureObligations: FindObligations = async (tx, { measureTitle }) => {
  const rows = await tx.measure.findMany({
    where: { retiredAt: null, reviewOn: { not: null } },
    select: {
      id: true,
      reference: true,
      title: true,
      libraryCode: true,
      reviewOn: true,
      version: true,
      updatedAt: true,
    },
  });
  return rows.flatMap(({ id, reference, title, libraryCode, reviewOn, version, updatedAt }) => {
    if (reviewOn === null) return [];
    const row = {
      subject: { id, reference },
      controller: null,
      version,
      path: `/measures/${id}`,
      changedAt: updatedAt.getTime(),
    };
    return [
      planMeasureReview({ row, title: title || (libraryCode ? measureTitle(libraryCode) : ""), reviewOn }),
    ];
  });
};
