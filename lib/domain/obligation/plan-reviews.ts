import { lastDay } from "@/lib/domain/time/partial-date";
import { instantOfDay, onDay, type Obligation, obligationOf, type Row } from "./types";

/** Entry of a register with the date of its next review. */
export function planRecordReview(it: {
  row: Row;
  activity: string;
  reviewDueOn: string | null;
  /** Day of the last review; null where none is in sight. */
  reviewedOn: string | null;
}): Obligation[] {
  const { row, activity: about, reviewDueOn, reviewedOn } = it;
  return [
    ...(reviewDueOn === null ? [] : [obligationOf(row, "record.review", onDay(reviewDueOn), { about })]),
    ...(reviewedOn === null
      ? []
      : [
          obligationOf(row, "record.review", onDay(reviewedOn), {
            about,
            part: "reviewed",
            doneAt: instantOfDay(reviewedOn),
          }),
        ]),
  ];
}

/** A measure kept until the last day that the date of its review covers: "2026-03" until 31 March. */
export function planMeasureReview(it: { row: Row; title: string; reviewOn: string }): Obligation {
  const due = onDay(lastDay({ value: it.reviewOn, text: "" }));
  return obligationOf(it.row, "measure.review", due, { about: it.title });
}
