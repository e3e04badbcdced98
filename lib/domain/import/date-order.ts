import { isPartialDateValue } from "@/lib/domain/time/partial-date";
import { ownLanguage } from "./own-heads";
import type { ColumnMapping, DateOrder, ImportTarget } from "./types";

/** Targets whose cells say days, alone or in a sentence. */
const DATED: ReadonlySet<ImportTarget> = new Set([
  "startsOn",
  "endsOn",
  "reviewedOn",
  "reviewDueOn",
  "instrument",
  "assessment",
]);

/** "02/03/2024", "2/3/24", "02-03-2024"; a point is written between day, month and year alone. */
const FIGURES =
  /(?<![\d/.-])(?:(\d{1,2})\/(\d{1,2})\/(\d{4}|\d{2})|(\d{1,2})-(\d{1,2})-(\d{4}))(?![\d/-]|\.\d)/gu;

const SAMPLES = 3;
const LONGEST_SAMPLE = 80;

/** Letters and words of the languages that write the day first; English heads have none of them. */
const DAY_FIRST_LETTERS = /[\u00c0-\u024f\u0370-\u1fff]/u;
const DAY_FIRST_WORDS = new Set(
  (
    "de du des la le les et ou au aux sur responsable traitement traitements finalite donnees debut fin pays garanties " +
    "qui quoi quand quel quelle chez par pour interne numero nom societe contrat objet donneur ordre " +
    "sous traitant traitants activite personnes duree mesures adresse fiche prestation mise jour " +
    "und oder der das zweck verantwortlicher verantwortliche beginn ende empfanger loschfrist auftraggeber kunde " +
    "el los las tratamiento finalidad finalidades datos inicio pais encargado plazo cliente fecha " +
    "il lo gli titolare trattamento finalita dati inizio fine paese categorie " +
    "en het een verwerking doel doeleinden gegevens begindatum einddatum klant verwerker bewaartermijn"
  ).split(" "),
);

/** True where the heads of a file are of a language in which 02/03/2024 is a day of March. */
function isDayFirst(header: readonly string[]): boolean {
  return header.some(
    (head) =>
      DAY_FIRST_LETTERS.test(head) ||
      head
        .toLowerCase()
        .split(/[^a-z-]+/)
        .some((word) => DAY_FIRST_WORDS.has(word)),
  );
}

type Seen = { dayFirst: boolean; monthFirst: boolean; either: string[] };

/**
 * Says in which order the figures of a file's dates stand. A day over 12 shows it; else the language of its heads does,
 * but English, which writes both. What shows neither is asked once for the file, with cells of it: `given` is what a person
 * answered for this file, `remembered` for one of its shape.
 */
export function withDateOrder(
  mapping: ColumnMapping,
  rows: readonly { cells: readonly string[] }[],
  { given, remembered = null }: { given: DateOrder | null; remembered?: DateOrder | null },
): ColumnMapping {
  const header = mapping.map((column) => column.header);
  const bare = mapping.map(({ dateOrder: _order, orderAsked: _asked, ...column }) => column);
  const dated = bare.filter(({ target }) => DATED.has(target)).map(({ column }) => column);
  const seen = lookAt(dated, rows);
  if (ownLanguage(header) || !isSeen(seen)) return bare;
  const order = given ?? orderOf(seen, isDayFirst(header), remembered);
  const first = bare.find(({ target }) => DATED.has(target));
  return bare.map((column) => {
    if (!DATED.has(column.target)) return column;
    if (order !== null) return { ...column, dateOrder: order };
    return column === first ? { ...column, orderAsked: seen.either } : column;
  });
}

function isSeen({ dayFirst, monthFirst, either }: Seen): boolean {
  return dayFirst || monthFirst || either.length > 0;
}

function orderOf(
  { dayFirst, monthFirst, either }: Seen,
  isOfDayFirst: boolean,
  remembered: DateOrder | null,
): DateOrder | null {
  if (dayFirst && monthFirst) return either.length > 0 ? null : "month";
  if (monthFirst) return isOfDayFirst && remembered !== "month" ? null : "month";
  if (dayFirst) return remembered === "month" ? null : "day";
  return remembered ?? (isOfDayFirst ? "day" : null);
}

/** Days that show an order by a figure over 12, and the first cells that show none. */
function lookAt(columns: readonly number[], rows: readonly { cells: readonly string[] }[]): Seen {
  const seen: Seen = { dayFirst: false, monthFirst: false, either: [] };
  for (const { cells } of rows)
    for (const column of columns) {
      const cell = (cells[column] ?? "").replace(/\s+/g, " ").trim();
      for (const { first, second } of figuresIn(cell)) {
        if (first > 12 && second <= 12) seen.dayFirst = true;
        else if (second > 12 && first <= 12) seen.monthFirst = true;
        else if (first !== second && first <= 12) addSample(seen.either, cell);
      }
    }
  return seen;
}

function addSample(samples: string[], cell: string): void {
  const sample = cell.length > LONGEST_SAMPLE ? `${cell.slice(0, LONGEST_SAMPLE - 1)}…` : cell;
  if (samples.length < SAMPLES && !samples.includes(sample)) samples.push(sample);
}

type Figures = { first: number; second: number; year: string };

function figuresIn(cell: string): Figures[] {
  return [...cell.matchAll(FIGURES)].map(figuresOf);
}

function figuresOf(match: RegExpMatchArray | readonly (string | undefined)[]): Figures {
  const [, one, two, three, four, five, six] = match;
  return { first: Number(one ?? four), second: Number(two ?? five), year: three ?? six ?? "" };
}

/** The order of the dates in some rows under their heads, or the cells to ask about; null without such a date. */
export function orderOfRows(
  header: readonly string[],
  rows: readonly { cells: readonly string[] }[],
): DateOrder | { asked: string[] } | null {
  const columns = header.map((_, column) => column);
  const seen = lookAt(
    columns,
    rows.map(({ cells }) => ({ cells: cells.map((cell) => (isDayInFigures(cell) ? cell : "")) })),
  );
  if (!isSeen(seen)) return null;
  return orderOf(seen, isDayFirst(header), null) ?? { asked: seen.either };
}

/** True for a cell that is one day in figures, and nothing beside it. */
export function isDayInFigures(cell: string): boolean {
  return cell.trim().replace(FIGURES, "") === "" && cell.trim() !== "";
}

/** True for a day in figures that may be read in both orders. */
export function isEitherOrder(cell: string): boolean {
  return (
    isDayInFigures(cell) &&
    figuresIn(cell.trim()).some(({ first, second }) => first !== second && first <= 12 && second <= 12)
  );
}

/** A cell of days with the month first, as readers take it: each such day in the order of ISO 8601. */
export function monthFirstDays(cell: string): string {
  return cell.replace(FIGURES, (found, ...groups: (string | undefined)[]) => {
    const { first: month, second: day, year } = figuresOf([found, ...groups]);
    const full = year.length === 4 ? year : `${Number(year) < 80 ? 20 : 19}${year}`;
    const value = [full, month, day].map((part) => String(part).padStart(2, "0")).join("-");
    return month <= 12 && isPartialDateValue(value) ? value : found;
  });
}

/** True while it is open in which order a file's dates stand. */
export function asksDateOrder(mapping: ColumnMapping): boolean {
  return mapping.some(({ orderAsked }) => orderAsked !== undefined);
}

/** The order that a person or the file itself said; null where none did. */
export function dateOrderOf(mapping: ColumnMapping): DateOrder | null {
  return mapping.find(({ dateOrder }) => dateOrder)?.dateOrder ?? null;
}
