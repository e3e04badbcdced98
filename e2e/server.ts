import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { z } from "zod";

const serverSchema = z.object({
  baseUrl: z.url(),
  setupUrl: z.url(),
  // Written by an earlier version, the file may lack it: the configuration reads it before the set-up writes it anew.
  mailUrl: z.string().default(""),
  database: z.object({ ownerUrl: z.string(), secret: z.string() }).optional(),
});

/**
 * The Amana that the tests visit: its address, the link that sets it up (good once), its mail server, and its database
 * unless that is the embedded one.
 */
export type TestServer = z.output<typeof serverSchema>;

/** Where the address is kept between the set-up and the tests. */
export const serverFile = join(import.meta.dirname, "../.test/e2e-server.json");

/** Written by the global set-up, before any test. */
export function readServer(): TestServer {
  return serverSchema.parse(JSON.parse(readFileSync(serverFile, "utf8")));
}

/** Tells the tests where to go. */
export function writeServer(server: TestServer) {
  mkdirSync(dirname(serverFile), { recursive: true });
  writeFileSync(serverFile, JSON.stringify(server));
}

/** Whom letters come from, whichever process sends them. */
export const MAIL_FROM = "Amana <amana@centre.example>";
