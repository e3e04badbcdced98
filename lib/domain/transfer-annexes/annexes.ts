import type { RecordContent, SpecialCategory } from "@/lib/domain/processing-record/content";
import { foldText } from "@/lib/domain/search/terms";
import type { TransferContent } from "@/lib/domain/transfer/content";

/** A party of annex I.A. What is not known is "". */
export type AnnexParty = {
  name: string;
  address: string;
  contact: string;
  dpo: string;
  representative: string;
  activities: string;
};

/** A company of annex III: name, address, contact, and what it does under which responsibility. */
export type AnnexSubProcessor = { name: string; address: string; contact: string; service: string };

/** A measure of annex II, named in the language that is written. */
export type AnnexMeasure = { reference: string; title: string; description: string };

/** Fields of a register entry that the annexes use. */
export type AnnexRecord = Pick<
  RecordContent,
  | "persons"
  | "dataCategories"
  | "specialAnswer"
  | "specialCategories"
  | "operations"
  | "frequency"
  | "measures"
  | "retention"
>;

export type AnnexSource = {
  content: TransferContent;
  exporter: AnnexParty;
  importer: AnnexParty;
  /** The entries whose data this transfer carries. */
  records: readonly AnnexRecord[];
  /** Article 30(2) requires no purposes in the processor's register, so they come from the contract. */
  contract: { subject: string; purpose: string; retention: string; endsOn: string | null } | null;
  measures: readonly AnnexMeasure[];
  subProcessors: readonly AnnexSubProcessor[];
};

/** Annex I.B, each thing once in the words of the register. */
export type AnnexDescription = {
  persons: string[];
  dataCategories: string[];
  special: SpecialCategory[];
  /** The most frequent of what the entries say; null while none says it. */
  frequency: Exclude<RecordContent["frequency"], "unanswered"> | null;
  nature: string[];
  purpose: string;
  retention: string[];
  /**
   * Subject matter of the processing by the importer, a processor, and the last day of the contract if it has
   * one.
   */
  subject: string;
  endsOn: string | null;
};

export const ANNEXES = ["I.A", "I.B", "I.C", "II", "III"] as const;

/**
 * Item that the register does not contain and a person has to write. Words: `transfer-annexes.open.<item>`.
 */
export type OpenItem = { annex: (typeof ANNEXES)[number]; item: string };

export type Annexes = {
  exporter: AnnexParty;
  importer: AnnexParty;
  description: AnnexDescription;
  /** Annex I.C, clause 13. */
  authority: string;
  /** Annex II: of the library, then what the entries say in their own words. Concrete, never "state of the art". */
  measures: { library: readonly AnnexMeasure[]; inWords: string[] };
  /** Annex III: filled where authorisation is specific, clause 9(a) option 1; null otherwise. */
  subProcessors: readonly AnnexSubProcessor[] | null;
  open: OpenItem[];
};

/**
 * The annexes of the clauses of 2021/914 as far as the register tells them. Nothing is made up: what it does not say
 * stands among the open items, and a draft with one of them is a stub that no party should sign.
 */
export function draftAnnexes(source: AnnexSource): Annexes {
  const { content, exporter, importer, measures, subProcessors } = source;
  const annexes = {
    exporter,
    importer,
    description: describe(source),
    authority: content.tool.authority,
    measures: { library: measures, inWords: once(source.records.flatMap((record) => record.measures)) },
    subProcessors: content.tool.authorisation === "specific" ? subProcessors : null,
  };
  return { ...annexes, open: ITEMS.filter(({ isOpen }) => isOpen(annexes, source)).map(itemOf) };
}

type Drafted = Omit<Annexes, "open">;
type Item = OpenItem & { isOpen: (drafted: Drafted, source: AnnexSource) => boolean };

/** Order of the annexes. */
const ITEMS: readonly Item[] = [
  { annex: "I.A", item: "exporter-name", isOpen: ({ exporter }) => exporter.name === "" },
  { annex: "I.A", item: "exporter-address", isOpen: ({ exporter }) => exporter.address === "" },
  { annex: "I.A", item: "exporter-contact", isOpen: ({ exporter }) => exporter.contact === "" },
  { annex: "I.A", item: "importer-name", isOpen: ({ importer }) => importer.name === "" },
  { annex: "I.A", item: "importer-address", isOpen: ({ importer }) => importer.address === "" },
  { annex: "I.A", item: "importer-contact", isOpen: ({ importer }) => importer.contact === "" },
  { annex: "I.A", item: "importer-activities", isOpen: ({ importer }) => importer.activities === "" },
  { annex: "I.B", item: "persons", isOpen: ({ description }) => description.persons.length === 0 },
  {
    annex: "I.B",
    item: "data-categories",
    isOpen: ({ description }) => description.dataCategories.length === 0,
  },
  {
    // Silence is not "none": every entry must have answered.
    annex: "I.B",
    item: "special-categories",
    isOpen: (_, { records }) =>
      records.length === 0 || records.some(({ specialAnswer }) => specialAnswer === "unanswered"),
  },
  { annex: "I.B", item: "frequency", isOpen: ({ description }) => description.frequency === null },
  { annex: "I.B", item: "nature", isOpen: ({ description }) => description.nature.length === 0 },
  { annex: "I.B", item: "purpose", isOpen: ({ description }) => description.purpose === "" },
  { annex: "I.B", item: "retention", isOpen: ({ description }) => description.retention.length === 0 },
  { annex: "I.B", item: "subject", isOpen: ({ description }) => description.subject === "" },
  { annex: "I.C", item: "authority", isOpen: ({ authority }) => authority === "" },
  {
    annex: "II",
    item: "measures",
    isOpen: ({ measures }) => measures.library.length + measures.inWords.length === 0,
  },
  {
    annex: "III",
    item: "sub-processor-address",
    isOpen: ({ subProcessors }) => (subProcessors ?? []).some(({ address }) => address === ""),
  },
  {
    annex: "III",
    item: "sub-processor-contact",
    isOpen: ({ subProcessors }) => (subProcessors ?? []).some(({ contact }) => contact === ""),
  },
  {
    annex: "III",
    item: "sub-processor-service",
    isOpen: ({ subProcessors }) => (subProcessors ?? []).some(({ service }) => service === ""),
  },
];

const itemOf = ({ annex, item }: Item): OpenItem => ({ annex, item });

/** Highest frequency first. */
const BY_FREQUENCY = ["continuous", "daily", "regular", "occasional"] as const;

function describe({ records, contract }: AnnexSource): AnnexDescription {
  return {
    persons: once(records.flatMap(({ persons }) => persons)),
    dataCategories: once(records.flatMap(({ dataCategories }) => dataCategories)),
    special: [...new Set(records.flatMap(({ specialCategories }) => specialCategories))],
    frequency: BY_FREQUENCY.find((often) => records.some(({ frequency }) => frequency === often)) ?? null,
    nature: once(records.flatMap(({ operations }) => operations)),
    purpose: contract?.purpose ?? "",
    retention: once([contract?.retention ?? "", ...records.map(({ retention }) => retention)]),
    subject: contract?.subject ?? "",
    endsOn: contract?.endsOn ?? null,
  };
}

/** Two names of one company, whatever their case and accents. */
export function isSameName(one: string, other: string): boolean {
  return foldText(one).trim() === foldText(other).trim();
}

/** Each thing once, as it was first written; accents and case do not make two of one. */
function once(texts: readonly string[]): string[] {
  const seen = new Map<string, string>();
  for (const text of texts) {
    const key = foldText(text).trim();
    if (key !== "" && !seen.has(key)) seen.set(key, text);
  }
  return [...seen.values()];
}
