import { NOUNS } from "@/lib/domain/nouns/nouns";

type Declared = { id: string; tables?: readonly { name: string }[] };

/** Longest first, so that a notice is not taken for its breach. */
const NOUN_IDS: readonly string[] = NOUNS.map(({ id }) => id).toSorted((a, b) => b.length - a.length);

/** Names the noun whose rows a table holds: the one that declares it, else the one that its name begins with, else the journal. */
export function nounOfTable(table: string): string {
  const declaring = NOUNS.find(({ tables }: Declared) => tables?.some(({ name }) => name === table));
  if (declaring) return declaring.id;
  return NOUN_IDS.find((id) => table.startsWith(id.replaceAll("-", "_"))) ?? "journal";
}
