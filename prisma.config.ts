import { defineConfig } from "prisma/config";
import { env } from "./lib/platform/environment/env";

// Serves Prisma's own commands. Amana migrates by itself at each start, without the native engine these would
// download.
export default defineConfig({
  schema: "prisma/schema",
  migrations: { path: "prisma/migrations" },
  datasource: { url: env().DATABASE_URL ?? "postgresql://localhost/amana" },
});
