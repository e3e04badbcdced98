import { canonicalText, type JsonValue } from "@/lib/domain/journal/canonical";

/** The organisation is read and saved in these sections; two people in two of them do not stand in each other's way. */
export const SECTION_FIELDS = {
  identity: ["legalName", "ice", "address", "city", "country", "email", "phone"],
  dpo: ["dpoName", "dpoEmail", "dpoPhone", "hasNoDpo"],
  reach: ["gdprBinding"],
  representative: [
    "euRepresentative",
    "euRepresentativeContact",
    "euRepresentativeCountry",
    "euRepresentativeMandateOn",
    "euRepresentativeExemption",
    "euRepresentativeReason",
  ],
  sites: ["sites"],
  tools: ["tools"],
  breaches: ["breachNoticeHours"],
  domains: ["ownDomains"],
  turnover: ["turnoverAmount", "turnoverCurrency", "turnoverRate", "turnoverRateOn", "turnoverYearEnd"],
} as const satisfies Record<string, readonly string[]>;

/** Fields that earlier versions stated and that are documents of their own by now. */
const FORMER_SECTIONS = {
  cndp: ["cndpFilings", "dataTikaReference", "dataTikaFrom", "dataTikaUntil"],
} as const;
type FormerSection = keyof typeof FORMER_SECTIONS;

export type OrganisationSection = keyof typeof SECTION_FIELDS;
export const ORGANISATION_SECTIONS = Object.keys(SECTION_FIELDS) as OrganisationSection[];

/** Sections whose fields the rules of the register read: after them every entry is assessed again. */
export const RULED_SECTIONS: readonly OrganisationSection[] = [
  "identity",
  "dpo",
  "reach",
  "representative",
  "sites",
];

/** Fields of `SECTION_FIELDS` and the id of the logo, as versions store them. */
export type OrganisationSnapshot = { readonly [field: string]: JsonValue | undefined };

/** True when both say the same in that section. */
export function hasSameSection(
  section: OrganisationSection,
  one: OrganisationSnapshot,
  other: OrganisationSnapshot,
): boolean {
  return hasSameFields(SECTION_FIELDS[section], one, other);
}

function hasSameFields(
  fields: readonly string[],
  one: OrganisationSnapshot,
  other: OrganisationSnapshot,
): boolean {
  return fields.every((field) => isSame(one[field], other[field]));
}

/** The sections in which two versions differ, the logo among them. */
export function changedSections(
  before: OrganisationSnapshot,
  after: OrganisationSnapshot,
): (OrganisationSection | FormerSection | "logo")[] {
  const sections = Object.entries({ ...SECTION_FIELDS, ...FORMER_SECTIONS }) as [
    OrganisationSection | FormerSection,
    readonly string[],
  ][];
  const changed = sections
    .filter(([, fields]) => !hasSameFields(fields, before, after))
    .map(([section]) => section);
  return isSame(before.logoId, after.logoId) ? changed : [...changed, "logo"];
}

/** A field that an older version did not have yet says as much as one left blank. */
function isSame(one: JsonValue | undefined, other: JsonValue | undefined): boolean {
  return canonicalText(filled(one)) === canonicalText(filled(other));
}

function filled(value: JsonValue | undefined): JsonValue {
  if (value === undefined || value === "" || (Array.isArray(value) && value.length === 0)) return null;
  return value;
}
