import type { Capacity, Gap } from "@/lib/domain/processing-record/types";
import { labelKey } from "@/lib/domain/processing-record/label-key";
import { callProcedure } from "@/lib/domain/processing-record/young";
import { dayAt } from "@/lib/i18n/format";
import { representativeOf } from "@/lib/features/export/print/representative";
import { formatArticle } from "@/lib/features/export/print/document/lines";
import type { ExportedRecord } from "@/lib/features/export/read/register-export";
import type { RegisterWords } from "@/lib/features/export/print/words";
import {
  answerCell,
  assessmentCell,
  dateCell,
  joinItems,
  safeguardCell,
  subProcessorCell,
  transferCell,
} from "./cells";

/**
 * `key` names the heading under `export.csv`; `kind` and `width` (characters) are for workbooks; text is the default.
 */
export type Column = {
  key: string;
  /** `on` is the day of the register, by whose law it is written. */
  cell: (record: ExportedRecord, words: RegisterWords, on: string) => string;
  kind?: "day" | "number";
  width?: number;
};

export const SUBJECTS: readonly Column[] = [
  { key: "persons", cell: ({ content }) => joinItems(content.persons) },
  { key: "dataCategories", width: 48, cell: ({ content }) => joinItems(content.dataCategories) },
  {
    key: "special",
    cell: ({ content }, words) => answerCell(content.specialAnswer, words, content.specialText),
  },
];

export const CARE: readonly Column[] = [
  { key: "specialCategories", cell: specialCategoriesCell },
  {
    key: "minors",
    cell: ({ content }, words) => answerCell(content.minorsAnswer, words, content.minorsText),
  },
  { key: "minorsConsent", cell: minorsConsentCell },
  { key: "minorsProcedure", cell: ({ procedure }) => (procedure ? callProcedure(procedure) : "") },
];

export const DURATION: readonly Column[] = [
  {
    key: "startsOn",
    kind: "day",
    width: 14,
    cell: ({ content }, words) => dateCell(content.startsOn, words),
  },
  { key: "endsOn", kind: "day", width: 14, cell: ({ content }, words) => dateCell(content.endsOn, words) },
];

export const REVIEWED: Column = {
  key: "reviewedOn",
  kind: "day",
  width: 14,
  cell: ({ content }, words) => dateCell(content.reviewedOn, words),
};

export const REVIEW_DUE: Column = {
  key: "reviewDueOn",
  kind: "day",
  width: 14,
  cell: ({ content }, words) => dateCell(content.reviewDueOn, words),
};

/** Separate column, ignored by the import: titles read back would duplicate the library. */
export const LIBRARY_MEASURES: Column = {
  key: "libraryMeasures",
  width: 48,
  cell: ({ measures }, words) => joinItems(measures.map((measure) => words.measure(measure))),
};

/** Exemption, state and version, before the gaps. */
export const STATUS_COLUMNS: readonly Column[] = [
  {
    key: "derogation",
    cell: ({ content }) => joinItems(content.destinations.map((to) => to.derogationDocuments)),
  },
  { key: "frequency", cell: frequencyCell },
  {
    key: "exemption",
    cell: ({ content }, words) => answerCell(content.exemptionClaimed ? "yes" : "unanswered", words),
  },
  { key: "state", cell: ({ state }, words) => words.record(`states.${state}`) },
  {
    key: "stateSince",
    kind: "day",
    width: 14,
    cell: ({ stateSince }) => (stateSince ? dayCell(stateSince) : ""),
  },
  { key: "version", kind: "number", width: 9, cell: ({ version }) => String(version) },
  {
    key: "recordedAt",
    kind: "day",
    width: 14,
    cell: ({ updatedAt }) => dayCell(dayAt(Date.parse(updatedAt), "Africa/Casablanca")),
  },
];

/** Sub-processors of the own register are processors in its labels, as on its sheet. */
export function gapsColumn(capacity: Capacity): Column {
  return {
    key: "gaps",
    width: 48,
    cell: ({ gaps }, words) => joinItems([...new Set(gaps.map((gap) => gapText(gap, capacity, words)))]),
  };
}

