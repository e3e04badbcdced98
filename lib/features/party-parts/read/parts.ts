import type { Party } from "@/lib/domain/nouns/party-part";
import type { NamedPart } from "@/lib/domain/nouns/party-parts";
import { Prisma } from "@/lib/generated/prisma/client";
import { COUNT_LIMIT } from "@/lib/platform/read/list-page";
import { allOf, namesParty, partyIds } from "@/lib/platform/read/party-link";
import type { Reader } from "@/lib/platform/read/reader";

/** Rows of a part that its party's page shows. */
const ROWS_SHOWN = 3;

export type PartyRow = {
  id: string;
  reference: string;
  title: string;
  /** Noun whose page shows the row, where it is not the part's own. */
  of: string;
  isOwed: boolean;
};
export type PartyCount = { noun: NamedPart["noun"]; count: number; owed: number; rows: PartyRow[] };
export type NamedParty = { party: Party; id: string };

/** Counts of the parts with their first rows, those on which something is owed before the latest: one statement for all. */
export async function findParts(
  reader: Reader,
  named: NamedParty,
  parts: readonly NamedPart[],
): Promise<PartyCount[]> {
  if (parts.length === 0) return [];
  const asked = parts.map((part) => partOf(part, named));
  return reader.$queryRaw<PartyCount[]>`${Prisma.join(asked, " UNION ALL ")}`;
}

/** Counts to the limit plus one, as lists do. */
function partOf(part: NamedPart, named: NamedParty): Prisma.Sql {
  const shown = Prisma.sql`SELECT r.id AS own, ${columnsOf(part)}, ${isOwed(part)} AS "isOwed"
    ${fromRows(part, named)} AND ${allOf("r", part.counted ?? [])}`;
  return Prisma.sql`(SELECT ${part.noun} AS noun, count(*)::int AS count,
      (count(*) FILTER (WHERE p."isOwed"))::int AS owed,
      coalesce((SELECT json_agg(json_build_object('id', f.id, 'reference', f.reference, 'title', f.title, 'of', f.of,
          'isOwed', f."isOwed") ORDER BY f."isOwed" DESC, f.own DESC)
        FROM (${shown} ORDER BY "isOwed" DESC, r.id DESC LIMIT ${ROWS_SHOWN}) AS f), '[]') AS rows
    FROM (${shown} LIMIT ${COUNT_LIMIT + 1}) AS p)`;
}

/** Rows of a part that a party names, as its counts and its life read them; what is joined stands before the condition. */
export function fromRows(part: NamedPart, { party, id }: NamedParty, joined = Prisma.empty): Prisma.Sql {
  const link = part.links[party];
  if (!link) throw new Error(`No rows of ${part.noun} name a ${party}.`);
  return Prisma.sql`FROM ${Prisma.raw(part.table)} r ${joined}
    WHERE ${namesParty("r", link, partyIds(party, id))} AND ${allOf("r", part.rows ?? [])}`;
}

export function columnsOf({ row }: NamedPart): Prisma.Sql {
  const { key = "id", reference, title, segmentOf } = row;
  const text = (column: string | undefined) => (column ? `left(r.${column}, 160)` : "''");
  return Prisma.raw(
    `r.${key}::text AS id, ${text(reference)} AS reference, ${text(title)} AS title, ${text(segmentOf)} AS of`,
  );
}

function isOwed({ owed }: NamedPart): Prisma.Sql {
  return owed ? Prisma.sql`(${allOf("r", owed)})` : Prisma.sql`false`;
}
