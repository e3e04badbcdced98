import { env } from "@/lib/platform/environment/env";
import { issueSetupToken } from "@/lib/platform/secrets/setup-token";
import { buildIfStale } from "./build";
import { openConfiguredDatabase, type ReadyDatabase } from "./database";
import { checkNodeVersion } from "./node-version";
import { checkPort } from "./port";
import { type Note, reportProgress } from "./progress";
import { runTogether, runUntilStopped } from "./shutdown";
import { assessInChild, migrateInChild } from "./update-in-child";
import { webEnvironment } from "./web-environment";
import { startWorkers } from "./workers";

type StartOptions = {
  /** Fills the database before anybody is served; the lines that it returns are printed before the address. */
  prepare?: (database: ReadyDatabase) => Promise<string[]>;
};

/** Builds if need be, opens the database, serves, and stays until a signal; then stops all that it started. */
export async function startProduction({ prepare }: StartOptions = {}): Promise<never> {
  return runUntilStopped(async ({ step }) => {
    checkNodeVersion(process.versions.node);
    const { PORT, HOST, WEB_WORKERS } = env();
    await step(() => checkPort(PORT, HOST));
    const { stage, stop } = await step(
      async () => reportProgress({ total: prepare ? 5 : 4 }),
      async (progress) => progress.stop(),
    );
    const opened = step(
      () => stage("database", openAndDescribe),
      ({ release }) => release(),
    );
    const [database] = await runTogether(
      opened,
      step(() => stage("pages", buildIfStale)),
    );
    await step(() => stage("rules", (note) => assessInChild(database, note)));
    const lines = prepare ? await step(() => stage("example", () => prepare(database))) : [];
    const workers = await step(
      async () => startWorkers(WEB_WORKERS, webEnvironment(database)),
      (started) => started.stop(),
    );
    await step(() => stage("web processes", () => workers.ready));
    stop();
    for (const line of lines) console.log(line);
    await step(() => announce(database.ownerUrl));
  });
}

async function openAndDescribe(note: Note): Promise<ReadyDatabase> {
  const database = await openConfiguredDatabase(migrateInChild);
  const { length } = database.applied;
  note(length > 0 ? `${length} migration${length > 1 ? "s" : ""} applied` : "up to date");
  return database;
}

/** Prints the link that sets a new database up, and at last the address. */
export async function announce(ownerUrl: string) {
  const { AMANA_URL } = env();
  const token = await issueSetupToken(ownerUrl);
  if (token) console.log(`Set it up within the hour, once: ${AMANA_URL}/setup?token=${token}`);
  console.log(`Amana is at ${AMANA_URL}`);
}
