import { makeBaseline } from "./migration/make-baseline";
import { runToEnd } from "./start/run";

/** Makes the next baseline: one migration in the place of all. */
await runToEnd(async () => console.log(`new      prisma/migrations/${await makeBaseline(new Date())}`));
