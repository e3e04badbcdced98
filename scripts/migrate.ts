import { migrationStatus } from "@/lib/platform/migrate/migrate";
import { openConfiguredDatabase } from "./start/database";
import { runToEnd } from "./start/run";

await runToEnd(async () => {
  const database = await openConfiguredDatabase();
  try {
    const { applied, ownerUrl } = database;
    console.log(applied.length > 0 ? `Applied ${applied.join(", ")}.` : "The database is up to date.");
    const { pending, failed, edited } = await migrationStatus(ownerUrl);
    const faults = Object.entries({ pending, failed, "edited since they were applied": edited }).filter(
      ([, names]) => names.length > 0,
    );
    if (faults.length > 0)
      throw new Error(
        `Migrations ${faults.map(([fault, names]) => `${fault}: ${names.join(", ")}`).join("; ")}.`,
      );
  } finally {
    await database.release();
  }
});
