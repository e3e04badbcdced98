import type { OrgScope } from "@/lib/domain/access/scope";
import { pageModels } from "@/lib/platform/database/clients";
import type { Tx } from "@/lib/platform/database/transaction";
import { insidePage } from "@/lib/platform/database/units";
import { type PageReader, readerFor } from "./reader";

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
  const models = pageModels(reader.scope.scope === "portal" ? "portal" : "app");
  return insidePage(reader, async () => await read(models));
}
