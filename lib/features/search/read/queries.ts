import { type AnyNoun, NOUNS } from "@/lib/domain/nouns/nouns";
import { itemAt } from "@/lib/domain/invariant/required";
import { can } from "@/lib/domain/nouns/policy";
import { type Found, FOUND_GROUPS, type FoundGroup, type Hit, nothingFound } from "@/lib/domain/search/found";
import { searchTerms } from "@/lib/domain/search/terms";
import { codesMeant } from "@/lib/i18n/code-words";
import type { Locale } from "@/lib/i18n/locale";
import { readInScope } from "@/lib/platform/read/read-in-scope";
import type { Ctx } from "@/lib/platform/request/context";
import {
  findNamedRows,
  type SearchedNoun,
  type SearchFound,
  searchIds,
  type TermCodes,
} from "@/lib/platform/database/search";
import type { Tx } from "@/lib/platform/database/transaction";
import { findSpokenControllers } from "@/lib/features/party-names/read/called";
import { DOCUMENT_FINDERS } from "./find-documents";
import { findGaps } from "./find-gaps";
import { NAMED_FINDERS } from "./find-named";
import { GROUP_NEEDS, SEARCHED_NOUNS } from "./groups";

/** Rows of each group in the palette. */
const EACH = 8;
/** Likeliest rows considered for each that is shown. */
const CANDIDATES = 6;
/** Words that people call a client by. */
const MOST_NAME_WORDS = 4;

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

/** Requires every word of the question; returns at most `most` rows of each group that the reader may read, likeliest first. */
export async function findMatches(
  ctx: Ctx,
  question: string,
  { locale, most = EACH }: Asked,
): Promise<Found> {
  const asked = searchTerms(question);
  const found = nothingFound();
  if (asked.length === 0) return found;
  return readInScope(ctx.scope, async (tx) => {
    const meant = await codesMeant(asked, await findNamedRows(tx));
    const matched = await searchIds(tx, DOCUMENT_NOUNS, asked, { meant, most: most * CANDIDATES });
    // Words that stand in no client's row may be what people call one; a longer question is no name.
    if (matched.ids.controller.length === 0 && asked.length <= MOST_NAME_WORDS)
      matched.ids.controller = await findSpokenControllers(tx, question);
    const search = { ctx, locale, most, asked, meant, matched };
    const open = PLACED.filter((one) => can(ctx.actor, GROUP_NEEDS[one]));
    const hits = await Promise.all(open.map((group) => findGroup(tx, group, search)));
    open.forEach((group, at) => (found[group] = itemAt(hits, at)));
    return found;
  });
}

type Search = {
  ctx: Ctx;
  locale: Locale;
  most: number;
  asked: string[];
  meant: TermCodes;
  matched: SearchFound<SearchedNoun>;
};

function findGroup(tx: Tx, group: FoundGroup, search: Search): Promise<Hit[]> {
  const { ctx, locale, most, asked, meant, matched } = search;
  if (group === "gaps") return findGaps({ scope: ctx.scope, now: ctx.now, locale, terms: asked, most });
  if (isDocumentGroup(group)) return DOCUMENT_FINDERS[group](tx, { ...matched, most });
  return NAMED_FINDERS[group](tx, { actor: ctx.actor, locale, terms: asked, meant, most });
}

function isDocumentGroup(group: FoundGroup): group is keyof typeof DOCUMENT_FINDERS {
  return Object.hasOwn(DOCUMENT_FINDERS, group);
}
