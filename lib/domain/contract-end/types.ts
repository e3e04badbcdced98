/** Kinds in reading order: art. 28(3)(g), and 28(4) for sub-processors. */
export const LINE_KINDS = ["choice", "system", "backup", "sub-processor", "retention"] as const;
export type LineKind = (typeof LINE_KINDS)[number];

/** Kinds of which a person may add a line that no entry of the register names. */
export const ADDED_KINDS = ["system", "sub-processor", "retention"] as const satisfies readonly LineKind[];

/** `waiting` is a backup whose purge is dated and not yet confirmed: it stays open to the closing. */
export const LINE_STATES = ["open", "waiting", "settled"] as const;
export type LineState = (typeof LINE_STATES)[number];

/** Facts of the register about a line: references of entries, categories of data, retention periods. */
export type LineDetail = { records: string[]; data: string[]; retention: string[] };

/** Line drawn from the register. Without a title the entries name nothing, and a person must check. */
export type DrawnLine = { kind: LineKind; key: string; title: string; detail: LineDetail };

export const RUN_STATES = ["open", "closed", "cancelled"] as const;
export type RunState = (typeof RUN_STATES)[number];
