import { spawn } from "node:child_process";
import { childEnvironment, env } from "@/lib/platform/environment/env";
import { generateIfStale, nextCommand, projectRoot } from "./build";
import { waitForExit } from "./child";
import { openConfiguredDatabase } from "./database";
import { checkNodeVersion } from "./node-version";
import { checkPort } from "./port";
import { runUntilStopped } from "./shutdown";
import { announce } from "./start-production";
import { webEnvironment } from "./web-environment";

/** Starts Next.js's development server in one process: pages change as their files do. */
export async function startDevelopment(): Promise<never> {
  return runUntilStopped(async ({ step }) => {
    checkNodeVersion(process.versions.node);
    const { PORT, HOST } = env();
    await step(() => checkPort(PORT, HOST));
    await step(generateIfStale);
    const database = await step(openConfiguredDatabase, ({ release }) => release());
    await step(() => announce(database.ownerUrl));
    await step(async () => serve({ ...webEnvironment(database), NODE_ENV: "development" }));
  });
}

async function serve(environment: Record<string, string>) {
  const { PORT, HOST } = env();
  const args = [nextCommand(), "dev", projectRoot, "--port", String(PORT), "--hostname", HOST];
  const code = await waitForExit(
    spawn(process.execPath, args, { stdio: "inherit", env: childEnvironment(environment) }),
  );
  throw new Error(`The development server ended with ${code}.`);
}
