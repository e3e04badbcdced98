import { searchTerms } from "@/lib/domain/search/terms";
import { readUnits } from "@/lib/domain/search/units";
import { searchNoun } from "@/lib/platform/database/search";
import type { Reader } from "@/lib/platform/read/reader";

/**
 * Ids of the controllers that words may call: by the present name, a former one, another spelling, or the name of one that
 * became it. Null without words.
 */
export async function searchCalled(reader: Reader, words: string): Promise<string[] | null> {
  const question = {
    units: namesOf(searchTerms(words)),
    respell: (nearest: readonly string[]) => respelt(words, nearest),
  };
  const ids = await searchNoun(reader, "controller", question);
  if (ids === null) return null;
  const rows = await reader.$queryRaw<{ id: string }[]>`
    WITH RECURSIVE called AS (
      SELECT id, merged_into_id FROM controller WHERE id = ANY (${ids}::uuid[])
      UNION SELECT c.id, c.merged_into_id FROM controller c JOIN called f ON c.id = f.merged_into_id)
    SELECT id::text FROM called WHERE merged_into_id IS NULL`;
  return rows.map(({ id }) => id);
}

/** Takes words for a name: none of them means anything else. */
function namesOf(terms: readonly string[]) {
  return readUnits(terms, []);
}

function respelt(words: string, nearest: readonly string[]) {
  return Promise.resolve(namesOf(searchTerms(words).map((term, at) => nearest[at] || term)));
}
