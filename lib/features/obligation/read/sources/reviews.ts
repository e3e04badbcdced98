import { planMeasureReview, planRecordReview } from "@/lib/domain/obligation/plan-reviews";
import { REGISTER_SEGMENTS } from "@/lib/domain/processing-record/register-segments";
import type { Capacity } from "@/lib/domain/processing-record/types";
import { doneDay, type FindObligations, PARTY, partyOf } from "./asked";

/** Entries of both registers that are in force. */
export const findRecordObligations: FindObligations = async (tx, asked) => {
  const [{ until }, doneSince] = [asked, doneDay(asked)];
  const rows = await tx.processingRecord.findMany({
    where: { state: "active", OR: [{ reviewDueOn: { lte: until } }, { reviewedOn: { gte: doneSince } }] },
    select: {
      ...{ id: true, reference: true, capacity: true, activity: true, reviewDueOn: true },
      reviewedOn: true,
      ...{ version: true, updatedAt: true, controller: PARTY },
    },
  });
  return rows.flatMap(
    ({ id, reference, capacity, activity, reviewDueOn, reviewedOn, version, updatedAt, controller }) => {
      const row = {
        ...{ subject: { id, reference }, controller: partyOf(controller), version },
        path: `/${REGISTER_SEGMENTS[capacity as Capacity]}/${id}`,
        changedAt: updatedAt.getTime(),
      };
      return planRecordReview({
        ...{ row, activity },
        reviewDueOn: reviewDueOn !== null && reviewDueOn <= until ? reviewDueOn : null,
        reviewedOn: reviewedOn !== null && reviewedOn >= doneSince ? reviewedOn : null,
      });
    },
  );
};

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
