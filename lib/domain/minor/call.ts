/** Outcomes of a minor on the line: the call was ended, or an adult came to it. */
export const MINOR_CALL_OUTCOMES = ["ended", "adult"] as const;
export type MinorCallOutcome = (typeof MINOR_CALL_OUTCOMES)[number];

/** Steps for an agent, in their order. */
export const MINOR_CALL_STEPS = ["stop", "adult", "end", "nothing", "note"] as const;
