import { Prisma } from "@/lib/generated/prisma/client";
import type { Reader } from "./reader";

/** Ids of a controller and of those that became one with it, as an array that an index is asked with. */
export function controllersOf(id: string): Prisma.Sql {
  return Prisma.sql`ARRAY(WITH RECURSIVE joined (id) AS (VALUES (${id}::uuid)
    UNION SELECT c.id FROM controller c JOIN joined j ON c.merged_into_id = j.id) SELECT id FROM joined)`;
}

/** Condition, after an AND, of a list that its address narrows to a controller; empty where it names none. */
export function ofController(column: Prisma.Sql, id: string): Prisma.Sql {
  return id === "" ? Prisma.empty : Prisma.sql`AND ${column} = ANY (${controllersOf(id)})`;
}

/** Returns the same ids to what reads by Prisma's models; null where the address names no controller. */
export async function findControllersOf(reader: Reader, id: string): Promise<string[] | null> {
  if (id === "") return null;
  const [row] = await reader.$queryRaw<[{ ids: string[] }]>`SELECT ${controllersOf(id)}::text[] AS ids`;
  return row.ids;
}

/** Party that the address of a list names; `name` is "" where there is none in the scope. */
export type NarrowedTo = { id: string; name: string };
type Narrowing = { controller?: string; subProcessor?: string };

/** Names the party that narrows a list; null where none does, without a statement. */
export async function findNarrowedTo(
  reader: Reader,
  { controller = "", subProcessor = "" }: Narrowing,
): Promise<NarrowedTo | null> {
  const id = controller || subProcessor;
  if (id === "") return null;
  const named = controller
    ? Prisma.sql`SELECT legal_name AS name FROM controller`
    : Prisma.sql`SELECT name FROM sub_processor`;
  const rows = await reader.$queryRaw<{ name: string }[]>`${named} WHERE id = ${id}::uuid`;
  return { id, name: rows[0]?.name ?? "" };
}
