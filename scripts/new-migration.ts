import { writeSchema } from "./migration/check-schema";
import { writeMigration } from "./migration/write-migration";
import { runToEnd } from "./start/run";

/** Makes a migration of what Prisma's schema and the SQL of the rooms say and the migrations lack. */
await runToEnd(async () => {
  const [called] = process.argv.slice(2);
  if (!called) throw new Error("Usage: npm run new:migration -- name_of_the_change");
  const name = await writeMigration(called, new Date());
  if (!name) return console.log("The migrations make all that is said: there is nothing to migrate.");
  await writeSchema();
  console.log(
    `new      prisma/migrations/${name}/migration.sql\nchanged  prisma/schema.sql\nRead it before you commit it.`,
  );
});
