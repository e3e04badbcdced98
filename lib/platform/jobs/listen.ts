import { Client } from "pg";
import { setTimeout as sleep } from "node:timers/promises";
import { databaseUrl } from "@/lib/platform/environment/env";
import { log, reasonOf } from "@/lib/platform/log/log";

const LONGEST_WAIT = 30_000;

/**
 * Hears what commits say on some channels, until the signal; comes back when the database does, and then calls for
 * every channel, since nothing was heard meanwhile.
 */
export async function listen(
  channels: readonly string[],
  onNotice: (channel: string) => void,
  signal: AbortSignal,
): Promise<void> {
  for (let failures = 0; !signal.aborted;) {
    const started = Date.now();
    try {
      await listenUntilLost(channels, onNotice, signal);
    } catch (error) {
      log.warn(reasonOf(error), "the jobs do not hear the database");
    }
    failures = Date.now() - started > LONGEST_WAIT ? 0 : failures + 1;
    const wait = Math.min(LONGEST_WAIT, 500 * 2 ** failures);
    await sleep(wait, undefined, { signal }).catch(() => {});
  }
}

async function listenUntilLost(
  channels: readonly string[],
  onNotice: (channel: string) => void,
  signal: AbortSignal,
): Promise<void> {
  const client = new Client({
    connectionString: databaseUrl("jobs"),
    application_name: "amana jobs",
    keepAlive: true,
  });
  const lost = new Promise<void>((resolve, reject) => {
    client.once("error", reject);
    client.once("end", resolve);
    signal.addEventListener("abort", () => resolve(), { once: true });
  });
  // Heard again below; a connection may be lost while it is being opened.
  lost.catch(() => {});
  client.on("notification", ({ channel }) => onNotice(channel));
  try {
    await client.connect();
    for (const channel of channels) await client.query(`LISTEN ${client.escapeIdentifier(channel)}`);
    for (const channel of channels) onNotice(channel);
    await lost;
  } finally {
    await client.end().catch(() => {});
  }
}
