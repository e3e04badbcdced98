import type { Gap } from "@/lib/domain/processing-record/types";
import type { PartialDate } from "@/lib/domain/time/partial-date";
import { formatPartialDate } from "@/lib/i18n/format";
import type { RegisterWords } from "../words";
import type { GapNote, Line, RowFields, SheetRow, SheetSource } from "./types";

const LONG_ROW = 900;
/** What fits the narrowest column without a place to break. */
const LONGEST_RUN = 26;
const LONG_RUN = /\S{27,}/g;
const ZERO_WIDTH_SPACE = "\u200b";

/** A row of the sheet with the gaps of its fields; a row without a line says « non renseigné ». */
export function sheetRow(label: string, fields: RowFields, lines: Line[], source: SheetSource): SheetRow {
  const gaps = gapsOf(fields, source);
  const filled = lines.length > 0 ? lines : [blankLine(gaps, source.words)];
  const length = filled.reduce((sum, { text }) => sum + text.length + 40, 0);
  const notes = gaps.map((gap) => gapNote(gap, source.words));
  return { label, lines: filled, gaps: notes, isLong: length > LONG_ROW };
}

export function gapsOf(fields: RowFields, { record }: SheetSource): Gap[] {
  return record.gaps.filter(({ field }) => fields.includes(field));
}

/** Each text as a line, what says nothing left out. */
export function plain(...texts: string[]): Line[] {
  return linesOf(texts, "plain");
}

export function soft(...texts: string[]): Line[] {
  return linesOf(texts, "soft");
}

/** Parts of one line, what says nothing left out: "Hélène Marchetti · +33 4 72 00 00 31". */
export function joinParts(...parts: string[]): string {
  return parts.filter((part) => part.trim() !== "").join(" · ");
}

/** "mars 2024": as precise as it is known and no more. */
export function sayDate(date: PartialDate, { locale }: RegisterWords): string {
  return formatPartialDate(date, locale);
}

/** A long address or identifier is given places to break, or it would run over the margin. */
export function breakable(text: string): string {
  return text.replace(LONG_RUN, (run) =>
    run
      .replace(/(?<=[@./_?&=-])(?=[^@./_?&=-])/g, ZERO_WIDTH_SPACE)
      .split(ZERO_WIDTH_SPACE)
      .flatMap((piece) => piece.match(new RegExp(`.{1,${LONGEST_RUN}}`, "gsu")) ?? [])
      .join(ZERO_WIDTH_SPACE),
  );
}

function linesOf(texts: string[], tone: Line["tone"]): Line[] {
  return texts.filter((text) => text.trim() !== "").map((text) => ({ text: breakable(text), tone }));
}

function blankLine(gaps: readonly Gap[], { record }: RegisterWords): Line {
  const isRequired = gaps.some(({ level }) => level === "required");
  return { text: record("blank"), tone: isRequired ? "missing" : "soft" };
}

function gapNote(gap: Gap, words: RegisterWords): GapNote {
  const { short, write } = words.gap(gap);
  const basis = gap.level === "advisable" ? "advisable" : gap.basis;
  const article = words.record("article", { article: gap.article });
  return {
    level: gap.level,
    title: breakable(`${gap.code} · ${short}`),
    write: breakable(write),
    basis: `${article}, ${words.document(`document.${basis}`)}`,
  };
}
