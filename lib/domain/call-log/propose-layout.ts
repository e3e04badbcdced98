import { HEAD_NAMES } from "./head-names";
import { NO_COLUMNS, type CallLayout, type LogField } from "./layout";
import { makeInstantReader, TIME_FORMATS, type TimeFormat } from "./read-instant";

/** Programs whose logs are known; `remembered` is a layout that a person chose, `guessed` is neither. */
export const LAYOUT_ORIGINS = ["asterisk", "vicidial", "remembered", "guessed"] as const;
export type LayoutOrigin = (typeof LAYOUT_ORIGINS)[number];

export type ProposedLayout = Pick<CallLayout, "columns" | "hasHead" | "timeFormat"> & {
  origin: LayoutOrigin;
};

/** Columns of Asterisk's Master.csv, which has no head. */
const MASTER: Partial<Record<LogField, number>> = { shown: 1, number: 2, at: 9, status: 14, callId: 16 };
const MASTER_WIDTHS = [16, 17, 18];
const MASTER_STATUS = /^(?:ANSWERED|NO ANSWER|BUSY|FAILED|CONGESTION)$/;
/** Columns that only Vicidial names so. */
const VICIDIAL = ["leadid", "listid", "phonecode", "usergroup"];
const ASTERISK = ["dcontext", "lastapp", "amaflags"];

/** Proposes how the first rows of a log are read; a person decides. */
export function proposeLayout(rows: readonly (readonly string[])[]): ProposedLayout {
  const [head = []] = rows;
  if (isMaster(head)) {
    const columns = { ...NO_COLUMNS, ...MASTER, callId: head.length > 16 ? 16 : null };
    return { origin: "asterisk", columns, hasHead: false, timeFormat: "iso" };
  }
  const names = head.map(foldName);
  const columns = { ...NO_COLUMNS };
  for (const [field, known] of Object.entries(HEAD_NAMES)) {
    const at = known.map((name) => names.indexOf(name)).find((index) => index >= 0);
    columns[field as keyof typeof HEAD_NAMES] = at ?? null;
  }
  if (columns.at === null && holdsDays(rows, columns.clock)) columns.at = columns.clock;
  columns.number ??= onlyColumn(rows, columns, isNumber);
  columns.at ??= onlyColumn(rows, columns, isInstant);
  if (!isDayAlone(rows, columns.at)) columns.clock = null;
  if (isOfLead(rows, columns)) columns.callId = null;
  const hasHead = Object.values(columns).some((column) => column !== null);
  return { origin: originOf(names), columns, hasHead, timeFormat: guessFormat(rows, columns) };
}

/** The one column, of those without a field, whose cells are all such: heads of one's own say nothing. Null for several. */
function onlyColumn(
  rows: readonly (readonly string[])[],
  columns: ProposedLayout["columns"],
  isSuch: (cell: string) => boolean,
): number | null {
  const taken = new Set(Object.values(columns));
  const found = (rows[0] ?? []).flatMap((_, at) => {
    const cells = rows.slice(1, 200).map((row) => (row[at] ?? "").trim());
    const stated = cells.filter((cell) => cell !== "");
    return !taken.has(at) && stated.length > 0 && stated.every(isSuch) ? [at] : [];
  });
  return found.length === 1 ? (found[0] ?? null) : null;
}

const NUMBER = /^(?:\+|00?)[\d\s().-]{8,19}$/;

function isNumber(cell: string): boolean {
  return NUMBER.test(cell) && !isInstant(cell);
}

function isInstant(cell: string): boolean {
  return TIME_FORMATS.some(
    (format) => format !== "epoch" && makeInstantReader(format, "Africa/Casablanca").read(cell) !== null,
  );
}

function originOf(names: readonly string[]): LayoutOrigin {
  if (ASTERISK.every((name) => names.includes(name))) return "asterisk";
  return VICIDIAL.filter((name) => names.includes(name)).length >= 3 ? "vicidial" : "guessed";
}

/** "Heure d’appel" may be the whole instant: "12/03/2026 10:30". */
function holdsDays(rows: readonly (readonly string[])[], clock: number | null): boolean {
  if (clock === null) return false;
  return rows.slice(1, 20).some((row) => /\d[/.-]\d{1,2}[/.-]\d|\d{9}/.test(row[clock] ?? ""));
}

/** True for an id that calls of different instants share: it is a lead's, and would hide how often a person was called. */
function isOfLead(
  rows: readonly (readonly string[])[],
  { callId, at, clock }: ProposedLayout["columns"],
): boolean {
  if (callId === null || at === null) return false;
  const instants = new Map<string, string>();
  return rows.slice(1).some((row) => {
    const id = (row[callId] ?? "").trim();
    const instant = instantText(row, at, clock);
    const before = instants.get(id);
    instants.set(id, instant);
    return id !== "" && before !== undefined && before !== instant;
  });
}

function isMaster(row: readonly string[]): boolean {
  return (
    MASTER_WIDTHS.includes(row.length) &&
    MASTER_STATUS.test(row[14] ?? "") &&
    /^\d{4}-\d\d-\d\d /.test(row[9] ?? "")
  );
}

function isDayAlone(rows: readonly (readonly string[])[], at: number | null): boolean {
  if (at === null) return false;
  return rows
    .slice(1, 20)
    .some((row) => /^[\d/.-]{8,10}$/.test((row[at] ?? "").trim()) && !/^\d+$/.test(row[at] ?? ""));
}

/** The first format in which every instant of the first rows is one. */
function guessFormat(rows: readonly (readonly string[])[], { at, clock }: CallLayout["columns"]): TimeFormat {
  if (at === null) return "iso";
  const written = rows.slice(1, 200).map((row) => instantText(row, at, clock));
  const fits = (format: TimeFormat) => {
    const { read } = makeInstantReader(format, "Africa/Casablanca");
    return written.every((text) => text === "" || read(text) !== null);
  };
  return TIME_FORMATS.find(fits) ?? "iso";
}

/** The instant of a row as it is written, from one column or two. */
export function instantText(row: readonly string[], at: number, clock: number | null): string {
  const day = (row[at] ?? "").trim();
  return clock === null ? day : `${day} ${(row[clock] ?? "").trim()}`;
}

function foldName(name: string): string {
  return name
    .normalize("NFD")
    .replace(/\p{M}|ـ/gu, "")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, "");
}
