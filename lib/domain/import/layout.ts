import { isUnticked } from "./cell-errors";
import { countKnownHeads } from "./columns";
import { fold } from "@/lib/domain/text/fold";

export type AsideReason = "title" | "total" | "empty" | "band" | "foot" | "unticked";

/** Position of the table in a sheet, as indexes of rows from 0. */
export type Layout = {
  titleRows: number[];
  headerRow: number;
  /** True where a person said which row is the head. */
  isChosen?: boolean;
  /** Rows over its data that say whose they are, where a sheet has several such blocks. */
  blockRows?: number[];
  dataRows: number[];
  setAside: { row: number; reason: AsideReason }[];
};

/** The head of a table that has none. */
export const NO_HEADER = -1;

/** A head stands among the first rows, under titles, logos and dates. */
const HEAD_WITHIN = 30;
const TOTAL =
  /^(?:(?:grand |sous )?total(?:s|es|e|i)?|totaux|sous totaux|somme|summe|gesamt(?:summe)?|insgesamt|suma|somma|totaal|nombre|count|sum|(?:ال)?مجموع|(?:ال)?اجمالي)(?: (?:general|des|de|lignes?|fiches?|rows?|records?|traitements?|\d+))*$/;

/**
 * Finds the head, the row among the first that names the most fields, and sets aside titles above it, blank rows, the
 * head repeated by a page break and the line of totals. Null when no row could be a head. What is counted are heads of the
 * register, unless another table is looked for. A person may say which row is the head, or with `NO_HEADER` that none is
 * and the first row is data.
 */
export function findLayout(
  rows: readonly (readonly string[])[],
  countHeads: (row: readonly string[]) => number = countKnownHeads,
  chosen: number | null = null,
): Layout | null {
  const headerRow = chosen ?? findHeader(rows, countHeads);
  if (headerRow === null || rows.length === 0) return null;
  const head = (rows[headerRow] ?? []).map(fold);
  const setAside = rows.flatMap((row, index) => {
    const reason = index === headerRow ? null : reasonAside(row, index < headerRow, head);
    return reason ? [{ row: index, reason }] : [];
  });
  const aside = new Set(setAside.map(({ row }) => row));
  return {
    titleRows: setAside
      .filter(({ row, reason }) => row < headerRow && reason === "title")
      .map(({ row }) => row),
    headerRow,
    ...(chosen === null ? {} : { isChosen: true }),
    dataRows: rows.map((_, index) => index).filter((index) => index > headerRow && !aside.has(index)),
    setAside,
  };
}

/** True when the head of a sheet names two fields of the register, and so was meant for one. */
export function hasKnownHead(rows: readonly (readonly string[])[], { headerRow }: Layout): boolean {
  return countKnownHeads(rows[headerRow] ?? []) >= 2;
}

/** The row that names the most fields, two at least; else the first with two cells, whose columns a person will name. */
function findHeader(
  rows: readonly (readonly string[])[],
  countHeads: (row: readonly string[]) => number,
): number | null {
  const scores = rows.slice(0, HEAD_WITHIN).map(countHeads);
  const best = Math.max(0, ...scores);
  if (best >= 2) return scores.indexOf(best);
  const first = rows.findIndex((row) => filled(row).length >= 2);
  return first < 0 ? null : first;
}

/** States why a row is no row of data; null of one that is. `head` is folded. */
export function reasonAside(
  row: readonly string[],
  isAbove: boolean,
  head: readonly string[],
): AsideReason | null {
  const cells = filled(row);
  if (cells.length === 0) return "empty";
  if (isAbove || isSameHead(row, head)) return "title";
  if (isTotal(cells)) return "total";
  if (isUnticked(cells)) return "unticked";
  return isFoot(cells) ? "foot" : null;
}

const FOOT =
  /^(?:signature|signe|signed|unterschrift|firma(?:do)? (?:por|del?)|fecha y firma|firmado|ort datum|datum unterschrift|fait (?:a|le)|done at|visa|lu et approuve|legendes?|legend|key|nota(?: bene)?|nb|n b|page \d+|(?:document )?confidentiel|confidential|prepared by|approved by|(?:etabli|valide|approuve|redige|verifie) par|imprime le|printed on|توقيع|امضاء|حرر|دليل رموز|صفحة \d+)(?: |$)/;

/** A signature, a legend or the number of a page: a line of two cells at most that opens with such a word. */
function isFoot(cells: readonly string[]): boolean {
  const [first = ""] = cells;
  return cells.length <= 2 && (FOOT.test(fold(first)) || (cells.length === 1 && FOOTNOTE.test(first.trim())));
}

/** "* données pseudonymisées", "(1) hors week-end", "² à confirmer": a remark on what bears its mark. */
const FOOTNOTE = /^(?:\*{1,3}\s?\p{Ll}|\*{1,3}\s|\(\d\)\s|[¹²³⁴-⁹]\s?|†)/u;

/** Its first cell tells most rows from the head. */
function isSameHead(row: readonly string[], head: readonly string[]): boolean {
  return (
    head.some((cell) => cell !== "") &&
    row.length === head.length &&
    row.every((cell, at) => fold(cell) === head[at])
  );
}

const SUBTOTAL = /^(?:sous tota(?:l|ux)|sub ?totals?|zwischensumme|subtotaal|مجموع فرعي|مجموع جزئي)(?: |$)/;

/** "1 activité", "2 fiches", "39 lignes": a count of entries. */
const COUNT =
  /^\d{1,6} (?:activites?|fiches?|lignes?|traitements?|clients?|entrees?|operations?|activities|activity|records?|rows?|lines?|entries|entry|سجلات|نشاط|انشطة|اسطر)$/;

/**
 * "Total;39 lignes": a word of totals, and beside it nothing but figures; or a total of something, beside counts of entries
 * alone: "Total Orvelle;1 activité". "Total Énergies" is a client.
 */
function isTotal([first = "", ...others]: string[]): boolean {
  const isWord = TOTAL.test(fold(first)) || SUBTOTAL.test(fold(first));
  const isOfCounts = /^tota(?:l|ux) /.test(fold(first)) && others.length > 0 && others.every(isCount);
  return (
    isOfCounts || (isWord && others.every((cell) => cell.trim().split(/\s+/).length <= 3 && /\d/.test(cell)))
  );
}

function isCount(cell: string): boolean {
  return COUNT.test(fold(cell));
}

function filled(row: readonly string[]): string[] {
  return row.filter((cell) => cell.trim() !== "");
}
