import type { AuthorityDuty } from "./authority-duties";

/** States who else must or need not be told, by a rule that has a date. Days are inclusive. */
export type Advice = {
  id:
    | "authority-by-controller"
    | "persons-by-controller"
    | "every-authority"
    | "high-risk-only"
    | "targeting-unanswered"
    | "no-duty-to-cndp"
    | "vital-operator"
    | "omnibus-not-adopted";
  article: string;
  from: string;
  until: string | null;
  /** `flag`: the law leaves it open, and a person answers. */
  weight: "rule" | "flag";
};

const RULES: readonly Advice[] = [
  { id: "authority-by-controller", article: "33(1)", from: "2018-05-25", until: null, weight: "rule" },
  { id: "persons-by-controller", article: "34", from: "2018-05-25", until: null, weight: "rule" },
  {
    id: "every-authority",
    article: "3(2), EDPB 9/2022 §73",
    from: "2023-03-28",
    until: null,
    weight: "rule",
  },
  { id: "high-risk-only", article: "FADP 24(1)", from: "2023-09-01", until: null, weight: "rule" },
  { id: "targeting-unanswered", article: "3(2)", from: "2018-05-25", until: null, weight: "flag" },
  { id: "no-duty-to-cndp", article: "09-08", from: "2009-02-23", until: null, weight: "rule" },
  { id: "vital-operator", article: "05-20", from: "2020-07-30", until: null, weight: "flag" },
  { id: "omnibus-not-adopted", article: "COM(2025) 837", from: "2025-11-19", until: null, weight: "flag" },
];

/**
 * The advice of a day, with the duties of the controllers that are affected. "Every authority" follows 3(2) without an
 * establishment in the Union, and a representative under article 27 changes nothing of it.
 */
export function adviceOn(day: string, duties: readonly AuthorityDuty[]): Advice[] {
  const isAsked: Partial<Record<Advice["id"], boolean>> = {
    "every-authority": duties.some(({ isEveryAuthority }) => isEveryAuthority),
    "high-risk-only": duties.some(({ kind }) => kind === "no-hours"),
    "targeting-unanswered": duties.some(({ open }) => open !== null),
  };
  return RULES.filter(
    ({ id, from, until }) => from <= day && (until === null || day <= until) && (isAsked[id] ?? true),
  );
}
