import { type AnyNoun, NOUNS } from "@/lib/domain/nouns/nouns";
import { itemAt } from "@/lib/domain/invariant/required";
import { can } from "@/lib/domain/nouns/policy";
import {
  type Found,
  FOUND_GROUPS,
  type FoundGroup,
  groupsByLikeliness,
  type Hit,
  nothingFound,
} from "@/lib/domain/search/found";
import { tierOfName } from "@/lib/domain/search/stands";
import type { SearchUnit } from "@/lib/domain/search/units";
import type { NamedRow as CodedRow } from "@/lib/i18n/code-words";
import type { Locale } from "@/lib/i18n/locale";
import { readQuestion } from "@/lib/i18n/search-question";
import { readInScope } from "@/lib/platform/read/read-in-scope";
import type { Ctx } from "@/lib/platform/request/context";
import {
  findNamedRows,
  type SearchedNoun,
  type SearchFound,
  searchIds,
} from "@/lib/platform/database/search";
import type { Tx } from "@/lib/platform/database/transaction";
import { findSpokenControllers } from "@/lib/features/party-names/read/called";
import { DOCUMENT_FINDERS, type Row } from "./find-documents";
import { findGaps } from "./find-gaps";
import { NAMED_FINDERS } from "./find-named";
import { GROUP_NEEDS, SEARCHED_NOUNS } from "./groups";
import { findPlaces } from "./where";

/** Rows of each group in the palette. */
const EACH = 8;
/** Likeliest rows considered for each that is shown. */
const CANDIDATES = 6;
/** Words that people call a client by. */
const MOST_NAME_WORDS = 4;
/** From here on the name of a row does not have the words as they were asked. */
const FIRST_UNNAMED = 3;

const DOCUMENT_NOUNS = NOUNS.filter(isSearched).map(({ id }) => id);

function isSearched(noun: AnyNoun): noun is Extract<AnyNoun, { isSearched: true }> {
  return "isSearched" in noun;
}

/** Groups that some noun is placed in. */
const PLACED = FOUND_GROUPS.filter((group) => Object.values(SEARCHED_NOUNS).includes(group));

type Asked = {
  locale: Locale;
  /** Rows of each group. */
  most?: number;
};

/** Holds what is found, with its groups in the order in which they are shown. */
export type Matches = { found: Found; groups: FoundGroup[]; respelt: string };

/** Requires every word of the question; returns at most `most` rows of each group that the reader may read, likeliest first. */
export async function findMatches(
  ctx: Ctx,
  question: string,
  { locale, most = EACH }: Asked,
): Promise<Matches> {
  const found = nothingFound();
  const nothing = { found, groups: [], respelt: "" };
  if ((await readQuestion(question)).units.length === 0) return nothing;
  return readInScope(ctx.scope, async (tx) => {
    const named = await findNamedRows(tx);
    const asked = await readQuestion(question, named);
    const matched = await searchIds(tx, DOCUMENT_NOUNS, asked, { most: most * CANDIDATES });
    // Words that stand in no client's row may be what people call one; a longer question is no name.
    if (matched.ids.controller.length === 0 && asked.units.length <= MOST_NAME_WORDS)
      matched.ids.controller = await findSpokenControllers(tx, question);
    const search = { ctx, locale, most, named, units: asked.units, matched };
    const open = PLACED.filter((one) => can(ctx.actor, GROUP_NEEDS[one]));
    const hits = await Promise.all(open.map((group) => findGroup(tx, group, search)));
    open.forEach((group, at) => (found[group] = itemAt(hits, at)));
    await addPlaces(tx, found, search);
    const hinted = matched.units.flatMap(({ groups }) => groups);
    const isTurned = matched.isRespelt && DOCUMENT_NOUNS.some((noun) => matched.ids[noun].length > 0);
    const respelt = isTurned ? matched.units.map(({ typed }) => typed).join(" ") : "";
    return { found, groups: groupsByLikeliness(found, hinted), respelt };
  });
}

type Search = {
  ctx: Ctx;
  locale: Locale;
  most: number;
  named: readonly CodedRow[];
  /** Holds units as asked: names of few words are looked for by it, and by its nearest words too. */
  units: readonly SearchUnit[];
  matched: SearchFound<SearchedNoun, SearchUnit>;
};

async function findGroup(tx: Tx, group: FoundGroup, search: Search): Promise<Hit[]> {
  const { most, units, matched } = search;
  if (isDocumentGroup(group)) return (await DOCUMENT_FINDERS[group](tx, { ...matched, most })).map(unplaced);
  const hits = await findNamed(tx, group, { ...search, units });
  return hits.length > 0 || !matched.isRespelt
    ? hits
    : findNamed(tx, group, { ...search, units: matched.units });
}

async function findNamed(
  tx: Tx,
  group: Exclude<FoundGroup, keyof typeof DOCUMENT_FINDERS>,
  { ctx, locale, most, units }: Search,
): Promise<Hit[]> {
  const rows =
    group === "gaps"
      ? await findGaps({ scope: ctx.scope, now: ctx.now, locale, units, most })
      : await NAMED_FINDERS[group](tx, { actor: ctx.actor, locale, units, most });
  const hits = rows.map((row) =>
    unplaced({ ...row, tier: tierOfName(`${row.reference} ${row.name}`, units) }),
  );
  // Keeps what lacks in the order of how much of it lacks.
  return group === "gaps" ? hits : hits.toSorted((one, other) => one.tier - other.tier);
}

function unplaced(row: Row): Hit {
  return { ...row, where: null };
}

/** Rows whose name does not have the words say in which field they stand. */
async function addPlaces(tx: Tx, found: Found, { locale, named, matched }: Search): Promise<void> {
  const shown = new Set(
    FOUND_GROUPS.filter(isDocumentGroup).flatMap((group) =>
      found[group].flatMap(({ id, tier }) => (tier >= FIRST_UNNAMED ? id : [])),
    ),
  );
  const ids = Object.fromEntries(
    DOCUMENT_NOUNS.map((noun) => [noun, matched.ids[noun].filter((id) => shown.has(id))]),
  );
  const { units, places } = matched;
  const where = await findPlaces(tx, { ids, units, places, named, locale });
  for (const group of FOUND_GROUPS)
    found[group] = found[group].map((hit) => {
      const place = where.get(hit.id);
      return { ...hit, where: place && !hit.aside.includes(place.text) ? place : null };
    });
}

function isDocumentGroup(group: FoundGroup): group is keyof typeof DOCUMENT_FINDERS {
  return Object.hasOwn(DOCUMENT_FINDERS, group);
}
