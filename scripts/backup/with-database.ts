import { openDatabase } from "@/lib/platform/embedded/open-database";
import { env } from "@/lib/platform/environment/env";
import { checkExternal } from "../start/database";
import { explain } from "../start/run";

/**
 * Runs `work` on the owner's database, as it is: not migrated. What goes wrong in closing it is told, and hides neither
 * what was done nor why it was not.
 */
export async function withDatabase<T>(work: (ownerUrl: string) => Promise<T>): Promise<T> {
  const { DATABASE_URL, AMANA_DATA_DIR } = env();
  if (DATABASE_URL) {
    await checkExternal(DATABASE_URL);
    return work(DATABASE_URL);
  }
  const { ownerUrl, release } = await openDatabase(AMANA_DATA_DIR);
  try {
    return await work(ownerUrl);
  } finally {
    await release().catch(explain);
  }
}
