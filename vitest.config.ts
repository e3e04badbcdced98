import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

const root = fileURLToPath(new URL(".", import.meta.url));
const alias = {
  "@": root.replace(/\/$/, ""),
  // Throws outside a React server: tests are plain Node.
  "server-only": fileURLToPath(new URL("./scripts/test/empty.ts", import.meta.url)),
};

export default defineConfig({
  test: {
    // Compiles a module once for unit and database tests, and again only when it changes.
    experimental: { fsModuleCache: true },
    tags: [
      {
        name: "multiplies",
        description: "Repeats over random sequences, many rows or another server what other tests show once.",
      },
    ],
    projects: [
      {
        resolve: { alias },
        test: {
          name: "unit",
          include: ["lib/**/*.test.ts", "components/**/*.test.ts", "scripts/**/*.test.ts"],
          exclude: ["**/*.db.test.ts"],
          globalSetup: ["scripts/test/temporary-root.ts"],
          setupFiles: ["scripts/test/restore-environment.ts"],
          // Isolation would load every module again for each file, which cost more than the tests themselves.
          isolate: false,
          // Uses both processors of the smallest machine, where the default leaves one to the runner, which only waits.
          maxWorkers: 2,
          // Tolerates a busy machine: some read workbooks, or load a module of every feature.
          testTimeout: 60_000,
        },
      },
      {
        resolve: { alias },
        test: {
          name: "db",
          include: ["lib/**/*.db.test.ts", "scripts/**/*.db.test.ts"],
          globalSetup: ["scripts/test/temporary-root.ts", "scripts/test/database.ts"],
          setupFiles: ["scripts/test/restore-environment.ts", "scripts/test/server-environment.ts"],
          // Isolation would load every module again for each file, a third of the time.
          isolate: false,
          fileParallelism: true,
          maxWorkers: 2,
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
    ],
  },
});