/** Ignored by the import: the client's sheet holds them, once for all of its entries. */
export const JOINT_CONTROLLERS: Column = {
  key: "controllerJoint",
  cell: ({ controller }) => joinItems(controller.jointControllers),
};

/** Usual columns of call centres' registers first. */
export const COLUMNS: readonly Column[] = [
  { key: "reference", width: 12, cell: ({ reference }) => reference },
  { key: "controller", cell: ({ controller }) => controller.legalName },
  { key: "controllerAddress", cell: ({ controller }) => controller.address },
  { key: "controllerContact", cell: contactCell },
  { key: "controllerDpo", cell: dpoCell },
  {
    key: "controllerRepresentative",
    cell: ({ controller }, words, on) => representativeOf(controller, { words, on }),
  },
  { key: "activity", cell: ({ content }) => content.activity },
  { key: "operations", width: 48, cell: ({ content }) => joinItems(content.operations) },
  ...SUBJECTS,
  { key: "subProcessors", cell: subProcessorCell },
  { key: "transfers", cell: ({ content }, words) => transferCell(content, words) },
  { key: "safeguards", cell: ({ content }, words) => safeguardCell(content, words) },
  { key: "assessedOn", cell: ({ content }, words) => assessmentCell(content, words) },
  LIBRARY_MEASURES,
  { key: "measures", width: 48, cell: ({ content }) => joinItems(content.measures) },
  ...DURATION,
  REVIEWED,
  { key: "notes", width: 48, cell: ({ content }) => content.notes },
  {
    key: "controllerCountry",
    cell: ({ controller: { country } }, words) => (country ? words.country(country) : ""),
  },
  ...CARE,
  { key: "recipients", cell: ({ content }) => joinItems(content.recipients) },
  { key: "sites", cell: ({ content }) => joinItems(content.sites) },
  { key: "tools", cell: ({ content }) => joinItems(content.tools) },
  { key: "volumes", cell: ({ content }) => content.volumes },
  { key: "contract", cell: ({ content }) => content.contractReference },
  REVIEW_DUE,
  { key: "measuresAbsentReason", cell: ({ content }) => content.measuresAbsentReason },
  ...STATUS_COLUMNS,
  gapsColumn("processor"),
  // Last: what reads a row by the place of its cells keeps its places.
  JOINT_CONTROLLERS,
];

function contactCell({ controller: { contactName, contactEmail, contactPhone } }: ExportedRecord): string {
  return [contactName, contactEmail, contactPhone].filter((part) => part.trim() !== "").join(", ");
}

function dpoCell({ controller }: ExportedRecord, words: RegisterWords): string {
  return controller.hasNoDpo ? words.document("csvAnswers.none") : controller.dpoContact;
}

function specialCategoriesCell({ content }: ExportedRecord, words: RegisterWords): string {
  return joinItems(content.specialCategories.map((id) => words.record(`specialCategories.${id}`)));
}

function minorsConsentCell({ content: { minorsConsent } }: ExportedRecord, words: RegisterWords): string {
  return minorsConsent === "unanswered" ? "" : words.record(`minorsConsents.${minorsConsent}`);
}

function frequencyCell({ content: { frequency } }: ExportedRecord, words: RegisterWords): string {
  return frequency === "unanswered" ? "" : words.record(`frequencies.${frequency}`);
}

/** Example: "Début : absent (art. 28(3))". */
function gapText(gap: Gap, capacity: Capacity, words: RegisterWords): string {
  return words.document("csvGap", {
    field: words.record(labelKey("fields", gap.field, { capacity }, (key) => words.record.has(key))),
    gap: words.gap(gap).short,
    article: formatArticle(gap.article, words),
  });
}

/** Example: "2026-11-18" → "18/11/2026". */
function dayCell(isoDay: string): string {
  return isoDay.split("-").reverse().join("/");
}
