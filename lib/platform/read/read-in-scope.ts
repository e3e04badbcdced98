import { AsyncLocalStorage } from "node:async_hooks";
import { PrismaPg } from "@prisma/adapter-pg";
import { Pool } from "pg";
import type { OrgScope } from "@/lib/domain/access/scope";
import { PrismaClient } from "@/lib/generated/prisma/client";
import { PORTAL_SCHEMA } from "@/lib/platform/database/clients";
import type { Tx } from "@/lib/platform/database/transaction";
import type { UnitQuery } from "./read-unit";
import { type PageReader, readerFor } from "./reader";

const current = new AsyncLocalStorage<PageReader>();
const readers: { app?: Tx; portal?: Tx } = {};

/**
 * Reads by Prisma's models in the units of a page: what is asked before anything is awaited leaves together, with what
 * shell and list ask in the same turn. Each answer that is awaited begins another unit, of another snapshot; no
 * statement may write.
 */
export function readInScope<T>(scope: OrgScope, read: (tx: Tx) => Promise<T>): Promise<T> {
  return readModels(readerFor(scope), read);
}

/** Needs no transaction of Prisma's, which would answer one statement after the other: each unit is one already. */
export function readModels<T>(reader: PageReader, read: (tx: Tx) => Promise<T>): Promise<T> {
  // Awaits inside: a query of Prisma's begins only when it is awaited.
  return current.run(reader, async () => await read(clientOf(reader.scope)));
}

function clientOf({ scope }: OrgScope): Tx {
  if (scope === "portal") return (readers.portal ??= open(PORTAL_SCHEMA));
  return (readers.app ??= open());
}

/** Cast because the type of an extended client is not assignable to `Tx`, though it has its models and raw queries. */
function open(schema?: string): Tx {
  const adapter = new PrismaPg(new ReaderPool(), { schema });
  return new PrismaClient({ adapter }).$extends({
    query: { $allModels: { findUnique: refuse, findUniqueOrThrow: refuse } },
  }) as unknown as Tx;
}

/** Prisma joins these of all pages of an instant into one statement, which one scope of them would answer. */
function refuse(): never {
  throw new Error("A page reads by findFirst: findUnique would read several scopes in one.");
}

/** Opens no connection: each statement is asked of the reader of its page. */
class ReaderPool extends Pool {
  override connect(): Promise<never> {
    return Promise.reject(new Error("A page's units are read-only: write in a unit of work."));
  }

  // Cast because the driver's overloads know no caller that gives an object and awaits a promise, as Prisma does.
  override query = ((query: UnitQuery) => {
    const reader = current.getStore();
    if (!reader) throw new Error("A page was read outside its scope.");
    return reader.ask(query);
  }) as never;
}
