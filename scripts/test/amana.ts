import { type ChildProcessByStdio, spawn } from "node:child_process";
import { createServer } from "node:net";
import { join } from "node:path";
import type { Readable } from "node:stream";
import { childEnvironment } from "@/lib/platform/environment/env";
import { projectRoot } from "../start/build";

export type Amana = ChildProcessByStdio<null, Readable, Readable>;

/** Output of a started Amana: its address and, for a new database, the set-up link. */
export type Announcement = { baseUrl: string; setupUrl?: string };

/** Starts Amana as a newcomer would, but for the settings given; nothing of the caller's own leaks into it. */
export function launch(settings: Record<string, string>, script = "start.ts"): Amana {
  const nothing = {
    AMANA_SECRET: "",
    AMANA_URL: "",
    DATABASE_URL: "",
    DATABASE_APP_URL: "",
    DATABASE_AUTH_URL: "",
    DATABASE_PORTAL_URL: "",
    DATABASE_JOBS_URL: "",
    AMANA_JOBS: "",
    SMTP_URL: "",
    MAIL_FROM: "",
    npm_lifecycle_event: "",
  };
  return spawn(process.execPath, ["--import", "tsx", join(projectRoot, "scripts", script)], {
    cwd: projectRoot,
    env: childEnvironment({ ...nothing, NODE_ENV: "production", ...settings }),
    stdio: ["ignore", "pipe", "pipe"],
  });
}

/** Reads what a new Amana prints once it listens, both lines where there are two; the rest goes to the terminal. */
export function readAnnouncement(amana: Amana, { isNew }: { isNew: boolean }): Promise<Announcement> {
  return new Promise((resolve, reject) => {
    let output = "";
    amana.stdout.on("data", (chunk: Buffer) => {
      output += chunk.toString();
      const baseUrl = /^Amana is at (\S+)$/m.exec(output)?.[1];
      const setupUrl = /(\S+\/setup\?token=\S+)\n/.exec(output)?.[1];
      if (baseUrl && (setupUrl || !isNew)) resolve({ baseUrl, setupUrl });
    });
    amana.stderr.pipe(process.stderr);
    amana.once("exit", (code) =>
      reject(new Error(`Amana ended with ${code} before it was ready.\n${output}`)),
    );
  });
}

/** Asks it to end, and waits until it has. */
export async function stop(amana: Amana) {
  if (amana.exitCode !== null || amana.signalCode !== null) return;
  const ended = new Promise((resolve) => amana.once("exit", resolve));
  amana.kill("SIGTERM");
  await ended;
}

/** A port of loopback that nobody listens on just now. */
export function findFreePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once("error", reject);
    server.listen(0, "127.0.0.1", () => {
      const address = server.address();
      server.close(() =>
        address && typeof address === "object" ? resolve(address.port) : reject(new Error("no port")),
      );
    });
  });
}
