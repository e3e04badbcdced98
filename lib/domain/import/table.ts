import { itemAt } from "@/lib/domain/invariant/required";
import type { Capacity } from "@/lib/domain/processing-record/types";
import { clientOfBand } from "./client-line";
import { guessColumns, isShared } from "./columns";
import { fold } from "@/lib/domain/text/fold";
import type { Layout } from "./layout";
import type { ColumnMapping, ImportTarget } from "./types";

/** Comments beside the cells of a row, and warnings on how they were read; by column, from 0. */
export type RowRemarks = {
  notes: readonly (readonly [column: number, text: string])[];
  remarks: readonly (readonly [column: number, key: string, params?: Remark])[];
};

type Remark = Readonly<Record<string, string>>;

export type TableRow = { line: number; sheet: string; cells: string[] } & RowRemarks;

export type TablePart = {
  name: string;
  header: readonly string[];
  rows: readonly TableRow[];
};

export type Table = { header: string[]; rows: TableRow[]; bands: number; guess: ColumnMapping };

/** Words that name a sheet and nobody: "Feuil1", "Registre 2024", "Processing activities". */
const SHEET_WORDS = new Set(
  (
    "feuil feuille sheet tabelle blatt hoja foglio blad planilha ورقة page onglet registre register registro registri " +
    "verzeichnis rgpd gdpr avg dsgvo cndp processor sous traitant traitants traitements traitement activites activite " +
    "activities processing verwerkingen verarbeitungen tratamientos trattamenti data donnees liste list table tableau " +
    "clients client customers export import base fichier سجل المعالجات"
  ).split(" "),
);

/**
 * Puts the tables of one or several sheets together, column under column of the same head. Where no column names the
 * client, the band over some rows does, a line with one cell; else the name of the sheet.
 */
export function joinTables(stated: readonly TablePart[], register: Capacity = "processor"): Table {
  const parts = alignHeads(stated, ({ header, rows }) =>
    guessColumns(header, sample(rows), register).map((one) => ({ ...one, isShared: isShared(one.target) })),
  );
  const header = joinHeaders(parts);
  const rows: TableRow[] = [];
  const named: { name: string; source: "band" | "sheet" | null }[] = [];
  let bands = 0;
  for (const part of parts) {
    const guess = guessColumns(part.header, sample(part.rows), register);
    const nameColumn = guess.find(({ target }) => target === "controllerName")?.column ?? null;
    const banded = findBands(part, guess);
    bands += banded.bands;
    const ofSheet =
      register === "processor" && nameColumn === null && banded.bands === 0 && isMeaningfulName(part.name)
        ? part.name
        : "";
    const place = placesOf(part.header, header);
    banded.rows.forEach(({ row, band }) => {
      rows.push(moveRow(row, place, header.length));
      named.push({ name: band || ofSheet, source: band ? "band" : ofSheet ? "sheet" : null });
    });
  }
  return { ...nameRows(header, rows, named, register), bands };
}

/**
 * Gives a later table the heads of the first where both say the same field by other words: "N°" under "Réf.", "Prestation"
 * under "Traitement". A head of several meanings is asked on its own.
 */
function alignHeads(parts: readonly TablePart[], guessOf: GuessOf): readonly TablePart[] {
  if (parts.length < 2) return parts;
  const headOf = new Map<string, string>();
  return parts.map((part) => {
    const own = new Set(part.header.map(fold));
    const taken = new Set<string>();
    const guess = guessOf(part);
    const header = part.header.map((head, column) => {
      const { target = "", asked, isShared: isOfSeveral = true } = guess[column] ?? {};
      const isAsked = asked !== undefined && asked.length > 0;
      if (head.trim() === "" || isAsked || isOfSeveral || taken.has(target)) return head;
      taken.add(target);
      const known = headOf.get(target) ?? head;
      headOf.set(target, known);
      return own.has(fold(known)) ? head : known;
    });
    return { ...part, header };
  });
}

/** Field of each column; `isShared` where a table may have several of it, or it has none. */
type GuessOf = (part: TablePart) => readonly GuessedHead[];
type GuessedHead = { target: string; asked?: readonly unknown[] | undefined; isShared: boolean };

