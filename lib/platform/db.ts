import { PrismaPg } from "@prisma/adapter-pg";
import { PrismaClient } from "@/lib/generated/prisma/client";
import { POOLS } from "@/lib/platform/connections";
import { databaseUrl, env } from "@/lib/platform/env";
import { nameStatements } from "@/lib/platform/statement-names";
import { VerifiedPool } from "@/lib/platform/verified-pool";

type Clients = { app?: PrismaClient; auth?: PrismaClient; portal?: PrismaClient };

/** Holds a view of each table that the portal reads or writes, with the columns that it shows. */
export const PORTAL_SCHEMA = "portal";

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

/** The portal's role: what a controller's contact is shown, by the views of its schema, and nothing outside `withOrg`. */
export function portalClient(): PrismaClient {
  return (clients.portal ??= open("portal", PORTAL_SCHEMA));
}

export async function closeClients(): Promise<void> {
  await Promise.all(Object.values(clients).map((client) => client.$disconnect()));
  for (const role of ["app", "auth", "portal"] as const) delete clients[role];
}

function open(role: keyof Clients, schema?: string): PrismaClient {
  const config = { connectionString: databaseUrl(role), max: POOLS[role] };
  const isKept = env().DATABASE_IDLE_CONNECTIONS === "keep";
  return new PrismaClient({
    adapter: new PrismaPg(isKept ? new VerifiedPool(config) : config, {
      statementNameGenerator: nameStatements(),
      disposeExternalPool: true,
      schema,
    }),
  });
}
