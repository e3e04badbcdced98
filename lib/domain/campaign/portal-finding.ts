import type { FindingGroup } from "@/lib/domain/call-log/tally";

/** Finding of the law on calls of a log, as the controller reads it. */
export type CallFinding = Pick<FindingGroup, "rule" | "article" | "verdict" | "reason" | "calls" | "country">;
