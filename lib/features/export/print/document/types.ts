import type { Capacity, Gap, RecordField } from "@/lib/domain/processing-record/types";
import type { ExportedRecord, RegisterVolume } from "@/lib/features/export/read/register-export";
import type { RegisterWords } from "@/lib/features/export/print/words";

/** `missing` is what the law asks and nobody wrote; `soft` is what stands behind the answer. */
export type Line = { text: string; tone: "plain" | "soft" | "missing" };

/** One gap beside its field: "REG-5 · trop vague", what to write, "art. 30(2)(b), dû par contrat". */
export type GapNote = { level: Gap["level"]; title: string; write: string; basis: string };

export type SheetRow = {
  label: string;
  lines: Line[];
  gaps: GapNote[];
  /** True where nothing is said: its one line says so. */
  isBlank: boolean;
  /** Too long to be kept on one page. */
  isLong: boolean;
  /** How many lines it takes, about. */
  height: number;
};

export type SheetSection = {
  article: string;
  also: string;
  title: string;
  rows: SheetRow[];
  /** True where it may run over the page, so that its head comes again. */
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
  /** "" of a register as kept, like the mentions that are filled. */
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

/** A picture by its name in the compiler, in millimetres. */
export type PlacedLogo = { file: string; width: number; height: number; alt: string };

/** What the template prints: every word is said, every date written. */
export type RegisterDocument = {
  title: string;
  /** What a window and a shelf call the file: the title and whose it is. */
  metaTitle: string;
  subtitle: string;
  /** Running head: "Registre du sous-traitant, Nejma Contact SARL". */
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

/** What a sheet is written from. */
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