/** Puts the tables of one sheet together, column under column of the same head or field. */
export function joinParts(
  stated: readonly TablePart[],
  guessOf: GuessOf,
): { header: string[]; rows: TableRow[] } {
  const parts = alignHeads(stated, guessOf);
  const header = joinHeaders(parts);
  const rows = parts.flatMap((part) => {
    const place = placesOf(part.header, header);
    return part.rows.map((row) => moveRow(row, place, header.length));
  });
  return { header, rows };
}

/** Rows sampled to recognise a column without a head. */
const SAMPLE = 200;

function sample(rows: readonly TableRow[]): string[][] {
  return rows.slice(0, SAMPLE).map(({ cells }) => cells);
}

/** The head of the first, and after it the columns that only others have. */
function joinHeaders(parts: readonly TablePart[]): string[] {
  const header: string[] = [...(parts[0]?.header ?? [])];
  const width = Math.max(header.length, ...(parts[0]?.rows ?? []).map(({ cells }) => cells.length), 0);
  while (parts.length > 1 && header.length < width) header.push("");
  for (const part of parts.slice(1)) {
    const known = new Set(header.map(fold));
    for (const head of part.header) if (!known.has(fold(head))) header.push(head);
  }
  return header;
}

/** Maps each column of a sheet to its place in the joined table; one beyond its head keeps its place. */
function placesOf(own: readonly string[], header: readonly string[]): (column: number) => number {
  const used = new Set<number>();
  const places = own.map((head, column) => {
    const same = header.findIndex((other, at) => !used.has(at) && fold(other) === fold(head));
    const place = same < 0 ? column : same;
    used.add(place);
    return place;
  });
  return (column) => places[column] ?? column;
}

function moveRow(row: TableRow, place: (column: number) => number, width: number): TableRow {
  if (row.cells.every((_, column) => place(column) === column)) return row;
  const cells = Array.from({ length: width }, () => "");
  row.cells.forEach((cell, column) => {
    const at = place(column);
    while (cells.length <= at) cells.push("");
    cells[at] = cells[at] ? `${cells[at]}\n${cell}` : cell;
  });
  return {
    ...row,
    cells,
    notes: row.notes.map(([column, text]) => [place(column), text] as const),
    remarks: row.remarks.map(([column, ...told]) => [place(column), ...told] as const),
  };
}

type Banded = { rows: { row: TableRow; band: string }[]; bands: number };

/**
 * A line with one cell names the client of the lines under it, as long as those name none themselves. One under which
 * there is no such line is a row as any other.
 */
function findBands({ header, rows }: TablePart, guess: ColumnMapping): Banded {
  const nameColumn = guess.find(({ target }) => target === "controllerName")?.column ?? null;
  const goesOn = makeLineReader(header, rows, guess);
  const stored: Banded["rows"] = [];
  let band: { row: TableRow; text: string; at: number; isUsed: boolean } | null = null;
  const used = new Set<TableRow>();
  for (const row of rows) {
    const filled = row.cells.filter((cell) => cell.trim() !== "");
    const isNamed = nameColumn !== null && (row.cells[nameColumn] ?? "").trim() !== "";
    const isInRow = nameColumn !== null && !isNamed && isInside(row, nameColumn);
    if (filled.length === 1 && !isInRow && !goesOn(row)) {
      const text = clientOfBand(itemAt(filled, 0).replace(/\s+/g, " ").trim());
      band = { row, text, at: stored.length, isUsed: false };
      stored.push({ row, band: "" });
      continue;
    }
    if (isNamed) band = null;
    if (band) used.add(band.row);
    stored.push({ row, band: band?.text ?? "" });
  }
  const isTable = used.size > 0 && used.size * 2 <= rows.length;
  if (!isTable) return { rows: rows.map((row) => ({ row, band: "" })), bands: 0 };
  return { rows: stored.filter(({ row }) => !used.has(row)), bands: used.size };
}

/** True for a cell alone to the right of the client's column: it says something of a row, and names nobody. */
function isInside(row: TableRow, nameColumn: number): boolean {
  return row.cells.findIndex((cell) => cell.trim() !== "") > nameColumn;
}

