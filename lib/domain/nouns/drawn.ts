import type { DrawnTable } from "./drawn-table";
import { NOUNS } from "./nouns";

type AnyNoun = (typeof NOUNS)[number];
/** A noun whose page a client may open. */
export type DrawnNoun = Extract<AnyNoun, { drawn: unknown }>["id"];
/** Tables of which the page of each noun is drawn for a client. */
export const DRAWN = Object.fromEntries(
  NOUNS.flatMap((noun): [string, readonly DrawnTable[]][] =>
    "drawn" in noun ? [[noun.id, noun.drawn]] : [],
  ),
) as Record<DrawnNoun, readonly DrawnTable[]>;

export function isDrawn(noun: AnyNoun["id"]): noun is DrawnNoun {
  return noun in DRAWN;
}
