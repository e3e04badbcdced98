import { withUnrecognised, type ForeignName } from "@/lib/domain/breach/foreign-names";
import { findUnrecognised, type Nameable } from "@/lib/domain/breach/proposal";
import { findForeignNameFinder } from "@/lib/features/party-names/read/foreign";
import type { Tx } from "@/lib/platform/database/transaction";

/**
 * Finds each name that words to these controllers may not hold: of another, and of whoever nobody here bears, since it may be another
 * client's. What is unsure is asked.
 */
export async function askedNameFinder(
  tx: Tx,
  readers: string | readonly string[],
  known: Nameable,
): Promise<(text: string) => ForeignName[]> {
  const findForeign = await findForeignNameFinder(tx, readers);
  // Asks of the pieces of a reference too: whoever reads them learns of another client.
  const withoutReferences = { ...known, references: [] };
  return (text) => withUnrecognised(findForeign(text), findUnrecognised([text], withoutReferences));
}
