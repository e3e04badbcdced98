import { randomBytes } from "node:crypto";
import { readFileSync, renameSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";
import { z } from "zod";
import { ConfigurationError } from "@/lib/platform/environment/env";
import { readOrCreatePrivateFile } from "@/lib/platform/environment/private-file";

/** Settings of the embedded server, stored in `<data>/database.json` (0600). */
export type Settings = z.output<typeof settingsSchema>;

const settingsSchema = z.object({
  port: z.number().int(),
  superuserPassword: z.string().min(32),
  ownerPassword: z.string().min(32),
  /** The folder of the cluster: beside this file, unless the server's account could not reach it there. */
  cluster: z.string(),
});

export const ownerRole = "amana_owner";
export const databaseName = "amana";

/** Reads the settings of a data folder, making them on first use; `cluster` is where a new one would go. */
export async function readSettings(dataDir: string, cluster: string): Promise<Settings> {
  const port = await findFreePort();
  const fresh: Settings = { port, superuserPassword: newPassword(), ownerPassword: newPassword(), cluster };
  const path = settingsPath(dataDir);
  const result = settingsSchema.safeParse(
    parseJson(readOrCreatePrivateFile(path, () => JSON.stringify(fresh, null, 2))),
  );
  if (result.success) return result.data;
  throw new ConfigurationError(
    `${path} is damaged. Put it back from a backup: it holds the database's passwords.`,
  );
}

/** Settings that already exist, or undefined before the first start. */
export function findSettings(dataDir: string): Settings | undefined {
  try {
    return settingsSchema.safeParse(parseJson(readFileSync(settingsPath(dataDir), "utf8"))).data;
  } catch {
    return undefined;
  }
}

/** Remembers a new port; the file is replaced whole. */
export function writeSettings(dataDir: string, settings: Settings) {
  const aside = `${settingsPath(dataDir)}.${process.pid}`;
  writeFileSync(aside, JSON.stringify(settings, null, 2), { mode: 0o600 });
  renameSync(aside, settingsPath(dataDir));
}

/** Address of the owner's database, as an ordinary role that may make roles and databases. */
export function ownerUrl({ port, ownerPassword }: Settings): string {
  return `postgresql://${ownerRole}:${ownerPassword}@127.0.0.1:${port}/${databaseName}`;
}

/** Address for the launcher itself, which makes the owner. */
export function superuserUrl({ port, superuserPassword }: Settings, database = "postgres"): string {
  return `postgresql://postgres:${superuserPassword}@127.0.0.1:${port}/${database}`;
}

/** A free port on loopback below 32768, out of the range that systems hand to outgoing connections. */
export async function findFreePort(): Promise<number> {
  for (let attempt = 0; attempt < 100; attempt++) {
    const port = 15_432 + Math.floor(Math.random() * 17_000);
    if (await isPortFree(port)) return port;
  }
  throw new Error("No free port between 15432 and 32432 on 127.0.0.1.");
}

/** Returns whether this process can listen on a loopback port at present. */
export function isPortFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once("error", () => resolve(false));
    server.listen({ port, host: "127.0.0.1", exclusive: true }, () => server.close(() => resolve(true)));
  });
}

function settingsPath(dataDir: string): string {
  return join(dataDir, "database.json");
}

function newPassword(): string {
  return randomBytes(32).toString("hex");
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
