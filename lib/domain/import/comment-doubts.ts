import { findPlacesWithin } from "@/lib/domain/country/places";
import { findQualifiers } from "@/lib/domain/text/qualifiers";
import { stateWords } from "@/lib/domain/text/state-words";
import { question } from "./doubts";
import type { RowRemarks } from "./table";
import type { ColumnMapping, Doubt, ImportTarget } from "./types";

/** Fields whose value a comment beside the cell may deny, limit, date or add to. */
const ASKED: ReadonlySet<ImportTarget> = new Set<ImportTarget>([
  "controllerName",
  "transfer",
  "instrument",
  "subProcessors",
  "special",
  "minors",
  "legalBases",
  "retention",
  "startsOn",
  "endsOn",
]);

/** Words from which on something holds; of a period of retention they are no doubt, and are of no common list. */
const BEGINNING =
  /(?<!\p{L})(?:[àa] compter|[àa] dater|with effect|as of|effective|اعتبارا|ابتداء)(?!\p{L})/iu;

/**
 * Questions about cells whose comment says something of them: "Arrêté depuis janvier" beside "Maroc". The notes keep every
 * comment; what none of its words may change is not asked.
 */
export function doubtsOfComments(
  comments: RowRemarks["notes"],
  cells: readonly string[],
  mapping: ColumnMapping,
): Doubt[] {
  return comments.flatMap(([column, comment]) => {
    const field = mapping[column]?.target;
    const cell = (cells[column] ?? "").trim();
    if (!field || field === "note" || !ASKED.has(field) || cell === "") return [];
    const words = wordsOf(comment, field, cell);
    if (words.length === 0) return [];
    return [{ field, ...question("wordsUnsettled", commented(cell, comment), { words: words.join(", ") }) }];
  });
}

/** Words of a comment that may change its cell; a country of a transfer is one where the cell does not name it. */
function wordsOf(comment: string, field: ImportTarget, cell: string): string[] {
  const named = new Set(findPlacesWithin(cell).map(({ country }) => country));
  const added = findPlacesWithin(comment).filter(({ country }) => !named.has(country));
  const begun = BEGINNING.exec(comment)?.slice(0, 1) ?? [];
  const said = [...findQualifiers(comment).map(({ words }) => words), ...stateWords(comment), ...begun];
  const isPlaceAdded = field === "transfer" && added.length > 0;
  return [...new Set(said.length === 0 && isPlaceAdded ? [comment.replace(/\s+/g, " ").trim()] : said)];
}

/** A cell with its comment, as the question names it: cells alike of different comments are asked apart. */
export function commented(cell: string, comment: string): string {
  return `${cell} [${comment.replace(/\s+/g, " ").trim()}]`;
}

/** True where a question is about the comment of a cell. */
export function isOfComment(asked: string, cell: string): boolean {
  return cell !== "" && asked.startsWith(`${cell} [`);
}
