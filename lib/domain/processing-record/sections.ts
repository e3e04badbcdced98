import type { RecordContent } from "./content";

/** The record is read and saved in the order of the article; what 30(2) does not ask comes last. */
export const SECTION_FIELDS = {
  parties: [],
  operations: ["activity", "operations"],
  transfers: ["transferAnswer", "transferReason", "destinations", "transferText"],
  security: ["measureIds", "measures", "measuresAbsentReason"],
  beyond: [
    "contractReference",
    "persons",
    "dataCategories",
    "specialAnswer",
    "specialCategories",
    "specialText",
    "minorsAnswer",
    "minorsText",
    "volumes",
    "tools",
    "sites",
    "recipients",
    "subProcessorsAnswer",
    "subProcessors",
    "startsOn",
    "endsOn",
    "reviewedOn",
    "reviewDueOn",
    "frequency",
    "exemptionClaimed",
    "notes",
  ],
} as const satisfies Record<string, readonly (keyof RecordContent)[]>;

export type RecordSection = keyof typeof SECTION_FIELDS;
export const RECORD_SECTIONS = Object.keys(SECTION_FIELDS) as RecordSection[];

export const SECTION_ARTICLES: Record<RecordSection, { article: string; also: string }> = {
  parties: { article: "30(2)(a)", also: "27, 37" },
  operations: { article: "30(2)(b)", also: "" },
  transfers: { article: "30(2)(c)", also: "44–46" },
  security: { article: "30(2)(d)", also: "32(1)" },
  beyond: { article: "", also: "" },
};
