import { Pool } from "pg";
import { currentPage, isInsideUnit, type UnitQuery } from "./units";

/**
 * Serves one client of Prisma in two ways: a transaction leases a connection of the role's own pool, and a statement
 * outside of one is asked of the reader of its page. A client takes 13 MB, so pages have none of their own.
 */
export class ClientPool extends Pool {
  constructor(readonly leased: Pool) {
    super();
  }

  // Cast because the driver's overloads know a caller with a callback, and Prisma awaits a promise.
  override connect = (() =>
    currentPage() && !isInsideUnit()
      ? Promise.reject(new Error("A page's units are read-only: write in a unit of work."))
      : this.leased.connect()) as Pool["connect"];

  // Cast because the driver's overloads know no caller that gives an object and awaits a promise, as Prisma does.
  override query = ((query: UnitQuery) => {
    const reader = currentPage();
    if (!reader) throw new Error("A statement was sent outside any unit of work and page.");
    return reader.ask(query);
  }) as never;

  override end = (() => this.leased.end()) as Pool["end"];
}
