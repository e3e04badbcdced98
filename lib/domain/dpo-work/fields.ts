import { ASSISTANCE, FILINGS, SEVERITIES } from "./content";
import type { LinedKind, WorkKind } from "./kinds";

type PlainKind = "line" | "text" | "lines" | "day" | "count" | "controller" | "records" | "address";
/** Control of a field, and how its value is read. */
export type WorkFieldKind =
  | { [K in PlainKind]: { kind: K } }[PlainKind]
  | { kind: "choice"; words: string; options: readonly string[] };

export type WorkField = readonly [name: string, of: WorkFieldKind, required?: true];

const TITLE: WorkField = ["title", { kind: "line" }, true];

/** Fields of each document, in the order of its form and of its sheet. */
export const WORK_FIELDS: Record<WorkKind, readonly WorkField[]> = {
  "watch-item": [
    TITLE,
    ["source", { kind: "line" }],
    ["url", { kind: "address" }],
    ["publishedOn", { kind: "day" }],
    ["readOn", { kind: "day" }, true],
    ["changes", { kind: "text" }],
  ],
  training: [
    TITLE,
    ["on", { kind: "day" }, true],
    ["minutes", { kind: "count" }],
    ["trainer", { kind: "line" }],
    ["programme", { kind: "text" }],
    ["staff", { kind: "lines" }],
    ["others", { kind: "lines" }],
    ["headcount", { kind: "count" }],
    ["repeatMonths", { kind: "count" }],
  ],
  "internal-audit": [
    TITLE,
    ["on", { kind: "day" }, true],
    ["auditor", { kind: "line" }],
    ["scope", { kind: "text" }],
    ["conclusions", { kind: "text" }],
  ],
  assistance: [
    TITLE,
    ["controllerId", { kind: "controller" }, true],
    ["type", { kind: "choice", words: "assistance", options: ASSISTANCE }, true],
    ["askedOn", { kind: "day" }, true],
    ["request", { kind: "text" }],
  ],
  "dpo-designation": [TITLE, ["on", { kind: "day" }, true], ["tasks", { kind: "text" }]],
  procedure: [TITLE, ["owner", { kind: "line" }], ["purpose", { kind: "text" }]],
  "cndp-filing": [
    TITLE,
    ["type", { kind: "choice", words: "filing", options: FILINGS }, true],
    ["recordIds", { kind: "records" }],
    ["purpose", { kind: "text" }],
    ["conditions", { kind: "text" }],
  ],
};

/** Fields of the lines of a document. */
export const LINE_FIELDS: Record<LinedKind, readonly WorkField[]> = {
  "watch-item": [
    ["text", { kind: "line" }, true],
    ["owner", { kind: "line" }],
    ["dueOn", { kind: "day" }],
  ],
  "internal-audit": [
    ["text", { kind: "line" }, true],
    ["severity", { kind: "choice", words: "severity", options: SEVERITIES }, true],
    ["article", { kind: "line" }],
    ["action", { kind: "text" }],
    ["owner", { kind: "line" }],
    ["dueOn", { kind: "day" }],
  ],
  procedure: [
    ["text", { kind: "line" }, true],
    ["body", { kind: "text" }],
    ["document", { kind: "line" }],
    ["approvedBy", { kind: "line" }, true],
    ["inForceFrom", { kind: "day" }, true],
    ["nextReviewOn", { kind: "day" }],
  ],
};
