/** Certainty of a rule: its text was read, others report it, recalled, or derived by applying a rule. */
export type DatedStatus = "text" | "secondary" | "memory" | "derived";

/**
 * A rule of law as data. `from` and `until` are inclusive calendar dates, "2018-05-25"; `until` is null while
 * no end is known. Rules are read at the date of the fact, never at the date of the reading.
 */
export type Dated = {
  from: string;
  until: string | null;
  article: string;
  source: string;
  status: DatedStatus;
};

/** True when the rule holds on that calendar date. ISO dates compare as text. */
export function isInForce(rule: Pick<Dated, "from" | "until">, on: string): boolean {
  return rule.from <= on && (rule.until === null || on <= rule.until);
}
