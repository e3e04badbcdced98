import type { ControllerFacts } from "@/lib/domain/controller/types";
import type { NamedMeasure } from "@/lib/domain/measure/types";
import type { OrganisationFacts } from "@/lib/domain/organisation/types";
import type { Destination, RecordContent } from "@/lib/domain/processing-record/content";
import type { LinkedContract, LinkedTransfer } from "@/lib/domain/processing-record/links";
import type { ListedSubProcessor } from "@/lib/domain/processing-record/sub-processors";
import type { ProcedureName } from "@/lib/domain/processing-record/young";
import { todayIn, type Zone } from "@/lib/domain/time/zones";
import type { AsOf } from "@/lib/domain/time/as-of";
import type { StoredFile } from "@/lib/platform/files/store";
import type { Capacity, Gap, RecordState } from "@/lib/domain/processing-record/types";

export type NamedSubProcessor = Pick<ListedSubProcessor, "id" | "reference" | "name">;

export type NamedProcedureLink = ProcedureName & { id: string };

export type ExportedRecord = {
  reference: string;
  state: RecordState;
  /** ISO calendar date, null while unknown. */
  stateSince: string | null;
  version: number;
  /** ISO instant of this version. */
  updatedAt: string;
  controller: ControllerFacts;
  content: RecordContent;
  /** Library measures by reference. */
  measures: readonly NamedMeasure[];
  /** Listed sub-processors: references are known outside, ids are not. */
  subProcessors: readonly NamedSubProcessor[];
  /** Contracts and transfers linked, with their facts. */
  contracts: readonly LinkedContract[];
  transfers: readonly LinkedTransfer[];
  /** Procedure of the DPO for the young that it names. */
  procedure: NamedProcedureLink | null;
  /** Words beside the links, for print alone. */
  beside?: { contract: string; destinations: readonly (Destination | null)[] };
  /** Gaps by the law of the register's day; empty without findings. */
  gaps: Gap[];
};

/** Register for an authority, article 30(4), or for one controller, article 28(3)(h). */
export type RegisterExport = {
  /** Register of article 30(2), or the own one of article 30(1): never both in one document. */
  capacity: Capacity;
  organisation: OrganisationFacts & { ice: string };
  /** Past day at whose end it is read; null for now. */
  asOf: AsOf | null;
  /** ISO instant. */
  takenAt: string;
  takenBy: string;
  /** Excluded from the content and its hash. */
  logo?: StoredFile | null;
  /** Zone of the seat of the one controller that it is taken for, beside Casablanca's; absent of a whole register. No part of its hash. */
  zone?: Zone;
  scope: { kind: "whole" } | { kind: "controller"; name: string };
  /** False excludes gaps and advice, and the document claims no completeness. */
  holdsFindings: boolean;
  /** True where some entries are of the example, which every document states. */
  isExample: boolean;
  /** References of its entries that do not agree with the journal, which every format states. */
  disputed: readonly string[];
  records: ExportedRecord[];
};

/** Omits the list of gaps entirely without findings. */
export function written<Entry extends { gaps: unknown }>(
  { holdsFindings }: Pick<RegisterExport, "holdsFindings">,
  { gaps, ...record }: Entry,
): Omit<Entry, "gaps"> & Partial<Pick<Entry, "gaps">> {
  return holdsFindings ? { ...record, gaps } : record;
}

/** Volume without its entries; `number` counts from 1 and `total` is 1 when everything fits. */
export type RegisterHead = Omit<RegisterExport, "records"> & { volume: { number: number; total: number } };

/** Counts of the cover, accumulated while streaming. */
export type Contents = {
  records: number;
  /** Entries in the state of a draft, which an export for internal use alone holds. */
  drafts: number;
  /** References of the first and the last, "" while there is none. */
  first: string;
  last: string;
  /** Controllers by identity; true where the name is a placeholder. */
  controllers: Map<string, boolean>;
  required: number;
  advisable: number;
  /** Number of entries with an open mention of the article. */
  asked: number;
  /** Characters of the longest entry as JSON, an upper bound for any cell. */
  longest: number;
};

/** Volume whose entries are read while it is written. */
export type StreamedRegister = RegisterHead & {
  contents: Contents;
  records: Iterable<ExportedRecord> | AsyncIterable<ExportedRecord>;
};

/** Volume in memory; `number` counts from 1 and `total` is 1 when everything fits. */
export type RegisterVolume = RegisterExport & { volume: { number: number; total: number } };

/** ISO calendar date, Casablanca, whose law applies. */
export function dayOf({ asOf, takenAt }: Pick<RegisterExport, "asOf" | "takenAt">): string {
  return asOf?.day ?? todayIn("Africa/Casablanca", Date.parse(takenAt));
}
