import { join } from "node:path";
import { discardData } from "@/lib/platform/embedded/discard-data";
import { env } from "@/lib/platform/env";
import { execute, testFolder, testSecret, urlOfDatabase } from "@/scripts/test/cluster";
import { findFreePort, launch, readAnnouncement, stop } from "@/scripts/test/amana";
import { type TestServer, writeServer } from "./server";

/**
 * Starts Amana as a newcomer would, on an empty data folder and a free port, or on an empty database of the server that
 * TEST_DATABASE_URL names; returns what stops it again.
 */
export default async function startAmana() {
  const dataDir = join(testFolder, "e2e-data");
  await discardData(dataDir);
  const database = await emptyDatabase();
  const amana = launch({
    AMANA_DATA_DIR: dataDir,
    PORT: String(await findFreePort()),
    DATABASE_URL: database?.ownerUrl ?? "",
    AMANA_SECRET: database?.secret ?? "",
  });
  const { baseUrl, setupUrl = "" } = await readAnnouncement(amana, { isNew: true });
  writeServer({ baseUrl, setupUrl, database });
  return () => stop(amana);
}

/** The secret is the one of the other tests there: roles, and so their passwords, are the server's and not a database's. */
async function emptyDatabase(): Promise<TestServer["database"]> {
  const { TEST_DATABASE_URL } = env();
  if (!TEST_DATABASE_URL) return undefined;
  await execute(
    TEST_DATABASE_URL,
    "DROP DATABASE IF EXISTS amana_e2e WITH (FORCE)",
    "CREATE DATABASE amana_e2e TEMPLATE template0",
  );
  return { ownerUrl: urlOfDatabase(TEST_DATABASE_URL, "amana_e2e"), secret: testSecret };
}
