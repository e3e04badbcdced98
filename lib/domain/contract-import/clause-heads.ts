import { itemAt, onlyOf } from "@/lib/domain/invariant/required";
import { fold } from "@/lib/domain/text/fold";
import { CLAUSE_IDS, CLAUSES, type ClauseId } from "@/lib/domain/contract/clauses";

export const CLAUSE_PARTS = ["answer", "place", "note"] as const;
export type ClausePart = (typeof CLAUSE_PARTS)[number];
export type ClauseTarget = { id: ClauseId; part: ClausePart };

/** Every part of every clause as a column can be read: "clauses.K09.place". */
export const CLAUSE_TARGETS: readonly string[] = CLAUSE_IDS.flatMap((id) =>
  CLAUSE_PARTS.map((part) => clauseTarget({ id, part })),
);

export function clauseTarget({ id, part }: ClauseTarget): string {
  return `clauses.${id}.${part}`;
}

/** The part of a clause that a target names, or null. */
export function clauseTargetOf(target: string): ClauseTarget | null {
  const [section, stated, named] = target.split(".");
  const id = CLAUSE_IDS.find((known) => known === stated);
  const part = CLAUSE_PARTS.find((known) => known === named);
  return section === "clauses" && id && part ? { id, part } : null;
}

/** Folded titles of the clauses in every language, and folded heads that name a field of the contract. */
export type ClauseNames = { titles: ReadonlyMap<string, ClauseId>; fields: ReadonlySet<string> };

/** `ids` are the clauses that a head can mean: one where it is known, several where an article asks for several. */
export type ClauseHead = { ids: readonly ClauseId[]; part: ClausePart };

const PART_WORDS: Record<ClausePart, ReadonlySet<string>> = {
  answer: wordSet("reponse answer statut status etat conformite compliance جواب حالة مطابقة"),
  place: wordSet("place emplacement localisation ou where location page pages موضع اين صفحة"),
  note: wordSet(
    "note notes remarque remarques remark remarks commentaire commentaires comment comments observation observations ملاحظة ملاحظات",
  ),
};
const OTHER_WORDS = wordSet(
  "clause clauses article articles art rgpd gdpr dans le la les l du de des d document contrat in the of contract بند بنود مادة في من وثيقة عقد",
);
const NUMBER = /(?<![\p{L}\p{N}])k\s?[-.]?\s?(0?[1-9]|1\d|2[0-6])(?!\p{N})/giu;

/**
 * The clause over a column by its number ("K09 – place"), its title in one of our languages, or its article. An article
 * that asks for several clauses names none of them: whoever brings the file in says which.
 */
export function readClauseHead(head: string, names: ClauseNames): ClauseHead | null {
  const words = fold(head).split(" ").filter(Boolean);
  const numbered = [...new Set([...head.matchAll(NUMBER)].map((match) => idOf(itemAt(match, 1))))];
  if (numbered.length > 0) return numbered.length === 1 ? { ids: numbered, part: partIn(words) } : null;
  const titled = byTitle(words, names);
  if (titled) return titled;
  const ids = byArticle(head);
  return ids.length > 0 ? { ids, part: partIn(words) } : null;
}

/** A clause as a cell names it: "K09", "k9", its title, or an article that asks for it alone. */
export function readClauseName(cell: string, titles: ClauseNames["titles"]): ClauseId | null {
  const read = readClauseHead(cell, { titles, fields: new Set() });
  return read?.part === "answer" ? onlyOf(read.ids) : null;
}

function idOf(digits: string): ClauseId {
  return `K${digits.padStart(2, "0")}` as ClauseId;
}

function partIn(words: readonly string[]): ClausePart {
  return (
    CLAUSE_PARTS.find((part) => part !== "answer" && words.some((word) => PART_WORDS[part].has(word))) ??
    "answer"
  );
}

/** Words before or after a title that only say which part of the clause is meant. */
function isBeside(word: string): boolean {
  return OTHER_WORDS.has(word) || CLAUSE_PARTS.some((part) => PART_WORDS[part].has(word));
}

/** Words of a title name no part: "Contrat ou acte qui lie" holds "ou", which beside a title asks where. */
function byTitle(words: readonly string[], { titles, fields }: ClauseNames): ClauseHead | null {
  const text = words.join(" ");
  const whole = titles.get(text);
  // "Objet" alone is the contract's own field; "clause : objet" is K01.
  if (whole !== undefined) return fields.has(text) ? null : { ids: [whole], part: "answer" };
  const found = [...titles].flatMap(([title, id]) => {
    const length = title.split(" ").length;
    const beside = [
      ...(text.startsWith(`${title} `) ? [words.slice(length)] : []),
      ...(text.endsWith(` ${title}`) ? [words.slice(0, -length)] : []),
    ].find((rest) => rest.every(isBeside));
    return beside ? [{ id, part: partIn(beside) }] : [];
  });
  const id = onlyOf([...new Set(found.map((one) => one.id))]);
  return id ? { ids: [id], part: itemAt(found, 0).part } : null;
}

/** Clauses by each article that asks for them, folded: "28 3 a" → K09, K10. */
const BY_ARTICLE = articlesOfClauses();

function articlesOfClauses(): ReadonlyMap<string, readonly ClauseId[]> {
  const ids = new Map<string, ClauseId[]>();
  for (const { id, article } of CLAUSES)
    for (const one of article.split(", ").map(fold)) ids.set(one, [...(ids.get(one) ?? []), id]);
  return ids;
}

/** Clauses that all the articles of a head ask for; none where the head says anything else besides. */
function byArticle(head: string): ClauseId[] {
  if (!/28|art|rgpd|gdpr|ماد/iu.test(head)) return [];
  const named = head
    .split(/[,;+&\n]|\s(?:et|and)\s/u)
    .map((part) =>
      fold(part)
        .split(" ")
        .filter((word) => word !== "" && !isBeside(word))
        .join(" "),
    )
    .filter(Boolean);
  const [first = [], ...others] = named.map((article) => BY_ARTICLE.get(article) ?? []);
  return first.filter((id) => others.every((ids) => ids.includes(id)));
}

function wordSet(words: string): ReadonlySet<string> {
  return new Set(words.split(" "));
}
