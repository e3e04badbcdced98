import type { z } from "zod";
import { Prisma } from "@/lib/generated/prisma/client";
import type { Reader } from "./reader";

export const PAGE_SIZE = 50;
/** Asks one row beyond the page, which tells whether another page follows. */
export const ROWS_ASKED = PAGE_SIZE + 1;
/** Counts beyond this show "1,000+". */
export const COUNT_LIMIT = 1000;

/** Separates the keys of a cursor: no text of a form holds it. */
const SEPARATOR = "\u0001";

/** Takes a page of the rows that were asked, and the cursor of the next one. */
export function pageOf<Row>(
  asked: readonly Row[],
  keysOf: (row: Row) => readonly (string | number)[],
): { rows: Row[]; next: string | null } {
  const rows = asked.slice(0, PAGE_SIZE);
  const last = rows.at(-1);
  return { rows, next: asked.length > PAGE_SIZE && last ? keysOf(last).join(SEPARATOR) : null };
}

/** Reads the keys of a cursor; null for the first page, which also answers a cursor that holds no such keys. */
export function keysIn<Keys>(after: string, keys: z.ZodType<Keys>): Keys | null {
  return keys.safeParse(after.split(SEPARATOR)).data ?? null;
}

/** Rows after the cursor, in the order of a text of the register and of the id. */
export function afterText(text: Prisma.Sql, id: Prisma.Sql, after: string): Prisma.Sql {
  if (after === "") return Prisma.empty;
  const [lastText = "", lastId = ""] = after.split(SEPARATOR);
  return Prisma.sql`AND (${text}, ${id}::text) > (${lastText} COLLATE register_order, ${lastId})`;
}

/** Narrows to the rows that a search found; null where none was made. */
export function inIds(id: Prisma.Sql, ids: readonly string[] | null): Prisma.Sql {
  return ids ? Prisma.sql`AND ${id} = ANY (${ids}::uuid[])` : Prisma.empty;
}

/** Counts each view to the limit plus one, all in one statement: `from` is what follows SELECT of its rows. */
export async function countViews<View extends string>(
  reader: Reader,
  views: readonly View[],
  from: (view: View) => Prisma.Sql,
): Promise<Record<View, number>> {
  const counts = views.map((view) => countOf(from(view), view));
  const [row] = await reader.$queryRaw<[Record<View, number>]>`SELECT ${Prisma.join(counts)}`;
  return row;
}

/** Counts rows to the limit plus one, as a column. */
export function countOf(from: Prisma.Sql, column: string): Prisma.Sql {
  return Prisma.sql`(SELECT count(*)::int FROM (SELECT 1 ${from} LIMIT ${COUNT_LIMIT + 1}) AS counted)
    AS ${Prisma.raw(`"${column}"`)}`;
}
