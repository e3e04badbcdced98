import { assess, RULES_VERSION, summariseGaps } from "./completeness";
import type { Assessment } from "./completeness-case";
import type { Destination, RecordContent } from "./content";
import { readLinked, type RecordLinks } from "./links";
import { reviewDueDay } from "./review";
import type { Capacity, RecordState } from "./types";

export type ProjectedRecord = {
  reference: string;
  state: RecordState;
  capacity: Capacity;
  content: RecordContent;
};

/** Parties of a record, and the day whose law applies. */
export type Parties = Required<Omit<Assessment, "record">>;

/**
 * Columns for sorting and filtering, stored beside the document with the version of the rules that found the
 * gaps.
 */
export type RecordColumns = {
  activity: string;
  countries: string[];
  instruments: string[];
  /** Measures of the organisation's library that it names. */
  measureIds: string[];
  /** Sub-processors of its list that it names. */
  subProcessorIds: string[];
  /** Contracts and transfers of its controller that it names. */
  contractIds: string[];
  transferIds: string[];
  /** Procedure of the DPO that it names for the young. */
  procedureId: string | null;
  requiredGaps: number;
  advisableGaps: number;
  gapCodes: string[];
  rulesVersion: number;
  reviewedOn: string | null;
  /** Last day on which it need not be read again; null when it was never read. */
  reviewDueOn: string | null;
};

/** Projects a record for the lists, assessed by the law of the day `on`. */
export function projectRecord(record: ProjectedRecord, parties: Parties): RecordColumns {
  const gaps = summariseGaps(assess({ record, ...parties }));
  return {
    ...listColumns(record.content, parties.links),
    requiredGaps: gaps.required,
    advisableGaps: gaps.advisable,
    gapCodes: gaps.codes,
    rulesVersion: RULES_VERSION,
  };
}

type GapColumns = "requiredGaps" | "advisableGaps" | "gapCodes" | "rulesVersion";

/** Columns that follow from the document and its linked rows alone, whatever the law requires. */
export function listColumns(content: RecordContent, links: RecordLinks): Omit<RecordColumns, GapColumns> {
  const { destinations } = readLinked(content, links);
  return {
    activity: content.activity,
    countries: distinct(destinations.flatMap(({ country }) => country ?? [])),
    instruments: distinct(destinations.flatMap((destination) => instrumentCode(destination) ?? [])),
    measureIds: distinct(content.measureIds),
    subProcessorIds: distinct(content.subProcessors.flatMap(({ subProcessorId }) => subProcessorId ?? [])),
    contractIds: distinct(content.contractIds),
    transferIds: distinct(content.destinations.flatMap(({ transferId }) => transferId ?? [])),
    procedureId: content.minorsProcedureId,
    reviewedOn: content.reviewedOn?.value ?? null,
    reviewDueOn: reviewDueDay(content) || null,
  };
}

/** "scc-2021-914:2" for module 2; null while none is named. */
function instrumentCode({ instrument, sccModule }: Destination): string | null {
  if (!instrument) return null;
  return sccModule ? `${instrument}:${sccModule}` : instrument;
}

function distinct(values: string[]): string[] {
  return [...new Set(values)];
}
