import { createRequire } from "node:module";
import { childEnvironment } from "@/lib/platform/environment/env";
import { runNode } from "./child";

/**
 * Generates the Prisma client. Prisma would first download a native schema engine that `generate` never runs;
 * naming any existing file prevents that.
 */
export async function generateClient() {
  const prisma = createRequire(import.meta.url).resolve("prisma/build/index.js");
  const env = childEnvironment({
    PRISMA_SCHEMA_ENGINE_BINARY: process.execPath,
    PRISMA_HIDE_UPDATE_MESSAGE: "1",
    CHECKPOINT_DISABLE: "1",
  });
  await runNode([prisma, "generate", "--no-hints"], { env, quiet: true });
}
