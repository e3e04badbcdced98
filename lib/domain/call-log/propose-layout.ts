import { NO_COLUMNS, type CallLayout, type LogField } from "./layout";
import { makeInstantReader, TIME_FORMATS, type TimeFormat } from "./read-instant";

/** Programs whose logs are known; `remembered` is a layout that a person chose, `guessed` is neither. */
export const LAYOUT_ORIGINS = ["asterisk", "vicidial", "remembered", "guessed"] as const;
export type LayoutOrigin = (typeof LAYOUT_ORIGINS)[number];

export type ProposedLayout = Pick<CallLayout, "columns" | "hasHead" | "timeFormat"> & {
  origin: LayoutOrigin;
};

/** Names of columns as diallers and their exports write them, in folded text without separators. */
const NAMES: Record<Exclude<LogField, "filter">, readonly string[]> = {
  number: [
    ...["phonenumberdialed", "phonenumber", "dst", "destination", "callednumber", "numeroappele", "numero"],
    ...["telephone", "phone", "called", "number", "tel", "msisdn", "destinataire"],
  ],
  prefix: ["phonecode", "countrycode", "indicatif"],
  at: [
    ...[
      "calldate",
      "start",
      "startepoch",
      "datetime",
      "dateheure",
      "dateappel",
      "datedappel",
      "debut",
      "timestamp",
    ],
    ...["starttime", "horodatage", "date"],
  ],
  clock: ["heure", "time", "heureappel", "calltime"],
  status: [
    ...["disposition", "status", "statut", "qualification", "resultat", "result", "dialstatus", "codefin"],
  ],
  shown: ["callerid", "shownnumber", "numeroaffiche", "numeropresente", "cli", "clid", "src", "outboundcid"],
  callId: ["uniqueid", "callid", "idappel", "linkedid"],
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
  for (const [field, known] of Object.entries(NAMES)) {
    const at = known.map((name) => names.indexOf(name)).find((index) => index >= 0);
    columns[field as keyof typeof NAMES] = at ?? null;
  }
  if (!isDayAlone(rows, columns.at)) columns.clock = null;
  const hasHead = Object.values(columns).some((column) => column !== null);
  return { origin: originOf(names), columns, hasHead, timeFormat: guessFormat(rows, columns) };
}

function originOf(names: readonly string[]): LayoutOrigin {
  if (ASTERISK.every((name) => names.includes(name))) return "asterisk";
  return VICIDIAL.filter((name) => names.includes(name)).length >= 3 ? "vicidial" : "guessed";
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
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[^a-z0-9]/g, "");
}
