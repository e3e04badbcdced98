import { COLUMN_WORDS } from "./column-words";
import { fold } from "./fold";
import { headPhrase, matchHeads } from "./match-heads";
import { OWN_HEADS, ownColumns } from "./own-heads";
import { IMPORT_TARGETS, type ColumnMapping, type ImportTarget } from "./types";

/** Fields that several columns may fill, one after the other. */
const SHARED: ReadonlySet<ImportTarget> = new Set([
  "operations",
  "notes",
  "measures",
  "controllerContact",
  "ignore",
]);

// What our own export writes over a field is known in a file that has lost some of its columns too.
const OWN_WORDS = Object.values(OWN_HEADS).flatMap(({ fields }) =>
  Object.entries(fields).filter(([, target]) => target !== "note"),
);

const PHRASES = [
  ...Object.entries(COLUMN_WORDS).flatMap(([target, phrases]) =>
    phrases.split(" | ").map((phrase) => headPhrase(phrase, target as ImportTarget)),
  ),
  ...OWN_WORDS.map(([phrase, target]) => headPhrase(phrase, target)),
];
const RULES = { phrases: PHRASES, targets: IMPORT_TARGETS, shared: SHARED };

/**
 * Where each column goes, from its head and, where the head says nothing, from its cells. The best match takes a
 * field first; a column that matches none is kept as a note, and one without head or cells is ignored.
 */
export function guessColumns(
  header: readonly string[],
  rows: readonly (readonly string[])[] = [],
): ColumnMapping {
  const width = Math.max(header.length, ...rows.map((row) => row.length));
  const heads = Array.from({ length: width }, (_, column) => header[column] ?? "");
  const own = ownColumns(heads);
  const targets = matchHeads(heads, RULES, own);
  return placeCountry(
    heads.map((head, column) => ({
      column,
      header: head.replace(/\s+/g, " ").trim(),
      target: targets.get(column) ?? targetWithoutHead(head, column, rows, targets),
    })),
  );
}

/** A mapping that a person settled for this head, laid over the columns of a file that may have more or fewer. */
export function applyRememberedMapping(
  guess: ColumnMapping,
  remembered: ColumnMapping | null,
): ColumnMapping {
  if (!remembered) return guess;
  return guess.map((column) => {
    const same = remembered.find(
      (known) => known.column === column.column && isSameHead(known.header, column.header),
    );
    const moved =
      same ?? remembered.find((known) => column.header !== "" && isSameHead(known.header, column.header));
    return moved ? { ...column, target: moved.target } : column;
  });
}

/** What makes two files of one layout: their heads in order, blind to case, accents and punctuation. */
export function headerSignature(header: readonly string[]): string {
  const heads = header.map(fold);
  return heads.slice(0, heads.findLastIndex((head) => head !== "") + 1).join("|");
}

/** How well a row would serve as a head: the number of its cells that name a field for certain or nearly. */
export function countKnownHeads(row: readonly string[]): number {
  return matchHeads(row, RULES).size;
}

function targetWithoutHead(
  head: string,
  column: number,
  rows: readonly (readonly string[])[],
  targets: ReadonlyMap<number, ImportTarget>,
): ImportTarget {
  const cells = rows.map((row) => (row[column] ?? "").trim()).filter((cell) => cell !== "");
  if (head.trim() !== "") return "note";
  if (cells.length === 0) return "ignore";
  const hasReference = [...targets.values()].includes("reference");
  const areReferences =
    cells.every((cell) => /^\p{Lu}{1,6}[-_ /]?\d{1,6}$/u.test(cell)) && new Set(cells).size > 1;
  return areReferences && !hasReference ? "reference" : "note";
}

/** "Pays" beside the client's name, address or number is the client's; anywhere else it is where the data go. */
function placeCountry(columns: ColumnMapping): ColumnMapping {
  const targets = new Set(columns.map(({ target }) => target));
  return columns.map((column, index) => {
    if (!/^(?:pays|country|land|pais|paese|staat|code pays|country code|بلد)$/.test(fold(column.header)))
      return column;
    const isClients =
      isOfClient(columns[index - 1]?.target) ||
      (!isOfTransfer(columns[index - 1]?.target) && isOfClient(columns[index + 1]?.target));
    const target = isClients ? "controllerCountry" : "transfer";
    return targets.has(target) ? column : { ...column, target };
  });
}

function isOfClient(target: ImportTarget | undefined): boolean {
  return target === "controllerName" || target === "controllerAddress" || target === "controllerRegistration";
}

function isOfTransfer(target: ImportTarget | undefined): boolean {
  return (
    target === "subProcessors" || target === "instrument" || target === "recipients" || target === "sites"
  );
}

function isSameHead(a: string, b: string): boolean {
  return fold(a) === fold(b);
}
