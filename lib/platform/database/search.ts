import type { AnyNoun } from "@/lib/domain/nouns/nouns";
import type { Reader } from "@/lib/platform/read/reader";

/** Nouns that have a document to be searched; triggers of the database keep it in the transaction of each change. */
export type SearchedNoun = Extract<AnyNoun, { isSearched: true }>["id"];

/** Holds what a question asks for at one place: patterns over documents and codes, any of which is enough. */
type AskedUnit = {
  typed: string;
  any: readonly string[];
  all: readonly string[];
  whole: string;
  start: string;
  isInTexts: boolean;
  codes: readonly string[];
};

type AskedQuestion<U extends AskedUnit> = {
  units: U[];
  respell: (nearest: readonly string[]) => Promise<U[]>;
};

/** Says how likely a row is meant, 0 first, and the codes by which it is found. */
export type FoundPlace = { tier: number; coded: string[] };

export type SearchFound<N extends SearchedNoun, U extends AskedUnit = AskedUnit> = {
  /** Ids by noun of rows that have every unit, the likeliest first. */
  ids: Record<N, string[]>;
  places: ReadonlyMap<string, FoundPlace>;
  /** The units that were looked for. */
  units: U[];
  /** True where no row had the words asked for, and the nearest words were searched. */
  isRespelt: boolean;
};

/** Finds rows that entries name by id, with their current title. */
export function findNamedRows(tx: Reader) {
  return tx.$queryRaw<{ code: string; title: string; libraryCode: string | null }[]>`
    SELECT 'measure:' || id AS code, concat_ws(' ', reference, title) AS title,
      CASE WHEN title = '' THEN library_code END AS "libraryCode" FROM measure
    UNION ALL SELECT 'sub-processor:' || id, concat_ws(' ', reference, name), NULL FROM sub_processor`;
}

/**
 * Looks for every unit of a question; where nothing has them all, for the nearest words that the field or the organisation
 * uses: "teleprospectoin" finds "Téléprospection". At most `most` ids of each noun, all of them without it.
 */
export async function searchIds<N extends SearchedNoun, U extends AskedUnit>(
  tx: Reader,
  nouns: readonly N[],
  { units, respell }: AskedQuestion<U>,
  { most = null }: { most?: number | null } = {},
): Promise<SearchFound<N, U>> {
  const found = await findIds(tx, nouns, { units, most });
  const as = { ...found, units, isRespelt: false };
  if (units.length === 0 || nouns.some((noun) => found.ids[noun].length > 0)) return as;
  const spelt = await respell(await findSpelling(tx, units));
  if (typedOf(spelt) === typedOf(units)) return as;
  return { ...(await findIds(tx, nouns, { units: spelt, most })), units: spelt, isRespelt: true };
}

/** Finds the rows of one noun that answer a question; null without words. */
export async function searchNoun<U extends AskedUnit>(
  tx: Reader,
  noun: SearchedNoun,
  question: AskedQuestion<U>,
): Promise<string[] | null> {
  return question.units.length > 0 ? (await searchIds(tx, [noun], question)).ids[noun] : null;
}

function typedOf(units: readonly AskedUnit[]): string {
  return units.map(({ typed }) => typed).join(" ");
}

/** Asks of all nouns at once: a pass over the index costs the same for one. */
async function findIds<N extends SearchedNoun>(
  tx: Reader,
  nouns: readonly N[],
  { units, most }: { units: readonly AskedUnit[]; most: number | null },
): Promise<Pick<SearchFound<N>, "ids" | "places">> {
  const rows = await tx.$queryRaw<{ noun: N; ids: string[]; places: FoundPlace[] }[]>`
    SELECT f.noun, array_agg(f.subject_id::text ORDER BY f.place) AS ids,
      CASE WHEN ${most}::int IS NOT NULL
        THEN jsonb_agg(jsonb_build_object('tier', f.tier, 'coded', f.coded) ORDER BY f.place) ELSE '[]' END AS places
    FROM search_found(${nouns}::text[], ${JSON.stringify(units)}::jsonb, ${most}::int)
      WITH ORDINALITY AS f (noun, subject_id, tier, coded, place)
    GROUP BY f.noun`;
  const found = new Map(rows.map(({ noun, ids }) => [noun, ids]));
  const places = rows.flatMap((row) => row.ids.map((id, at) => [id, row.places[at]] as const));
  return {
    ids: Object.fromEntries(nouns.map((noun) => [noun, found.get(noun) ?? []])) as Record<N, string[]>,
    places: new Map(places.flatMap(([id, place]) => (place ? [[id, place] as const] : []))),
  };
}

async function findSpelling(tx: Reader, units: readonly AskedUnit[]): Promise<string[]> {
  const [row] = await tx.$queryRaw<[{ spelt: string[] }]>`
    SELECT search_spelling(${JSON.stringify(units)}::jsonb) AS spelt`;
  return row.spelt;
}
