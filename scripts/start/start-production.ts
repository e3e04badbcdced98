import { env } from "@/lib/platform/environment/env";
import { issueSetupToken } from "@/lib/platform/secrets/setup-token";
import { buildIfStale } from "./build";
import { openConfiguredDatabase, type ReadyDatabase } from "./database";
import { checkNodeVersion } from "./node-version";
import { checkPort } from "./port";
import { runUntilStopped } from "./shutdown";
import { webEnvironment } from "./web-environment";
import { startWorkers } from "./workers";

type StartOptions = {
  /** Fills the database before anybody is served; the lines that it returns are printed after the address. */
  prepare?: (database: ReadyDatabase) => Promise<string[]>;
};

/** Builds if need be, opens the database, serves, and stays until a signal; then stops all that it started. */
export async function startProduction({ prepare }: StartOptions = {}): Promise<never> {
  return runUntilStopped(async ({ step }) => {
    checkNodeVersion(process.versions.node);
    const { PORT, HOST, WEB_WORKERS } = env();
    await step(() => checkPort(PORT, HOST));
    await step(buildIfStale);
    const database = await step(openConfiguredDatabase, ({ release }) => release());
    // Imported only now: the build makes the client that it needs.
    await step(async () => (await import("./reassess")).reassessRegisters(database));
    const lines = prepare ? await step(() => prepare(database)) : [];
    const workers = await step(
      async () => startWorkers(WEB_WORKERS, webEnvironment(database)),
      ({ stop }) => stop(),
    );
    await step(() => workers.ready);
    await step(() => announce(database.ownerUrl));
    for (const line of lines) console.log(line);
  });
}

/** Prints the address; for a new database also the link that sets it up. */
export async function announce(ownerUrl: string) {
  const { AMANA_URL } = env();
  const token = await issueSetupToken(ownerUrl);
  console.log(`Amana is at ${AMANA_URL}`);
  if (token) console.log(`Set it up within the hour, once: ${AMANA_URL}/setup?token=${token}`);
}
