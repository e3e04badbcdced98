import { PrismaPg } from "@prisma/adapter-pg";
import { PrismaClient } from "@/lib/generated/prisma/client";
import { POOLS } from "@/lib/platform/connections";
import { databaseUrl, env } from "@/lib/platform/env";
import { nameStatements } from "@/lib/platform/statement-names";
import { VerifiedPool } from "@/lib/platform/verified-pool";

type Clients = { app?: PrismaClient; auth?: PrismaClient };

// One pool per role and process, kept across hot reloads.
const clients = ((globalThis as { amanaClients?: Clients }).amanaClients ??= {});

/** The application role: bound by row-level security, sees nothing outside `withOrg`. */
export function appClient(): PrismaClient {
  return (clients.app ??= open("app"));
}

/** The authentication role: people, sessions and tokens, nothing of the register. */
export function authClient(): PrismaClient {
  return (clients.auth ??= open("auth"));
}

export async function closeClients(): Promise<void> {
  await Promise.all([clients.app?.$disconnect(), clients.auth?.$disconnect()]);
  delete clients.app;
  delete clients.auth;
}

function open(role: "app" | "auth"): PrismaClient {
  const config = { connectionString: databaseUrl(role), max: POOLS[role] };
  const isKept = env().DATABASE_IDLE_CONNECTIONS === "keep";
  return new PrismaClient({
    adapter: new PrismaPg(isKept ? new VerifiedPool(config) : config, {
      statementNameGenerator: nameStatements(),
      disposeExternalPool: true,
    }),
  });
}
