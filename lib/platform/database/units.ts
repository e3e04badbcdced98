import { AsyncLocalStorage } from "node:async_hooks";
import type { QueryArrayResult, QueryConfig, QueryResult } from "pg";

/** Statement as the driver takes it: rows leave as objects, or as arrays for Prisma. */
export type UnitQuery = QueryConfig<unknown[]> & { text: string; rowMode?: "array" };
export type UnitAnswer = QueryResult | QueryArrayResult;

/** Reader of a page, which sends what is asked of it in one unit. */
export type UnitReader = { ask: (query: UnitQuery) => Promise<UnitAnswer> };

type Units = { transaction: AsyncLocalStorage<true>; page: AsyncLocalStorage<UnitReader> };

// Shared by the bundles of pages and of route handlers, as the clients are.
const units = ((globalThis as { amanaUnits?: Units }).amanaUnits ??= {
  transaction: new AsyncLocalStorage(),
  page: new AsyncLocalStorage(),
});

/** Runs work that has a transaction of its own. */
export function insideTransaction<T>(work: () => T): T {
  return units.transaction.run(true, work);
}

/** True within a unit of work: what is read beside it would not see what it has written. */
export function isInsideUnit(): boolean {
  return units.transaction.getStore() === true;
}

/** Runs reads by models whose statements are asked of a page's reader. */
export function insidePage<T>(reader: UnitReader, work: () => T): T {
  return units.page.run(reader, work);
}

/** Returns the reader of the page that is read by models; undefined elsewhere. */
export function currentPage(): UnitReader | undefined {
  return units.page.getStore();
}
