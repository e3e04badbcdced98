import { openConfiguredDatabase } from "./start/database";
import { runToEnd } from "./start/run";

await runToEnd(async () => {
  const database = await openConfiguredDatabase();
  try {
    const { applied } = database;
    console.log(applied.length > 0 ? `Applied ${applied.join(", ")}.` : "The database is up to date.");
  } finally {
    await database.release();
  }
});
