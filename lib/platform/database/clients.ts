import { PrismaPg } from "@prisma/adapter-pg";
import { Pool, type PoolConfig } from "pg";
import { type Prisma, PrismaClient } from "@/lib/generated/prisma/client";
import { KEPT, POOLS } from "./connections";
import { databaseUrl, env } from "@/lib/platform/environment/env";
import { log, reasonOf } from "@/lib/platform/log/log";
import { ClientPool } from "./client-pool";
import { nameStatements } from "./statement-names";
import { READER_WAIT_MS } from "./time-limits";
import { currentPage } from "./units";
import { VerifiedPool } from "./verified-pool";

type Role = "app" | "auth" | "portal" | "auditor" | "public";
type Opened = { pool: Pool; client: PrismaClient; reader?: Models };
/** Models and raw queries, without what opens a transaction. */
type Models = Prisma.TransactionClient;
type Clients = Partial<Record<Role, Opened>> & { read?: Pool };

/** Holds a view of each table that the portal reads or writes, with the columns that it shows. */
export const PORTAL_SCHEMA = "portal";

// Holds one pool per role and process across hot reloads.
const clients = ((globalThis as { amanaClients?: Clients }).amanaClients ??= {});

/** The application role: bound by row-level security, sees nothing outside `withOrg`. */
export function appClient(): PrismaClient {
  return (clients.app ??= open("app")).client;
}

/** Shares the connections of the application role with what sends rows as bytes. */
export function appPool(): Pool {
  return (clients.app ??= open("app")).pool;
}

/** The authentication role: people, sessions and tokens, nothing of the register. */
export function authClient(): PrismaClient {
  return (clients.auth ??= open("auth")).client;
}

/** Shares the connections of the authentication role for the one statement that every request asks. */
export function authPool(): Pool {
  return (clients.auth ??= open("auth")).pool;
}

/** The portal's role: what a controller's contact is shown, by the views of its schema, and nothing outside `withOrg`. */
export function portalClient(): PrismaClient {
  return openPortal().client;
}

/** The auditor's role: what was collected for the grant that is open, and nothing outside `withOrg`. */
export function auditorClient(): PrismaClient {
  return openAuditor().client;
}

/** The role of strangers: what an organisation published, by functions of the owner, and nothing outside `withOrg`. */
export function publicClient(): PrismaClient {
  return openPublic().client;
}

/** Models for the units of pages, by the client of the role: each statement is asked of the reader of its page. */
export function pageModels(role: "app" | "portal"): Models {
  const opened = role === "portal" ? openPortal() : (clients.app ??= open("app"));
  return (opened.reader ??= withoutJoins(opened.client));
}

/** Cast because an extended client has the models and raw queries of a client, but not its type. */
function withoutJoins(client: PrismaClient): Models {
  return client.$extends({
    query: { $allModels: { findUnique: refuse, findUniqueOrThrow: refuse } },
  }) as unknown as Models;
}

/** Prisma joins these of all pages of an instant into one statement, which one scope of them would answer. */
function refuse(): never {
  throw new Error("A page reads by findFirst: findUnique would read several scopes in one.");
}

function openPublic(): Opened {
  return (clients.public ??= open("public"));
}

function openAuditor(): Opened {
  return (clients.auditor ??= open("auditor"));
}

function openPortal(): Opened {
  return (clients.portal ??= open("portal", PORTAL_SCHEMA));
}

/** Serves the read units of pages: the application role by connections of its own, guests by those of their role. */
export function readPool(role: "app" | "portal" | "auditor" | "public" = "app"): Pool {
  if (role === "portal") return openPortal().pool;
  if (role === "auditor") return openAuditor().pool;
  if (role === "public") return openPublic().pool;
  return (clients.read ??= openPool("read", {
    connectionString: databaseUrl("app"),
    connectionTimeoutMillis: READER_WAIT_MS,
    query_timeout: READER_WAIT_MS,
  }));
}

export async function closeClients(): Promise<void> {
  const { read, ...opened } = clients;
  for (const role of ["app", "auth", "portal", "auditor", "public", "read"] as const) delete clients[role];
  await Promise.all([read?.end(), ...Object.values(opened).map(close)]);
}

/** Prisma ends the pool where it has used it. */
async function close({ pool, client }: Opened): Promise<void> {
  await client.$disconnect();
  if (!pool.ending) await pool.end();
}

function open(role: Role, schema?: string): Opened {
  const pool = openPool(role, { connectionString: databaseUrl(role) });
  const nameOf = nameStatements();
  const isReadByPages = role === "app" || role === "portal";
  const adapter = new PrismaPg(isReadByPages ? new ClientPool(pool) : pool, {
    // A page's unit names its own statements.
    statementNameGenerator: (query) => (currentPage() ? "" : nameOf(query)),
    disposeExternalPool: true,
    schema,
  });
  return { pool, client: new PrismaClient({ adapter }) };
}

/**
 * Listens for connections that the server ends, idle in the pool or idle in a transaction: the pool replaces them, and an
 * event that nobody hears would end the process. Prisma reads the relations of a row side by side on one connection, which the driver allows in a pipeline alone.
 */
function openPool(name: Role | "read", config: PoolConfig): Pool {
  const isKept = env().DATABASE_IDLE_CONNECTIONS === "keep";
  const piped = { ...config, max: POOLS[name], pipeline: true };
  const pool = isKept ? new VerifiedPool({ ...piped, min: KEPT[name] }) : new Pool(piped);
  pool.on("connect", (client) => client.on("error", noteTransactionEnd));
  return pool.on("error", ({ message }) =>
    log.warn({ reason: message }, "an idle connection to the database ended"),
  );
}

/** PostgreSQL's code for a session that it ended because its transaction asked nothing for too long. */
const IDLE_IN_TRANSACTION = "25P03";

/** Reports nothing of other losses: the statement that they break off, or the pool, does. */
function noteTransactionEnd(error: Error & { code?: string }): void {
  if (error.code === IDLE_IN_TRANSACTION)
    log.error(reasonOf(error), "the database ended a transaction that asked nothing for too long");
}
