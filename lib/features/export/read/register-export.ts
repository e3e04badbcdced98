import type { ControllerFacts } from "@/lib/domain/controller/types";
import type { NamedMeasure } from "@/lib/domain/measure/types";
import type { OrganisationFacts } from "@/lib/domain/organisation/types";
import type { Destination, RecordContent } from "@/lib/domain/processing-record/content";
import type { LinkedContract, LinkedTransfer } from "@/lib/domain/processing-record/links";
import type { ListedSubProcessor } from "@/lib/domain/processing-record/sub-processors";
import { todayIn } from "@/lib/domain/time/zones";
import type { AsOf } from "@/lib/domain/time/as-of";
import type { StoredFile } from "@/lib/platform/files/store";
import type { Capacity, Gap, RecordState } from "@/lib/domain/processing-record/types";

export type NamedSubProcessor = Pick<ListedSubProcessor, "id" | "reference" | "name">;

export type ExportedRecord = {
  reference: string;
  state: RecordState;
  /** ISO calendar date, null while nobody has said. */
  stateSince: string | null;
  version: number;
  /** ISO instant at which this version was recorded. */
  updatedAt: string;
  controller: ControllerFacts;
  content: RecordContent;
  /** The measures of the library that it names, in the order of their references. */
  measures: readonly NamedMeasure[];
  /** The sub-processors of the list that it names: the reference is how each is known outside, its id means nothing. */
  subProcessors: readonly NamedSubProcessor[];
  /** The contracts and transfers that it names by their rows, and what each of these says. */
  contracts: readonly LinkedContract[];
  transfers: readonly LinkedTransfer[];
  /** What it says in words beside those links, where a document tells it; no part of what is taken away as JSON. */
  beside?: { contract: string; destinations: readonly (Destination | null)[] };
  /** By the law of the day that the register speaks of; none of a register as kept, which tells nothing of them. */
  gaps: Gap[];
};

/** A register as it is handed over: art. 30(4) to an authority, art. 28(3)(h) to one controller, its own rows only. */
export type RegisterExport = {
  /** The processor's register, art. 30(2), or the company's own, art. 30(1): never both in one document. */
  capacity: Capacity;
  organisation: OrganisationFacts & { ice: string };
  /** The past day at whose end it is read; null as it stands. */
  asOf: AsOf | null;
  /** ISO instant. */
  takenAt: string;
  takenBy: string;
  /** Stands at the head of the document; no part of what the register says, nor of its hash. */
  logo?: StoredFile | null;
  scope: { kind: "whole" } | { kind: "controller"; name: string };
  /** False of a register as kept: neither gaps nor advice are in it, and no document claims that it is complete. */
  holdsFindings: boolean;
  /** Some of it was invented, and every document says so. */
  isExample: boolean;
  records: ExportedRecord[];
};

/** An entry as it is written: where findings are left out there is no list of gaps, not an empty one. */
export function written<Entry extends { gaps: unknown }>(
  { holdsFindings }: Pick<RegisterExport, "holdsFindings">,
  { gaps, ...record }: Entry,
): Omit<Entry, "gaps"> & Partial<Pick<Entry, "gaps">> {
  return holdsFindings ? { ...record, gaps } : record;
}

/** A document of an export before its entries; `number` counts from 1 and `total` is 1 when everything fits. */
export type RegisterHead = Omit<RegisterExport, "records"> & { volume: { number: number; total: number } };

/** What the cover says of the entries, counted as they come: nobody holds them all. */
export type Contents = {
  records: number;
  /** References of the first and the last, "" while there is none. */
  first: string;
  last: string;
  /** By who they are; true where the name stands for nobody yet. */
  controllers: Map<string, boolean>;
  required: number;
  advisable: number;
  /** Entries with a mention of the article left open. */
  asked: number;
  /** Characters of the longest entry as JSON: no cell of a shorter one is longer. */
  longest: number;
};

/** A document whose entries are read as they are written. */
export type StreamedRegister = RegisterHead & {
  contents: Contents;
  records: Iterable<ExportedRecord> | AsyncIterable<ExportedRecord>;
};

/** One document of an export; `number` counts from 1 and `total` is 1 when everything fits. */
export type RegisterVolume = RegisterExport & { volume: { number: number; total: number } };

/** The day that a register speaks of, by whose law it is read: ISO calendar date, Casablanca. */
export function dayOf({ asOf, takenAt }: Pick<RegisterExport, "asOf" | "takenAt">): string {
  return asOf?.day ?? todayIn("Africa/Casablanca", Date.parse(takenAt));
}
