import { join } from "node:path";
import { discardData } from "@/lib/platform/embedded/discard-data";
import { env } from "@/lib/platform/environment/env";
import { execute, testFolder, testSecret, urlOfDatabase } from "@/scripts/test/cluster";
import { findFreePort, launch, readAnnouncement, stop } from "@/scripts/test/amana";
import { watchSentences } from "@/scripts/test/sentence-faults";
import { replyOf, startMailServer } from "@/scripts/test/mail-server";
import { emptyMailbox, storeMail } from "./mailbox";
import { plantFault, SERVER_NAME } from "./planted-fault";
import { MAIL_FROM, type TestServer, writeServer } from "./server";

/**
 * Starts the application on an empty data folder and a free port, or on an empty database of TEST_DATABASE_URL's
 * server, with a mail server on loopback; returns a function that stops both.
 */
export default async function startAmana() {
  const dataDir = join(testFolder, "e2e-data");
  await discardData(dataDir);
  const database = await emptyDatabase();
  await emptyMailbox();
  const mail = await startMailServer({ keep: storeMail, refuse: refusalOf });
  const amana = launch({
    AMANA_DATA_DIR: dataDir,
    PORT: String(await findFreePort()),
    DATABASE_URL: database?.ownerUrl ?? "",
    AMANA_SECRET: database?.secret ?? "",
    SMTP_URL: mail.url,
    MAIL_FROM,
    PGAPPNAME: SERVER_NAME,
  });
  const expectSentences = watchSentences(amana.stdout, amana.stderr);
  const { baseUrl, setupUrl = "" } = await readAnnouncement(amana, { isNew: true });
  await plantFault(database?.ownerUrl ?? dataDir);
  writeServer({ baseUrl, setupUrl, mailUrl: mail.url, database });
  return async () => {
    await stop(amana);
    await mail.stop();
    expectSentences();
  };
}

/** Two domains simulate mail servers: one defers for ever (450), one refuses (550). */
function refusalOf(address: string): Error | undefined {
  if (address.endsWith("@held.example")) return replyOf(450, "Come back later");
  if (address.endsWith("@refused.example")) return replyOf(550, "Nobody of that name here");
  return undefined;
}

/** Uses one secret per database server: roles and their passwords belong to the server, not to a database. */
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
