import { AsyncLocalStorage } from "node:async_hooks";
import { PrismaPg } from "@prisma/adapter-pg";
import { Pool } from "pg";
import type { OrgScope } from "@/lib/domain/access/scope";
import { PrismaClient } from "@/lib/generated/prisma/client";
import { PORTAL_SCHEMA } from "@/lib/platform/database/clients";
import type { Tx } from "@/lib/platform/database/transaction";
import type { UnitAnswer, UnitQuery } from "./read-unit";
import { type PageReader, readerFor } from "./reader";

/** Milliseconds that a page's reads may last, their waits for connections included. */
const LIMITS = { maxWait: 15_000, timeout: 15_000 };

const current = new AsyncLocalStorage<PageReader>();
const readers: { app?: PrismaClient; portal?: PrismaClient } = {};

/**
 * Reads by Prisma's models in the units of a page: what it asks leaves with what shell and list ask in the same turn.
 * Each answer that is awaited begins another unit, of another snapshot; no statement may write.
 */
export function readInScope<T>(scope: OrgScope, read: (tx: Tx) => Promise<T>): Promise<T> {
  return readModels(readerFor(scope), read);
}

export async function readModels<T>(reader: PageReader, read: (tx: Tx) => Promise<T>): Promise<T> {
  return current.run(reader, () => clientOf(reader.scope).$transaction(read, LIMITS));
}

function clientOf({ scope }: OrgScope): PrismaClient {
  if (scope === "portal") return (readers.portal ??= open(PORTAL_SCHEMA));
  return (readers.app ??= open());
}

function open(schema?: string): PrismaClient {
  return new PrismaClient({ adapter: new PrismaPg(new ReaderPool(), { schema }) });
}

/** Opens no connection: each transaction of Prisma asks the reader of its page. */
class ReaderPool extends Pool {
  override connect(): Promise<never> {
    const reader = current.getStore();
    if (!reader) throw new Error("A page was read outside its scope.");
    return Promise.resolve(new ReaderClient(reader) as never);
  }
}

const NOTHING: UnitAnswer = { rows: [], fields: [], rowCount: 0, command: "", oid: 0 };
/** Begins and ends each unit by its own statements; those of Prisma bound nothing. */
const BOUNDS: ReadonlySet<string> = new Set(["BEGIN", "COMMIT", "ROLLBACK"]);

/** Acts as a connection of the driver, as far as Prisma's transactions use one. */
class ReaderClient {
  constructor(readonly reader: PageReader) {}

  async query(query: UnitQuery): Promise<UnitAnswer> {
    return BOUNDS.has(query.text) ? NOTHING : this.reader.ask(query);
  }

  on(): void {}
  removeListener(): void {}
  release(): void {}
}
