import type { PlaceKind } from "@/lib/domain/country/place-kinds";
import { Prisma } from "@/lib/generated/prisma/client";
import { versionAtSql } from "@/lib/platform/database/versions";

/** The row of the transfer that a destination `u.d` names, as it stands or stood at an instant; aliased `t`. */
function transferOf(at: Date | null): Prisma.Sql {
  const id = Prisma.sql`(u.d ->> 'transferId')::uuid`;
  return at
    ? Prisma.sql`(SELECT v.snapshot -> 'content' AS content FROM transfer_version v
        WHERE v.transfer_id = ${id} AND ${versionAtSql("v", at)})`
    : Prisma.sql`(SELECT o.content FROM transfer o WHERE o.id = ${id})`;
}

/** Kinds of the places of entry `r`: what the linked transfer says stands before the entry's own words. */
function placesOf(at: Date | null): Prisma.Sql {
  return Prisma.sql`jsonb_array_elements(r.content -> 'destinations') WITH ORDINALITY AS u (d, place)
    LEFT JOIN LATERAL ${transferOf(at)} AS t ON true
    CROSS JOIN LATERAL (SELECT coalesce(t.content #>> '{importer,placeKind}', u.d ->> 'placeKind') AS kind,
      CASE WHEN u.d ->> 'transferId' IS NULL THEN u.d ->> 'country'
        ELSE t.content #>> '{importer,country}' END AS country) AS p`;
}

/** JSON array of `{ country, kind }`, in the order of the entry; places without a kind are left out. */
export function placeKindsOf(at: Date | null): Prisma.Sql {
  return Prisma.sql`(SELECT coalesce(jsonb_agg(jsonb_build_object('country', p.country, 'kind', p.kind)
      ORDER BY u.place), '[]') FROM ${placesOf(at)} WHERE p.kind IS NOT NULL)`;
}

/** True where something of this kind is done at a place of the entry. */
export function hasPlaceKind(kind: PlaceKind, at: Date | null): Prisma.Sql {
  return Prisma.sql`EXISTS (SELECT FROM ${placesOf(at)} WHERE p.kind = ${kind})`;
}

/** Codes of the kinds, as a search means them. */
export function placeKindCodes(at: Date | null): Prisma.Sql {
  return Prisma.sql`ARRAY(SELECT 'place-kind:' || p.kind FROM ${placesOf(at)} WHERE p.kind IS NOT NULL)`;
}
