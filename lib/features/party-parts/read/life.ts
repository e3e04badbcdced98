import type { PartyEvents } from "@/lib/domain/nouns/party-part";
import type { NamedPart } from "@/lib/domain/nouns/party-parts";
import { Prisma } from "@/lib/generated/prisma/client";
import { allOf, partyIds } from "@/lib/platform/read/party-link";
import type { Reader } from "@/lib/platform/read/reader";
import { columnsOf, fromRows, type NamedParty, type PartyRow } from "./parts";

export type LifeRow = Omit<PartyRow, "isOwed"> & {
  noun: NamedPart["noun"];
  /** Key of the words of what happened. */
  words: string;
  /** Day of the fact, "2026-11-02"; "" where it has an instant. */
  day: string;
  at: Date | null;
};

/** Dated facts of all that names a party, the latest first: one statement, each of its branches bounded. */
export async function findLife(
  reader: Reader,
  { named, parts, most }: { named: NamedParty; parts: readonly NamedPart[]; most: number },
): Promise<LifeRow[]> {
  const branches = parts.flatMap((part) =>
    (part.events ?? []).map((events) => branchOf(part, events, { named, most })),
  );
  if (branches.length === 0) return [];
  return reader.$queryRaw<LifeRow[]>`
    SELECT l.noun, l.id, l.reference, l.title, l.of, l.words, l.day, l.at
    FROM (${Prisma.join(branches, " UNION ALL ")}) AS l
    ORDER BY l.key DESC, l.id, l.words LIMIT ${most}`;
}

/** A day stands below the instants of the same day: nobody wrote its hour. */
function branchOf(
  part: NamedPart,
  { facts, ofController, on, at, event, tests = [], words }: PartyEvents,
  { named, most }: { named: NamedParty; most: number },
): Prisma.Sql {
  const fact = facts ? "f" : "r";
  const joined = facts
    ? Prisma.raw(`JOIN ${facts.table} f ON f.org_id = r.org_id AND f.${facts.key} = r.id`)
    : Prisma.empty;
  const said = event
    ? Prisma.sql`replace(${words}, '*', ${Prisma.raw(`${fact}.${event}`)})`
    : Prisma.sql`${words}::text`;
  const day = on ? Prisma.raw(`${fact}.${on}`) : Prisma.sql`''`;
  const instant = at ? Prisma.raw(`${fact}.${at}`) : Prisma.sql`NULL::timestamptz`;
  const key = at
    ? Prisma.sql`to_char(${instant} AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS')`
    : Prisma.sql`${day}::text`;
  const isOf =
    ofController && named.party === "controller"
      ? Prisma.sql`AND ${Prisma.raw(`${fact}.${ofController}`)} = ANY (${partyIds("controller", named.id)})`
      : Prisma.empty;
  return Prisma.sql`(SELECT ${part.noun} AS noun, ${columnsOf(part)}, ${said} AS words, ${day} AS day, ${instant} AS at,
      ${key} AS key
    ${fromRows(part, named, joined)} AND ${key} IS NOT NULL AND ${allOf(fact, tests)} ${isOf}
    ORDER BY key DESC, id, words LIMIT ${most})`;
}
