import { PLACE_KINDS } from "@/lib/domain/country/place-kinds";
import {
  ADAPTATIONS,
  CONCLUSIONS,
  TRANSFER_TOOLS,
  type TransferContent,
  type TransferSection,
} from "./content";

export type FieldKind =
  | { kind: "line" | "text" | "day" | "count" | "country" }
  /** `words` is the group under `transfer.choices`. */
  | { kind: "choice"; words: string; options: readonly string[] };

const line = { kind: "line" } as const;
const text = { kind: "text" } as const;
const day = { kind: "day" } as const;
const country = { kind: "country" } as const;
const choice = (words: string, options: readonly string[]): FieldKind => ({ kind: "choice", words, options });

/** Control of each field, in the order of its form. */
export const TRANSFER_FIELDS: { [S in TransferSection]: Record<keyof TransferContent[S], FieldKind> } = {
  importer: {
    name: line,
    country,
    placeKind: choice("placeKind", PLACE_KINDS),
    address: line,
    contact: line,
    activities: text,
    standing: line,
  },
  tool: {
    tool: choice("tool", TRANSFER_TOOLS),
    module: choice("module", ["1", "2", "3", "4"]),
    adaptation: choice("adaptation", ADAPTATIONS),
    signedOn: day,
    docking: choice("docking", ["included", "excluded"]),
    authorisation: choice("authorisation", ["specific", "general"]),
    noticeDays: { kind: "count" },
    redress: choice("redress", ["included", "excluded"]),
    law: country,
    forum: country,
    authority: line,
  },
  assessment: {
    data: text,
    actors: text,
    rules: text,
    necessity: text,
    oversight: text,
    remedies: text,
    practice: text,
    measures: text,
    conclusion: choice("conclusion", CONCLUSIONS),
    reasons: text,
    assessedOn: day,
    nextReviewOn: day,
  },
};

/** The fields of one section with how each is asked. */
export function fieldsOf(section: TransferSection): [name: string, kind: FieldKind][] {
  return Object.entries(TRANSFER_FIELDS[section]);
}

/** Fields that only the clauses of 2021/914 have. */
const OF_CLAUSES = [
  "module",
  "docking",
  "authorisation",
  "noticeDays",
  "redress",
  "law",
  "forum",
  "authority",
];

/** Returns whether a field is shown: blank fields that nothing requires are hidden. */
export function isFieldRelevant(content: TransferContent, section: TransferSection, name: string): boolean {
  const value = (content[section] as Record<string, unknown>)[name];
  if (value !== null && value !== "") return true;
  if (section === "tool" && OF_CLAUSES.includes(name)) return content.tool.tool === "scc-2021-914";
  // A British or a Swiss controller alone needs one, and its gap says so.
  if (name === "adaptation") return false;
  return name !== "standing" || content.tool.tool === "adequacy";
}

/** Headings within a section, by the field they stand before; words under `transfer.headings`. */
export const HEADINGS: Readonly<Record<string, string>> = {
  data: "facts",
  rules: "access",
  measures: "outcome",
  docking: "options",
};
