import type { Capacity } from "@/lib/domain/processing-record/types";
import { searchTerms } from "@/lib/domain/search/terms";
import { Prisma } from "@/lib/generated/prisma/client";
import type { TermCodes } from "@/lib/platform/database/search";
import type { RecordQuery } from "@/lib/features/processing-record/list-schema";

type Reading = {
  capacity?: Capacity;
  /** The instant as it stood at; null is now. */
  at?: Date | null;
  /** What a search found for `q` in what stands today; without it the rows themselves are read. */
  ids?: readonly string[];
  /** By term, the codes of ticks and rows that it means. */
  meant?: TermCodes;
};

/** The conditions of every filter that is chosen, each after an AND; empty where none is. */
export function filterConditions(query: RecordQuery, reading: Reading): Prisma.Sql {
  const { q, controller, code, country, state } = query;
  const conditions: (Prisma.Sql | null)[] = [
    q ? Prisma.sql`AND ${matchesEveryTerm(q, reading)}` : null,
    controller ? Prisma.sql`AND r.controller_id = ${controller}::uuid` : null,
    code ? Prisma.sql`AND ${code} = ANY (r.gap_codes)` : null,
    country ? Prisma.sql`AND ${country} = ANY (r.countries)` : null,
    state ? Prisma.sql`AND r.state = ${state}` : null,
    ...(reading.at ? codedAsOf(query) : codedNow(query)),
  ];
  const chosen = conditions.filter((condition) => condition !== null);
  return chosen.length > 0 ? Prisma.join(chosen, " ") : Prisma.empty;
}

/** What is ticked or named by its row, along the index of codes. */
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

/** The same of versions, which have no index of codes. */
function codedAsOf({ special, minors, subProcessor, measure }: RecordQuery): (Prisma.Sql | null)[] {
  return [
    special ? Prisma.sql`AND ${isOfSpecial(special)}` : null,
    minors ? Prisma.sql`AND r.content ->> 'minorsAnswer' = ${minors}` : null,
    subProcessor ? Prisma.sql`AND ${subProcessor}::uuid = ANY (r.sub_processor_ids)` : null,
    measure ? Prisma.sql`AND ${measure}::uuid = ANY (r.measure_ids)` : null,
  ];
}

/** One category that was ticked; or any, be it only answered that there are some. */
function isOfSpecial(special: string): Prisma.Sql {
  const ticked = Prisma.sql`coalesce(r.content -> 'specialCategories', '[]')`;
  if (special !== "any") return Prisma.sql`${ticked} ? ${special}`;
  return Prisma.sql`(r.content ->> 'specialAnswer' = 'yes' OR jsonb_array_length(${ticked}) > 0)`;
}

/**
 * Documents that a search reads are today's: they say as well what stood at an instant where nothing was said since. What
 * has another version by now, or was not looked for there, is read itself.
 */
function matchesEveryTerm(q: string, { at, ids, capacity = "processor", meant = {} }: Reading): Prisma.Sql {
  const isFound = ids && Prisma.sql`r.id = ANY (${ids}::uuid[])`;
  if (isFound && !at) return isFound;
  const purposes = capacity === "controller" ? Prisma.sql`, r.content ->> 'purposes'` : Prisma.empty;
  const names = Prisma.sql`fold_text(concat_ws(' ', r.reference, r.activity, r.controller_name${purposes}))`;
  const terms = searchTerms(q).map(
    (
      term,
    ) => Prisma.sql`(strpos(${names}, ${term}) > 0 OR strpos(fold_text(record_words(r.content)), ${term}) > 0
      OR record_codes(r.content, r.countries, r.instruments, r.measure_ids, r.sub_processor_ids)
        && ${meant[term] ?? []}::text[])`,
  );
  const isSaid = Prisma.join([Prisma.sql`true`, ...terms], " AND ");
  return isFound ? Prisma.sql`CASE WHEN r.is_unchanged THEN ${isFound} ELSE ${isSaid} END` : isSaid;
}
