import { type ChildProcessByStdio, spawn } from "node:child_process";
import { createServer } from "node:net";
import { join } from "node:path";
import type { Readable } from "node:stream";
import { discardData } from "@/lib/platform/embedded/discard-data";
import { childEnvironment } from "@/lib/platform/env";
import { type TestServer, writeServer } from "./server";

type Amana = ChildProcessByStdio<null, Readable, Readable>;

const root = join(import.meta.dirname, "..");

/** Starts Amana as a newcomer would, on an empty data folder and a free port; returns what stops it again. */
export default async function startAmana() {
  const dataDir = join(root, ".test/e2e-data");
  await discardData(dataDir);
  const amana = launch(dataDir, await findFreePort());
  writeServer(await readAnnouncement(amana));
  return () => stop(amana);
}

function launch(dataDir: string, port: number): Amana {
  const nothing = {
    AMANA_SECRET: "",
    AMANA_URL: "",
    DATABASE_URL: "",
    DATABASE_APP_URL: "",
    DATABASE_AUTH_URL: "",
  };
  return spawn(process.execPath, ["--import", "tsx", join(root, "scripts/start.ts")], {
    cwd: root,
    env: childEnvironment({
      ...nothing,
      AMANA_DATA_DIR: dataDir,
      PORT: String(port),
      NODE_ENV: "production",
    }),
    stdio: ["ignore", "pipe", "pipe"],
  });
}

/** Reads the two lines that a new Amana prints; what else it writes goes to the terminal. */
function readAnnouncement(amana: Amana): Promise<TestServer> {
  return new Promise((resolve, reject) => {
    let output = "";
    amana.stdout.on("data", (chunk: Buffer) => {
      output += chunk.toString();
      const baseUrl = /^Amana is at (\S+)$/m.exec(output)?.[1];
      const setupUrl = /(\S+\/setup\?token=\S+)\n/.exec(output)?.[1];
      if (baseUrl && setupUrl) resolve({ baseUrl, setupUrl });
    });
    amana.stderr.pipe(process.stderr);
    amana.once("exit", (code) =>
      reject(new Error(`Amana ended with ${code} before it was ready.\n${output}`)),
    );
  });
}

async function stop(amana: Amana) {
  if (amana.exitCode !== null || amana.signalCode !== null) return;
  const ended = new Promise((resolve) => amana.once("exit", resolve));
  amana.kill("SIGTERM");
  await ended;
}

function findFreePort(): Promise<number> {
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
