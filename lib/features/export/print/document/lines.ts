import { isMention } from "@/lib/domain/processing-record/completeness";
import type { Gap } from "@/lib/domain/processing-record/types";
import type { PartialDate } from "@/lib/domain/time/partial-date";
import { capitalise, formatPartialDate, joinParts } from "@/lib/i18n/format";
import type { RegisterWords } from "@/lib/features/export/print/words";
import type { GapNote, Line, RowFields, SheetRow, SheetSource } from "./types";

const LONG_ROW = 900;
/** Approximate characters of a line in French; `WIDTHS` surely fit. */
const LINE = 70;
/** Approximate lines of a gap's note. */
const GAP_LINES = 1;
export const WIDTHS = { margin: 13, note: 26, valueBesideNote: 26, value: 44 } as const;
const ZERO_WIDTH_SPACE = "\u200b";

/** Rows without a line print « non renseigné ». */
export function sheetRow(label: string, fields: RowFields, lines: Line[], source: SheetSource): SheetRow {
  const gaps = gapsOf(fields, source);
  const width = gaps.length > 0 ? WIDTHS.valueBesideNote : WIDTHS.value;
  const filled = lines.length > 0 ? breakLines(lines, width) : [blankLine(gaps, source.words)];
  const length = filled.reduce((sum, { text }) => sum + text.length + 40, 0);
  const notes = gaps.map((gap) => gapNote(gap, source.words));
  return {
    label,
    lines: filled,
    gaps: notes,
    isBlank: lines.length === 0,
    isLong: length > LONG_ROW,
    height: filled.reduce((sum, { text }) => sum + Math.ceil(text.length / LINE), GAP_LINES * gaps.length),
  };
}

export function gapsOf(fields: RowFields, { record }: SheetSource): Gap[] {
  return record.gaps.filter(({ field }) => fields.includes(field));
}

/** Omits empty texts. */
export function plain(...texts: string[]): Line[] {
  return linesOf(texts, "plain");
}

export function soft(...texts: string[]): Line[] {
  return linesOf(texts, "soft");
}

/** Example: "Hélène Marchetti · +33 4 72 00 00 31"; omits empty parts. */
export function dotted(parts: readonly string[], { locale }: RegisterWords): string {
  return joinParts(parts, locale, " · ");
}

/** Example: "mars 2024", to the known precision. */
export function formatDate(date: PartialDate, { locale }: RegisterWords): string {
  return formatPartialDate(date, locale);
}

/** Adds break points to words wider than their column alone, so that copied addresses remain intact. */
export function breakable(text: string, width: number): string {
  return text.replace(/\S+/g, (run) => (run.length > width ? breakRun(run, width) : run));
}

export function breakLines(lines: readonly Line[], width: number = WIDTHS.value): Line[] {
  return lines.map(({ text, tone }) => ({ text: breakable(text, width), tone }));
}

/** Breaks after punctuation, else at the column's width. */
function breakRun(run: string, width: number): string {
  return run
    .split(/(?<=[@./_?&=-])(?=[^@./_?&=-])/)
    .flatMap((piece) => piece.match(new RegExp(`.{1,${width}}`, "gsu")) ?? [])
    .join(ZERO_WIDTH_SPACE);
}

function linesOf(texts: string[], tone: Line["tone"]): Line[] {
  return texts.filter((text) => text.trim() !== "").map((text) => ({ text, tone }));
}

function blankLine(gaps: readonly Gap[], { record }: RegisterWords): Line {
  const isRequired = gaps.some(({ level }) => level === "required");
  return { text: record("blank"), tone: isRequired ? "missing" : "soft" };
}

function gapNote(gap: Gap, words: RegisterWords): GapNote {
  const { short, write } = words.gap(gap);
  const isAdvice = gap.level === "advisable" && !(gap.basis === "good-practice" && isMention(gap.code));
  const basis = isAdvice ? "advisable" : gap.basis;
  return {
    level: gap.level,
    // Its article stands below: a code without a legend would tell a reader on paper nothing.
    title: breakable(capitalise(short, words.locale), WIDTHS.note),
    write: breakable(write, WIDTHS.note),
    basis: joinParts([formatArticle(gap.article, words), words.document(`document.${basis}`)], words.locale),
  };
}

/** Examples: "art. 30(2)(b)"; "09-08, 12" gives « loi 09-08, art. 12 ». */
export function formatArticle(article: string, { record }: RegisterWords): string {
  const [, moroccan] = /^09-08, (.+)$/.exec(article) ?? [];
  return moroccan ? record("moroccanArticle", { article: moroccan }) : record("article", { article });
}
