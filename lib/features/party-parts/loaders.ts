import "server-only";
import { notFound } from "next/navigation";
import { z } from "zod";
import type { Party, PartyPart } from "@/lib/domain/nouns/party-part";
import { partsOf, type NamedPart } from "@/lib/domain/nouns/party-parts";
import { can } from "@/lib/domain/nouns/policy";
import { ATTACHMENT_SUBJECTS, isAttachmentNoun } from "@/lib/domain/attachment/subjects";
import { todayIn } from "@/lib/domain/time/zones";
import { readerFor } from "@/lib/platform/read/reader";
import { requireStaff } from "@/lib/platform/request/request-session";
import { findLife, type LifeRow } from "@/lib/features/party-parts/read/life";
import { findParts, type PartyRow } from "@/lib/features/party-parts/read/parts";

/** Facts on the page of a party; those of its life on the page of its own. */
const FACTS_SHOWN = 8;
const FACTS_AT_MOST = 200;

/** Party of a page: the name is what a list is narrowed by that knows no id. */
export type PageParty = { party: Party; id: string; name: string; isOpen: boolean };
type Slug = { org: string };

/** Parts of a party's page with its life; what the reader may not read is not asked for. */
export async function loadPartyParts(org: string, of: PageParty) {
  const ctx = await requireStaff(org);
  const parts = partsOf(of.party).filter(({ read }) => can(ctx.actor, read));
  const reader = readerFor(ctx.scope);
  const [counts, life] = await Promise.all([
    findParts(reader, of, parts),
    findLife(reader, { named: of, parts, most: FACTS_SHOWN + 1 }),
  ]);
  const byNoun = new Map(counts.map((count) => [count.noun, count]));
  return {
    parts: parts.flatMap((part) => {
      const found = byNoun.get(part.noun);
      if (!found) return [];
      const mayBegin = of.isOpen && part.begin !== undefined && can(ctx.actor, part.begin.needs);
      return {
        ...found,
        rows: found.rows.map((row) => ({ ...row, ...rowWords(part, row), href: hrefOf({ org }, part, row) })),
        listHref: listHref({ org }, part, of),
        beginHref: mayBegin ? beginHref({ org }, part, of) : null,
      };
    }),
    life: describeLife({ org }, life.slice(0, FACTS_SHOWN), parts),
    hasMore: life.length > FACTS_SHOWN,
  };
}

/** Life of a party on a page of its own; beyond its limit the journal has all. */
export async function loadLife(org: string, of: Pick<PageParty, "party" | "id">) {
  const ctx = await requireStaff(org);
  if (!z.uuid().safeParse(of.id).success) notFound();
  const parts = partsOf(of.party).filter(({ read }) => can(ctx.actor, read));
  const rows = await findLife(readerFor(ctx.scope), { named: of, parts, most: FACTS_AT_MOST + 1 });
  return {
    life: describeLife({ org }, rows.slice(0, FACTS_AT_MOST), parts),
    hasMore: rows.length > FACTS_AT_MOST,
  };
}

function describeLife(slug: Slug, rows: readonly LifeRow[], parts: readonly NamedPart[]) {
  const byNoun = new Map(parts.map((part) => [part.noun, part]));
  return rows.flatMap((row) => {
    const part = byNoun.get(row.noun);
    if (!part) return [];
    const { at, day, noun, words, reference } = row;
    return {
      noun,
      words,
      reference,
      ...rowWords(part, row),
      href: hrefOf(slug, part, row),
      day: at ? todayIn("Africa/Casablanca", at.getTime()) : day,
    };
  });
}

/** A title that is a code is put into words by its key. */
function rowWords({ row: { titleWords } }: PartyPart | NamedPart, { title }: { title: string }) {
  return titleWords ? { title: "", titleKey: titleWords.replace("*", title) } : { title, titleKey: "" };
}

function hrefOf({ org }: Slug, { row }: NamedPart, { id, of }: Pick<PartyRow, "id" | "of">): string {
  if (row.segment) return `/${org}${row.segment}/${id}`;
  return isAttachmentNoun(of) ? `/${org}/${ATTACHMENT_SUBJECTS[of].segment}/${id}` : "";
}

function listHref({ org }: Slug, { list }: NamedPart, of: PageParty): string {
  if (!list) return "";
  if ("here" in list) return `#${list.here}`;
  const asked = list.by === "name" && of.party === "controller" ? { controller: of.name } : nameOf(of);
  const query = new URLSearchParams({ ...(list.view && { view: list.view }), ...asked });
  return `/${org}${list.segment}?${query}`;
}

function beginHref({ org }: Slug, { begin }: NamedPart, of: PageParty): string | null {
  if (!begin?.of.includes(of.party)) return null;
  return `/${org}${begin.segment}?${new URLSearchParams(nameOf(of))}`;
}

function nameOf({ party, id }: Pick<PageParty, "party" | "id">): Record<string, string> {
  return party === "controller" ? { controller: id } : { subProcessor: id };
}
