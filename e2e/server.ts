import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { z } from "zod";

const serverSchema = z.object({
  baseUrl: z.url(),
  setupUrl: z.url(),
  // A file of an earlier version may lack it: the configuration reads the file before the set-up rewrites it.
  mailUrl: z.string().default(""),
  database: z.object({ ownerUrl: z.string(), secret: z.string() }).optional(),
});

/** Address of the server, its set-up link (usable once), its mail server, and its database unless embedded. */
export type TestServer = z.output<typeof serverSchema>;

export const serverFile = join(import.meta.dirname, "../.test/e2e-server.json");

/** Requires the global set-up to have run. */
export function readServer(): TestServer {
  return serverSchema.parse(JSON.parse(readFileSync(serverFile, "utf8")));
}

export function writeServer(server: TestServer) {
  mkdirSync(dirname(serverFile), { recursive: true });
  writeFileSync(serverFile, JSON.stringify(server));
}

/** Sender of letters, for every process. */
export const MAIL_FROM = "Amana <amana@centre.example>";
