import { openConfiguredDatabase } from "@/scripts/start/database";

// Runs the database of a tree while its imports are measured, so that PostgreSQL's own time is in none of them; says how
// it is reached.
const { appUrl, authUrl, secret, release } = await openConfiguredDatabase();
process.once("SIGTERM", () => void release().then(() => process.exit(0)));
process.stdout.write(
  `${JSON.stringify({ DATABASE_APP_URL: appUrl, DATABASE_AUTH_URL: authUrl, AMANA_SECRET: secret })}\n`,
);
setInterval(() => {}, 60_000);
