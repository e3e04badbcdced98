import { itemAt } from "@/lib/domain/invariant/required";
import type { RecordContent } from "./content";
import type { Capacity } from "./types";

/** Fields of each section, in the order of its article; a section that both registers have holds the same in both. */
export const SECTION_FIELDS = {
  parties: [],
  operations: ["activity", "operations"],

  "own-parties": ["jointAnswer", "jointControllers", "targetsUnion"],
  purposes: ["activity", "purposes"],
  "persons-and-data": [
    "persons",
    "dataCategories",
    "specialAnswer",
    "specialCategories",
    "specialText",
    "minorsAnswer",
    "minorsText",
    "minorsConsent",
    "minorsProcedureId",
  ],
  recipients: ["recipients", "subProcessorsAnswer", "subProcessors"],
  transfers: ["transferAnswer", "transferReason", "destinations", "transferText"],
  retention: ["retention", "retentionAbsentReason"],
  security: ["measureIds", "measures", "measuresAbsentReason"],

  additional: [
    "contractIds",
    "contractReference",
    "persons",
    "dataCategories",
    "specialAnswer",
    "specialCategories",
    "specialText",
    "minorsAnswer",
    "minorsText",
    "minorsConsent",
    "minorsProcedureId",
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
  "own-additional": [
    "legalBases",
    "specialCondition",
    "informationNotice",
    "cndpNumbers",
    "volumes",
    "tools",
    "sites",
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

/** Each register is read and saved in the order of its article; what the article does not ask comes last. */
export const SECTIONS: Record<Capacity, readonly RecordSection[]> = {
  processor: ["parties", "operations", "transfers", "security", "additional"],
  controller: [
    "own-parties",
    "purposes",
    "persons-and-data",
    "recipients",
    "transfers",
    "retention",
    "security",
    "own-additional",
  ],
};

/** True when the register of this capacity has such a section. */
export function isSectionOf(capacity: Capacity, section: string): section is RecordSection {
  return (SECTIONS[capacity] as readonly string[]).includes(section);
}

/** The section of a register in which a field is written. */
export function sectionOfField(capacity: Capacity, field: string): RecordSection {
  const found = SECTIONS[capacity].find((section) =>
    (SECTION_FIELDS[section] as readonly string[]).includes(field),
  );
  return found ?? itemAt(SECTIONS[capacity], 0);
}

/** The article that stands in a section's margin, and what goes with it; "" beyond the article. */
export type SectionArticle = { article: string; also: string };

export const SECTION_ARTICLES: Record<Capacity, Partial<Record<RecordSection, SectionArticle>>> = {
  processor: {
    parties: { article: "30(2)(a)", also: "27, 37" },
    operations: { article: "30(2)(b)", also: "" },
    transfers: { article: "30(2)(c)", also: "44–46" },
    security: { article: "30(2)(d)", also: "32(1)" },
  },
  controller: {
    "own-parties": { article: "30(1)(a)", also: "26, 27, 37" },
    purposes: { article: "30(1)(b)", also: "5(1)(b)" },
    "persons-and-data": { article: "30(1)(c)", also: "9, 10" },
    recipients: { article: "30(1)(d)", also: "4(9)" },
    transfers: { article: "30(1)(e)", also: "44–49" },
    retention: { article: "30(1)(f)", also: "5(1)(e)" },
    security: { article: "30(1)(g)", also: "32(1)" },
  },
};

export function sectionArticle(capacity: Capacity, section: RecordSection): SectionArticle {
  return SECTION_ARTICLES[capacity][section] ?? { article: "", also: "" };
}

/** The article that demands each register. */
export const REGISTER_ARTICLES: Record<Capacity, string> = { processor: "30(2)", controller: "30(1)" };
