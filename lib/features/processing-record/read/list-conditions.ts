import type { Capacity } from "@/lib/domain/processing-record/types";
import { searchTerms } from "@/lib/domain/search/terms";
import type { SearchUnit } from "@/lib/domain/search/units";
import { Prisma } from "@/lib/generated/prisma/client";
import { hasPlaceKind, placeKindCodes } from "./place-kinds";
import type { RecordQuery } from "@/lib/features/processing-record/list-schema";

type Reading = {
  capacity?: Capacity;
  /** Past instant; null is now. */
  at?: Date | null;
  /** Search result for `q` among current rows; without it rows are read directly, by `units`. */
  ids?: readonly string[];
  /** Holds what `q` asks for; rows are not read by a `q` without these or `ids`. */
  units?: readonly SearchUnit[];
};

/** Conditions each after an AND; empty without a filter. */
export function filterConditions(query: RecordQuery, reading: Reading): Prisma.Sql {
  const { q, controller, code, country, placeKind, state } = query;
  const conditions: (Prisma.Sql | null)[] = [
    q ? Prisma.sql`AND ${matchesQuestion(q, reading)}` : null,
    controller ? Prisma.sql`AND r.controller_id = ${controller}::uuid` : null,
    code ? Prisma.sql`AND ${code} = ANY (r.gap_codes)` : null,
    country ? Prisma.sql`AND ${country} = ANY (r.countries)` : null,
    placeKind ? Prisma.sql`AND ${hasPlaceKind(placeKind, reading.at ?? null)}` : null,
    state ? Prisma.sql`AND r.state = ${state}` : null,
    ...(reading.at ? codedAsOf(query) : codedNow(query)),
  ];
  const chosen = conditions.filter((condition) => condition !== null);
  return chosen.length > 0 ? Prisma.join(chosen, " ") : Prisma.empty;
}

/** Uses the index of codes. */
function codedNow({ special, minors, subProcessor, measure }: RecordQuery): Prisma.Sql[] {
  const codes = [
    special && (special === "any" ? "special" : `special:${special}`),
    minors && `minors:${minors}`,
    subProcessor && `sub-processor:${subProcessor}`,
    measure && `measure:${measure}`,
  ].filter(Boolean);
  return codes.length > 0
    ? [Prisma.sql`AND r.id IN (SELECT search_coded('processing-record', ${codes}::text[]))`]
    : [];
}

/** Versions have no index of codes. */
function codedAsOf({ special, minors, subProcessor, measure }: RecordQuery): (Prisma.Sql | null)[] {
  return [
    special ? Prisma.sql`AND ${isOfSpecial(special)}` : null,
    minors ? Prisma.sql`AND r.content ->> 'minorsAnswer' = ${minors}` : null,
    subProcessor ? Prisma.sql`AND ${subProcessor}::uuid = ANY (r.sub_processor_ids)` : null,
    measure ? Prisma.sql`AND ${measure}::uuid = ANY (r.measure_ids)` : null,
  ];
}

/** A single category, or any, including an answer without categories. */
function isOfSpecial(special: string): Prisma.Sql {
  const ticked = Prisma.sql`coalesce(r.content -> 'specialCategories', '[]')`;
  if (special !== "any") return Prisma.sql`${ticked} ? ${special}`;
  return Prisma.sql`(r.content ->> 'specialAnswer' = 'yes' OR jsonb_array_length(${ticked}) > 0)`;
}

/** Uses current search documents for entries unchanged since the instant, and reads the others directly. */
function matchesQuestion(q: string, { at, ids, capacity = "processor", units }: Reading): Prisma.Sql {
  if (!ids && !units && searchTerms(q).length > 0) throw new Error("A question is read before its rows are.");
  const isFound = ids && Prisma.sql`r.id = ANY (${ids}::uuid[])`;
  if (isFound && !at) return isFound;
  const purposes = capacity === "controller" ? Prisma.sql`, r.content ->> 'purposes'` : Prisma.empty;
  const said = Prisma.sql`concat_ws(' ', r.reference, r.activity, r.controller_name${purposes}, record_words(r.content))`;
  const kinds = placeKindCodes(at ?? null);
  const asked = (units ?? []).map(
    (unit) => Prisma.sql`(search_says(${said}, ${JSON.stringify(unit)}::jsonb)
      OR (record_codes(r.content, r.countries, r.instruments, r.measure_ids, r.sub_processor_ids) || ${kinds})
        && ${unit.codes}::text[])`,
  );
  const isStated = Prisma.join([Prisma.sql`true`, ...asked], " AND ");
  return isFound ? Prisma.sql`CASE WHEN r.is_unchanged THEN ${isFound} ELSE ${isStated} END` : isStated;
}
