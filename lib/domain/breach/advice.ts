/** States who else must or need not be told, by a rule that has a date. Days are inclusive. */
export type Advice = {
  id:
    | "authority-by-controller"
    | "persons-by-controller"
    | "every-authority"
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
    weight: "flag",
  },
  { id: "no-duty-to-cndp", article: "09-08", from: "2009-02-23", until: null, weight: "rule" },
  { id: "vital-operator", article: "05-20", from: "2020-07-30", until: null, weight: "flag" },
  { id: "omnibus-not-adopted", article: "COM(2025) 837", from: "2025-11-19", until: null, weight: "flag" },
];

/** The advice of a day; "every authority" only where a controller outside the EEA is touched. */
export function adviceOn(day: string, { hasOutsideEea }: { hasOutsideEea: boolean }): Advice[] {
  return RULES.filter(
    ({ id, from, until }) =>
      from <= day && (until === null || day <= until) && (id !== "every-authority" || hasOutsideEea),
  );
}