/**
 * Says of a line with one cell whether it goes on with the entry above: it stands under the head of what an entry says, and
 * bands of this sheet do not stand there.
 */
function makeLineReader(header: readonly string[], rows: readonly TableRow[], guess: ColumnMapping) {
  const placeOf = (cells: readonly string[]) => cells.findIndex((cell) => cell.trim() !== "");
  const [first] = rows;
  const isFirstBand = first !== undefined && first.cells.filter((cell) => cell.trim() !== "").length === 1;
  const bandColumns = new Set([placeOf(header), isFirstBand ? placeOf(first.cells) : -1]);
  const isNaming = ({ target }: ColumnMapping[number]) => NAMING.has(target);
  const naming = new Set(guess.filter(isNaming).map(({ column }) => column));
  return (row: TableRow): boolean => {
    const column = placeOf(row.cells);
    return (header[column] ?? "").trim() !== "" && !bandColumns.has(column) && !naming.has(column);
  };
}

/** Columns under which a text alone may name whose the lines under it are. */
const NAMING: ReadonlySet<ImportTarget> = new Set(["reference", "controllerName", "activity"]);

function isMeaningfulName(sheet: string): boolean {
  const words = fold(sheet)
    .split(" ")
    .filter((word) => !/^\p{N}+$/u.test(word) && word.length > 1);
  return words.some((word) => !SHEET_WORDS.has(word.replace(/\d/g, "")));
}

/** Puts the names into the client's column where it is blank, or into a column of their own. */
function nameRows(
  header: string[],
  rows: TableRow[],
  named: readonly { name: string; source: "band" | "sheet" | null }[],
  register: Capacity,
): Pick<Table, "header" | "rows" | "guess"> {
  const guess = guessColumns(
    header,
    rows.map(({ cells }) => cells),
    register,
  );
  const source = named.find((name) => name.source !== null)?.source ?? null;
  if (source === null) return { header, rows, guess };
  const column = guess.find(({ target }) => target === "controllerName")?.column ?? guess.length;
  const filled = rows.map((row, at) => nameRow(row, column, itemAt(named, at).name));
  if (column < guess.length) return { header, rows: filled, guess };
  return {
    header: [...Array.from({ length: column }, (_, at) => header[at] ?? ""), ""],
    rows: filled,
    // In the company's own register a band is the head of a part, and no client: it goes to the notes.
    guess: [
      ...guess,
      { column, header: "", target: register === "processor" ? "controllerName" : "note", source },
    ],
  };
}

function nameRow(row: TableRow, column: number, name: string): TableRow {
  if (name === "" || (row.cells[column] ?? "").trim() !== "") return row;
  const cells = Array.from(
    { length: Math.max(row.cells.length, column + 1) },
    (_, at) => row.cells[at] ?? "",
  );
  cells[column] = name;
  return { ...row, cells };
}

/** The rows of data of a sheet, each with what stands around it. */
export function tableRows(
  sheet: {
    name: string;
    rows: readonly (readonly string[])[];
    lines: readonly number[];
    notes?: readonly (readonly [number, number, string])[];
    remarks?: readonly (readonly [number, number, string, Remark?])[];
  },
  layout: Layout,
): TableRow[] {
  const notes = groupByRow(sheet.notes ?? []);
  const remarks = groupByRow(sheet.remarks ?? []);
  return layout.dataRows.map((at) => ({
    line: itemAt(sheet.lines, at),
    sheet: sheet.name,
    cells: [...itemAt(sheet.rows, at)],
    notes: notes.get(at) ?? [],
    remarks: remarks.get(at) ?? [],
  }));
}

/** Marks of a sheet by the row that they stand in. */
export function groupByRow<T extends readonly unknown[]>(
  list: readonly (readonly [number, ...T])[],
): Map<number, T[]> {
  const groups = new Map<number, T[]>();
  for (const [row, ...told] of list) {
    const group = groups.get(row);
    if (group) group.push(told);
    else groups.set(row, [told]);
  }
  return groups;
}
