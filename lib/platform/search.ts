import type { Tx } from "@/lib/platform/transaction";

/** What has a document to be searched; triggers of the database keep it in the transaction of each change. */
export type SearchedNoun = "processing-record" | "controller";

export type SearchFound = {
  /** In which every word stands, the likeliest first. */
  ids: string[];
  /** The folded words that were looked for. */
  terms: string[];
  /** Whether they are others than those asked: nothing had these, so the nearest words were looked for. */
  isRespelt: boolean;
};

/**
 * Looks for every folded word of a question; where nothing has them all, for the nearest words that the organisation
 * uses: "teleprospectoin" finds "Téléprospection". At most `most` ids, all of them without it.
 */
export async function searchIds(
  tx: Tx,
  noun: SearchedNoun,
  asked: string[],
  most: number | null = null,
): Promise<SearchFound> {
  const ids = await findIds(tx, noun, asked, most);
  if (ids.length > 0 || asked.length === 0) return { ids, terms: asked, isRespelt: false };
  const terms = await findSpelling(tx, asked);
  if (terms.join(" ") === asked.join(" ")) return { ids, terms, isRespelt: false };
  return { ids: await findIds(tx, noun, terms, most), terms, isRespelt: true };
}

async function findIds(tx: Tx, noun: SearchedNoun, terms: string[], most: number | null): Promise<string[]> {
  if (terms.length === 0) return [];
  const [row] = await tx.$queryRaw<[{ ids: string[] }]>`
    SELECT ARRAY(SELECT search_ids(${noun}, ${terms}::text[], ${most}::int)) AS ids`;
  return row.ids;
}

async function findSpelling(tx: Tx, terms: string[]): Promise<string[]> {
  const [row] = await tx.$queryRaw<[{ spelt: string[] }]>`SELECT search_spelling(${terms}::text[]) AS spelt`;
  return row.spelt;
}
