import type { Capacity, Gap, RecordField } from "@/lib/domain/processing-record/types";
import type { ExportedRecord, RegisterVolume } from "@/lib/features/export/read/register-export";
import type { RegisterWords } from "@/lib/features/export/print/words";

/** `missing` is a required empty value; `soft` is secondary text. */
export type Line = { text: string; tone: "plain" | "soft" | "missing" };

/** Example: "REG-5 · trop vague", the text to write, "art. 30(2)(b), exigé par contrat". */
export type GapNote = { level: Gap["level"]; title: string; write: string; basis: string };

export type SheetRow = {
  label: string;
  lines: Line[];
  gaps: GapNote[];
  /** True for a row without content. */
  isBlank: boolean;
  /** Too long to fit one page. */
  isLong: boolean;
  /** Estimated height in lines. */
  height: number;
};

export type SheetSection = {
  article: string;
  also: string;
  title: string;
  rows: SheetRow[];
  /** True where it may break across pages with a repeated heading. */
  mayContinue: boolean;
};

export type Sheet = {
  /** Unique in the document: the target of its line in the contents. */
  id: string;
  reference: string;
  controller: string;
  /** True on the first sheet of a controller, which carries the controller's heading. */
  opensController: boolean;
  title: string;
  version: string;
  state: string;
  /** "" without findings. */
  gaps: { text: string; codes: string; isComplete: boolean };
  mentions: string;
  continued: string;
  sections: SheetSection[];
};

export type CoverRow = { label: string; lines: Line[] };

export type ContentsGroup = {
  controller: string;
  sheets: { id: string; reference: string; activity: string; gaps: string }[];
};

/** File name in the compiler, and millimetres. */
export type PlacedLogo = { file: string; width: number; height: number; alt: string };

/** Input of the template: formatted text alone. */
export type RegisterDocument = {
  title: string;
  /** Title and organisation, for windows and archives. */
  metaTitle: string;
  subtitle: string;
  /** Example: "Registre du sous-traitant, Nejma Contact SARL". */
  head: string;
  law: { article: string; name: string };
  organisation: string;
  logo: PlacedLogo | null;
  volume: string;
  cover: CoverRow[];
  seal: { title: string; hash: string; note: string };
  contents: { title: string; groups: ContentsGroup[] };
  sheets: Sheet[];
  check: {
    title: string;
    margin: string;
    paragraphs: Record<CheckStep, string>;
    hash: string;
    replaced: string;
  };
  /** First 16 hex digits of the hash, at the foot of each page. */
  hashStart: string;
  attachmentName: string;
  /** Calendar date of the document's metadata, UTC. */
  date: { year: number; month: number; day: number };
};

export type CheckStep = "attached" | "extract" | "compute" | "compare" | "form";

export type SheetSource = {
  capacity: Capacity;
  record: ExportedRecord;
  organisation: RegisterVolume["organisation"];
  holdsFindings: boolean;
  /** ISO calendar date, Casablanca, on which the register is taken. */
  on: string;
  words: RegisterWords;
};

/** Fields of the register that one row answers together. */
export type RowFields = readonly RecordField[];
