import type { Capacity } from "@/lib/domain/processing-record/types";
import { askAmbiguous } from "./ambiguous-heads";
import { COLUMN_WORDS } from "./column-words";
import { fold } from "@/lib/domain/text/fold";
import { targetInGroup } from "./group-targets";
import { splitHead } from "./split-head";
import { headPhrase, matchHeads } from "./match-heads";
import { OWN_COLUMN_WORDS } from "./own-column-words";
import { OWN_HEADS, ownColumns, ownRegister } from "./own-heads";
import { rememberedTargets } from "./remembered-columns";
import { registerByRole, roleColumn } from "./register-role";
import { targetsOf } from "./register-targets";
import type { ColumnMapping, ImportTarget } from "./types";
import { VENDOR_HEADS } from "./vendor-heads";

/** Fields that several columns may fill, one after the other. */
const SHARED: ReadonlySet<ImportTarget> = new Set([
  "operations",
  "notes",
  "measures",
  "controllerContact",
  "note",
  "ignore",
]);

/** True for fields that several columns may fill, and for columns that fill none. */
export function isShared(target: ImportTarget): boolean {
  return SHARED.has(target);
}

/** Both registers' words, and where a column of each may go. */
type Rules = Parameters<typeof matchHeads<ImportTarget>>[1];

// Heads of our own export are recognised in a file that has lost some of its columns too.
const OWN_WORDS = Object.values(OWN_HEADS).flatMap(({ fields }) =>
  Object.entries(fields).filter(([, target]) => target !== "note"),
);

const PUBLISHED = VENDOR_HEADS.filter(({ isPublished }) => isPublished);
const PHRASES = [
  ...phrasesOf(COLUMN_WORDS),
  ...PUBLISHED.flatMap(({ heads }) => phrasesOf(heads)),
  ...OWN_WORDS.map(([phrase, target]) => headPhrase(phrase, target)),
];
const RULES: Record<Capacity, Rules> = {
  processor: rulesOf("processor", PHRASES),
  controller: rulesOf("controller", [...PHRASES, ...phrasesOf(OWN_COLUMN_WORDS)]),
};

function phrasesOf(words: Readonly<Partial<Record<ImportTarget, string>>>) {
  return Object.entries(words).flatMap(([target, phrases]) =>
    phrases.split(" | ").map((phrase) => headPhrase(phrase, target as ImportTarget)),
  );
}

function rulesOf(register: Capacity, phrases: typeof PHRASES): Rules {
  const targets = targetsOf(register);
  return {
    phrases: phrases.filter(({ target }) => targets.includes(target)),
    targets,
    shared: SHARED,
  };
}

/**
 * Guesses the target of each column from its head and, where the head says nothing, from its cells. The best
 * match takes a field first; a column that matches none becomes a note, and one without head or cells is
 * ignored.
 */
export function guessColumns(
  header: readonly string[],
  rows: readonly (readonly string[])[] = [],
  register: Capacity = "processor",
): ColumnMapping {
  const width = Math.max(header.length, ...rows.map((row) => row.length));
  const heads = Array.from({ length: width }, (_, column) => header[column] ?? "");
  const settled = new Map([
    ...groupedColumns(heads, RULES[register]),
    ...roleColumns(heads),
    ...ownColumns(heads),
  ]);
  const bare = heads.map((head) => splitHead(head).own);
  const targets = matchHeads(bare, RULES[register], settled);
  const placed = placeCountry(
    heads.map((head, column) => ({
      column,
      header: head.replace(/\s+/g, " ").trim(),
      target: targets.get(column) ?? targetWithoutHead(head, column, rows, targets),
    })),
  );
  return ownRegister(heads)
    ? placed
    : askAmbiguous(placed, register, isExactHead, (column) => settled.has(column));
}

function isExactHead(head: string): boolean {
  return EXACT.has(fold(head));
}

/** The columns as they are read: under a head that nobody has settled yet, cells are kept in the notes. */
export function withoutAsked(mapping: ColumnMapping): ColumnMapping {
  return mapping.map((column) => (column.asked ? { ...column, target: "note" } : column));
}

/** Columns of roles: "Responsable / Sous-traitant" names neither client nor sub-processor. */
function roleColumns(heads: readonly string[]): Map<number, ImportTarget> {
  const column = roleColumn(heads);
  return new Map(column < 0 ? [] : [[column, "note"]]);
}

/** Columns whose field is decided by the heading over them and others. */
function groupedColumns(heads: readonly string[], rules: Rules): Map<number, ImportTarget> {
  const used = new Set<ImportTarget>();
  return new Map(
    heads.flatMap((head, column) => {
      const { group, own } = splitHead(head);
      if (group === "") return [];
      const target = targetInGroup(matchHeads([group], rules).get(0), own);
      if (target === null || !rules.targets.includes(target)) return [];
      if (target !== "note" && used.has(target) && !SHARED.has(target)) return [];
      used.add(target);
      return [[column, target] as const];
    }),
  );
}

/** A mapping that a person settled for this head, laid over the columns of a file that may have more or fewer. */
export function applyRememberedMapping(
  guess: ColumnMapping,
  remembered: ColumnMapping | null,
): ColumnMapping {
  if (!remembered) return guess;
  const targets = rememberedTargets(guess, remembered);
  return guess.map((column, at) => {
    const target = targets[at];
    if (!target) return column;
    const { asked: _asked, ...settled } = column;
    return { ...settled, target };
  });
}

/** Scores a row as a head: the number of its cells that match a field exactly or nearly. */
export function countKnownHeads(row: readonly string[]): number {
  return Math.max(matchHeads(row, RULES.processor).size, matchHeads(row, RULES.controller).size);
}

const EXACT: ReadonlySet<string> = new Set(
  Object.values(RULES).flatMap(({ phrases }) => phrases.map(({ text }) => text)),
);

/** Counts the cells of a row that are heads word for word: cheap enough to be asked of every row. */
export function countExactHeads(row: readonly string[]): number {
  return row.filter((cell) => cell.length > 0 && cell.length <= LONGEST_EXACT && EXACT.has(fold(cell)))
    .length;
}

const LONGEST_EXACT = 80;

/** Fields of article 30(1) that a processor's register seldom has. */
const TELLING = ["purposes", "legalBases", "retention", "jointControllers"] as const;
const CLIENT =
  /(?:^| )(?:clients?|donneurs?|mandants?|customers?|زبون|عميل|klant|opdrachtgever|kunde|auftraggeber|cliente|committente)(?: |$)/;

/** True for a head that names clients, whatever register it stands in. */
export function isClientHead(head: string): boolean {
  return CLIENT.test(fold(head));
}

/**
 * The register that a table is. Purposes, legal bases and terms are those of a controller's own, art. 30(1), unless the
 * table names clients, or controllers of several names.
 */
export function guessRegister(header: readonly string[], rows: readonly (readonly string[])[]): Capacity {
  const own = ownRegister(header);
  if (own) return own;
  const byRole = registerByRole(header, rows);
  if (byRole) return byRole;
  const found = new Set(matchHeads(header, RULES.controller).values());
  if (TELLING.filter((target) => found.has(target)).length < 2) return "processor";
  const named = [...matchHeads(header, RULES.processor)].filter(([, target]) => target === "controllerName");
  const isOfClients = named.some(([column]) => {
    const names = new Set(rows.map((row) => fold(row[column] ?? "")).filter((name) => name !== ""));
    return isClientHead(header[column] ?? "") || names.size > 1;
  });
  return isOfClients ? "processor" : "controller";
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
