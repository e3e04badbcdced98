import { AUDIT_RIGHTS, AUTHORISATIONS, END_FATES } from "@/lib/domain/contract/content";
import { YES_NO } from "./content";
import type { SectionValues, SubProcessorSection } from "./sections";

export type FieldKind =
  | { kind: "line" | "text" | "day" | "count" | "country" | "countries" }
  | { kind: "sites" }
  | { kind: "certifications" }
  /** `words` is the group under `sub-processor.choices`. */
  | { kind: "choice"; words: string; options: readonly string[] };

/** A section whose fields are asked one below the other; the clauses have a form of their own. */
export type FieldSection = Exclude<SubProcessorSection, "clauses">;

const line = { kind: "line" } as const;
const text = { kind: "text" } as const;
const day = { kind: "day" } as const;
const count = { kind: "count" } as const;
const choice = (words: string, options: readonly string[]): FieldKind => ({ kind: "choice", words, options });

/** Control of each field, in the order of its form. */
export const SUB_PROCESSOR_FIELDS: { [S in FieldSection]: Record<keyof SectionValues[S], FieldKind> } = {
  identity: {
    name: line,
    registration: line,
    country: { kind: "country" },
    address: line,
    contact: line,
    dpoContact: line,
  },
  service: { service: text, data: text, startsOn: day, endsOn: day },
  places: {
    sites: { kind: "sites" },
    accessAnswer: choice("answer", YES_NO),
    accessCountries: { kind: "countries" },
    accessNote: text,
  },
  chain: { answer: choice("answer", YES_NO) },
  guarantees: { checks: text, checkedOn: day, certifications: { kind: "certifications" } },
  contract: { reference: line, signedOn: day, endsOn: day },
  terms: {
    breachNoticeHours: count,
    breachNoticeMeans: line,
    authorisation: choice("authorisation", AUTHORISATIONS),
    objectionDays: count,
    rightsRequestsDays: count,
    endFate: choice("endFate", END_FATES),
    endFateDays: count,
    auditRights: choice("auditRights", AUDIT_RIGHTS),
    auditNoticeDays: count,
  },
};

export const FIELD_SECTIONS = Object.keys(SUB_PROCESSOR_FIELDS) as FieldSection[];

/** The fields of one section with how each is asked. */
export function fieldsOf(section: FieldSection): [name: string, kind: FieldKind][] {
  return Object.entries(SUB_PROCESSOR_FIELDS[section]);
}

/** Returns whether a field is shown: countries of access are hidden where there is no remote access. */
export function isFieldRelevant({ places }: Pick<SectionValues, "places">, name: string): boolean {
  if (name === "accessCountries") return places.accessAnswer === "yes" || places.accessCountries.length > 0;
  return name !== "accessNote" || places.accessAnswer === "yes" || places.accessNote !== "";
}

/** Sections that say what a controller authorises: a change there may owe each of them a new notice, art. 28(2). */
export const SCOPE_SECTIONS: readonly SubProcessorSection[] = ["identity", "service", "places"];
