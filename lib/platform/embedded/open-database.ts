import { join } from "node:path";
import { findBinaries } from "@/lib/platform/embedded/binaries";
import { ensureCluster } from "@/lib/platform/embedded/cluster";
import { withFileLock } from "@/lib/platform/embedded/file-lock";
import { type Home, resolveHome } from "@/lib/platform/embedded/home";
import { ensureOwner } from "@/lib/platform/embedded/owner";
import { ensureServer, isServerAlive, stopServer } from "@/lib/platform/embedded/server";
import { ownerUrl, readSettings, type Settings, writeSettings } from "@/lib/platform/embedded/settings";
import { joinServer, leaveServer } from "@/lib/platform/embedded/users";

export type OpenDatabase = {
  /** Connection string of the role that owns the database. */
  ownerUrl: string;
  /** Data folder. */
  folder: string;
  /** Must be called once done; the last process out stops the server. */
  release: () => Promise<void>;
};

export type OpenOptions = {
  /** False gives up safety against power cuts for speed; for tests alone. */
  durable?: boolean;
  /** Called after the server had died and was started again. */
  onRevive?: () => void;
};

/**
 * Opens the embedded PostgreSQL of a data folder: makes the cluster, starts the server or joins the one that already
 * runs for another process, and brings it back if it dies meanwhile. Throws `ConfigurationError` where it cannot run.
 */
export async function openDatabase(dataDir: string, options: OpenOptions = {}): Promise<OpenDatabase> {
  const home = resolveHome(dataDir, findBinaries());
  const lock = join(dataDir, "database.lock");
  const { settings, note } = await withFileLock(lock, async () => ({
    settings: await startServer(dataDir, home, options),
    note: joinServer(dataDir),
  }));
  const watch = watchServer(
    home,
    () => withFileLock(lock, () => startServer(dataDir, home, options)),
    options,
  );
  return {
    ownerUrl: ownerUrl(settings),
    folder: home.cluster,
    release: async () => {
      clearInterval(watch);
      await withFileLock(lock, async () => {
        if (leaveServer(dataDir, note)) await stopServer(home);
      });
    },
  };
}

async function startServer(dataDir: string, home: Home, { durable = true }: OpenOptions): Promise<Settings> {
  const remembered = await readSettings(dataDir, home.cluster);
  await ensureCluster(home, remembered, durable);
  const settings = await ensureServer(home, remembered, durable);
  if (settings.port !== remembered.port) writeSettings(dataDir, settings);
  await ensureOwner(settings);
  return settings;
}

/** PostgreSQL recovers by itself from a dead backend; only a dead postmaster needs us. */
function watchServer(home: Home, revive: () => Promise<Settings>, { onRevive }: OpenOptions) {
  let isReviving = false;
  return setInterval(() => {
    if (isReviving || isServerAlive(home.cluster)) return;
    isReviving = true;
    revive()
      .then(() => onRevive?.())
      .catch(() => {})
      .finally(() => (isReviving = false));
  }, 1_000).unref();
}
