import { searchTerms } from "@/lib/domain/search/terms";
import { searchNoun } from "@/lib/platform/database/search";
import type { Reader } from "@/lib/platform/read/reader";

/**
 * Ids of the controllers that words may call: by the present name, a former one, another spelling, or the name of one that
 * became it. Null without words.
 */
export async function searchCalled(reader: Reader, words: string): Promise<string[] | null> {
  const ids = await searchNoun(reader, "controller", searchTerms(words));
  if (ids === null) return null;
  const rows = await reader.$queryRaw<{ id: string }[]>`
    WITH RECURSIVE called AS (
      SELECT id, merged_into_id FROM controller WHERE id = ANY (${ids}::uuid[])
      UNION SELECT c.id, c.merged_into_id FROM controller c JOIN called f ON c.id = f.merged_into_id)
    SELECT id::text FROM called WHERE merged_into_id IS NULL`;
  return rows.map(({ id }) => id);
}
