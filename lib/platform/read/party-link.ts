import type { Party, PartyLink, PartyRows, RowTest } from "@/lib/domain/nouns/party-part";
import { Prisma } from "@/lib/generated/prisma/client";
import { controllersOf } from "./of-controller";

/** Ids by which rows name a party: a controller's with those that became one with it. */
export function partyIds(party: Party, id: string): Prisma.Sql {
  return party === "controller" ? controllersOf(id) : Prisma.sql`ARRAY[${id}::uuid]`;
}

/** Condition of the rows that name a party, by what the noun's manifest declares. */
export function namesParty(row: string, link: PartyLink, ids: Prisma.Sql): Prisma.Sql {
  if ("column" in link) return Prisma.sql`${Prisma.raw(`${row}.${link.column}`)} = ANY (${ids})`;
  if ("array" in link) return Prisma.sql`${Prisma.raw(`${row}.${link.array}`)} && ${ids}`;
  const named = link.through.map((rows) => rowsNaming(rows, ids));
  return Prisma.sql`${Prisma.raw(`${row}.id`)} IN (${Prisma.join(named, " UNION ")})`;
}

function rowsNaming({ table, key, column, isText, tests = [] }: PartyRows, ids: Prisma.Sql): Prisma.Sql {
  const asked = isText ? Prisma.sql`(${ids})::text[]` : ids;
  return Prisma.sql`SELECT ${Prisma.raw(`n.${key} FROM ${table} n`)}
    WHERE ${Prisma.raw(`n.${column}`)} = ANY (${asked}) AND ${allOf("n", tests)}`;
}

/** Every comparison of a row that a manifest declares; true where it declares none. */
export function allOf(row: string, tests: readonly RowTest[]): Prisma.Sql {
  return Prisma.join([Prisma.sql`true`, ...tests.map((test) => compare(row, test))], " AND ");
}

function compare(row: string, test: RowTest): Prisma.Sql {
  const column = Prisma.raw(`${row}.${test.column}`);
  if ("above" in test) return Prisma.sql`${column} > ${test.above}`;
  return "is" in test
    ? Prisma.sql`${column}::text = ANY (${[...test.is]}::text[])`
    : Prisma.sql`${column}::text <> ALL (${[...test.not]}::text[])`;
}
