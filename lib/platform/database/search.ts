import type { AnyNoun } from "@/lib/domain/nouns/nouns";
import type { Reader } from "@/lib/platform/read/reader";

/** Nouns that have a document to be searched; triggers of the database keep it in the transaction of each change. */
export type SearchedNoun = Extract<AnyNoun, { isSearched: true }>["id"];

export type SearchFound<N extends SearchedNoun> = {
  /** Ids by noun of rows that contain every word, the likeliest first. */
  ids: Record<N, string[]>;
  /** The folded words that were looked for. */
  terms: string[];
  /** True where no row had the words asked for, and the nearest words were searched. */
  isRespelt: boolean;
};

/** Codes of choices that a term means: entries are found by them beside their words. */
export type TermCodes = Readonly<Record<string, readonly string[]>>;

/** Finds rows that entries name by id, with their current title. */
export function findNamedRows(tx: Reader) {
  return tx.$queryRaw<{ code: string; title: string; libraryCode: string | null }[]>`
    SELECT 'measure:' || id AS code, concat_ws(' ', reference, title) AS title,
      CASE WHEN title = '' THEN library_code END AS "libraryCode" FROM measure
    UNION ALL SELECT 'sub-processor:' || id, concat_ws(' ', reference, name), NULL FROM sub_processor`;
}

/**
 * Looks for every folded word of a question; where nothing has them all, for the nearest words that the organisation
 * uses: "teleprospectoin" finds "Téléprospection". At most `most` ids of each noun, all of them without it.
 */
export async function searchIds<N extends SearchedNoun>(
  tx: Reader,
  nouns: readonly N[],
  asked: string[],
  { meant = {}, most = null }: { meant?: TermCodes; most?: number | null } = {},
): Promise<SearchFound<N>> {
  const ids = await findIds(tx, nouns, { terms: asked, meant, most });
  const as = { ids, terms: asked, isRespelt: false };
  if (asked.length === 0 || nouns.some((noun) => ids[noun].length > 0)) return as;
  const terms = await findSpelling(tx, asked, meant);
  if (terms.join(" ") === asked.join(" ")) return as;
  return { ids: await findIds(tx, nouns, { terms, meant, most }), terms, isRespelt: true };
}

/** Finds the rows of one noun that answer the folded words of a question; null without words. */
export async function searchNoun(tx: Reader, noun: SearchedNoun, asked: string[]): Promise<string[] | null> {
  return asked.length > 0 ? (await searchIds(tx, [noun], asked)).ids[noun] : null;
}

/** Asks of all nouns at once: a pass over the index costs the same for one. */
async function findIds<N extends SearchedNoun>(
  tx: Reader,
  nouns: readonly N[],
  { terms, meant, most }: { terms: string[]; meant: TermCodes; most: number | null },
): Promise<Record<N, string[]>> {
  const rows = await tx.$queryRaw<{ noun: N; ids: string[] }[]>`
    SELECT f.noun, array_agg(f.subject_id::text ORDER BY f.place) AS ids
    FROM search_found(${nouns}::text[], ${terms}::text[], ${JSON.stringify(meant)}::jsonb, ${most}::int)
      WITH ORDINALITY AS f (noun, subject_id, place)
    GROUP BY f.noun`;
  const found = new Map(rows.map(({ noun, ids }) => [noun, ids]));
  return Object.fromEntries(nouns.map((noun) => [noun, found.get(noun) ?? []])) as Record<N, string[]>;
}

async function findSpelling(tx: Reader, terms: string[], meant: TermCodes): Promise<string[]> {
  const [row] = await tx.$queryRaw<[{ spelt: string[] }]>`
    SELECT search_spelling(${terms}::text[], ${JSON.stringify(meant)}::jsonb) AS spelt`;
  return row.spelt;
}
