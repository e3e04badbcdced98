import { Client } from "pg";
import { openDatabase } from "@/lib/platform/embedded/open-database";
import { env } from "@/lib/platform/env";
import { verifyChains } from "@/lib/platform/journal/verify-chains";

/** Verifies every chain of the database entry by entry and prints its head, to be kept elsewhere. */
async function main() {
  const database = env().DATABASE_URL
    ? { ownerUrl: env().DATABASE_URL!, release: async () => {} }
    : await openDatabase(env().AMANA_DATA_DIR);
  const client = new Client({ connectionString: database.ownerUrl });
  await client.connect();
  try {
    for await (const { name, seq, h, fault } of verifyChains(client)) {
      if (fault) process.exitCode = 1;
      console.log(
        fault
          ? `BROKEN  ${name}: ${fault.kind} at entry ${fault.seq}`
          : `whole   ${name}: ${seq} entries, head ${seq} ${h.toString("hex")}`,
      );
    }
  } finally {
    await client.end();
    await database.release();
  }
}

await main();
