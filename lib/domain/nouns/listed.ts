import type { DrawnTable } from "./drawn-table";
import { NOUNS, type AnyNoun } from "./nouns";

/** Rows of which one line of the noun's list and its sheet are drawn: its own, its dossier's, else its client's page. */
type Listed = Readonly<Partial<Record<AnyNoun["id"], readonly DrawnTable[]>>>;
export const LISTED: Listed = Object.fromEntries(
  NOUNS.flatMap((noun) => {
    const rows = rowsOf(noun);
    return rows ? [[noun.id, rows]] : [];
  }),
);

function rowsOf(noun: AnyNoun): readonly DrawnTable[] | undefined {
  if ("listed" in noun) return noun.listed;
  if ("dossier" in noun && "rows" in noun.dossier) return noun.dossier.rows;
  return "drawn" in noun ? noun.drawn : undefined;
}
