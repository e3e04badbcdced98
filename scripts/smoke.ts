import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { build } from "./start/build";
import { runToEnd } from "./start/run";
import { findFreePort, launch, readAnnouncement, stop } from "./test/amana";

/** Builds, starts on an empty folder, asks three pages and stops: what this Node must do before it is supported. */
await runToEnd(async () => {
  await build();
  const folder = await mkdtemp(join(tmpdir(), "amana-smoke-"));
  const amana = launch({ AMANA_DATA_DIR: folder, PORT: String(await findFreePort()), WEB_WORKERS: "1" });
  try {
    const { baseUrl, setupUrl = "" } = await readAnnouncement(amana, { isNew: true });
    for (const address of [setupUrl, `${baseUrl}/sign-in`, `${baseUrl}/api/health`]) {
      const { status } = await fetch(address);
      if (status !== 200) throw new Error(`${new URL(address).pathname} answers ${status}.`);
    }
    // The answer of a command that a person runs, or CI.
    console.log(`Node ${process.versions.node}: built, started, three pages answered.`);
  } finally {
    await stop(amana);
    await rm(folder, { recursive: true, force: true });
  }
});
