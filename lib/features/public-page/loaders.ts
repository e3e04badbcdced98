import "server-only";
import { forbidden, redirect } from "next/navigation";
import { cache } from "react";
import { z } from "zod";
import { itemAt } from "@/lib/domain/invariant/required";
import { can } from "@/lib/domain/nouns/policy";
import type { PublicPart } from "@/lib/domain/public-page/parts";
import { readPublished } from "@/lib/features/public-page/read/published";
import {
  countSubscribers,
  findPublicPage,
  findPublicPageFacts,
  findSubscribers,
} from "@/lib/features/public-page/read/queries";
import { viewOf } from "@/lib/features/public-page/read/view";
import type { Search } from "@/lib/forms/list-query";
import type { Locale } from "@/lib/i18n/locale";
import { withOrg } from "@/lib/platform/database/transaction";
import { env } from "@/lib/platform/environment/env";
import { PAGE_SIZE } from "@/lib/platform/read/list-page";
import { readInScope } from "@/lib/platform/read/read-in-scope";
import { readerFor } from "@/lib/platform/read/reader";
import { today } from "@/lib/platform/request/context";
import { findPublicScope, NO_ORGANISATION } from "@/lib/platform/request/public-scope";
import { requireStaff } from "@/lib/platform/request/request-session";
import { hashToken } from "@/lib/platform/secrets/token";
import { withInstants } from "@/lib/platform/versioned/history";

export type { PublishedView } from "@/lib/features/public-page/read/view";

const MOST_FACTS = 20;
const querySchema = z.object({ from: z.coerce.number().int().min(0).max(1_000_000).catch(0) });

/** Values that a first saving begins with: nothing is chosen. */
const unsaved = (slug: string) => ({
  address: slug,
  state: "closed",
  parts: [] as PublicPart[],
  version: 0,
  certifications: [],
  activity: { fr: "", en: "", ar: "" },
});

/** Settings, openings and subscribers, for owner and DPO. */
export async function loadPublicPage(slug: string, search: Search) {
  const ctx = await requireStaff(slug);
  if (!can(ctx.actor, "public-page.read")) forbidden();
  const { from } = querySchema.parse(search);
  return readInScope(ctx.scope, async (tx) => {
    const page = (await findPublicPage(tx)) ?? unsaved(slug);
    const facts = await findPublicPageFacts(tx, MOST_FACTS);
    const subscribers = await findSubscribers(tx, PAGE_SIZE + 1, from);
    const { address, state, parts, activity, certifications, version } = page;
    return {
      settings: { address, parts, activity, certifications, version },
      isOpen: state === "open",
      url: `${env().AMANA_URL}/public/${address}`,
      facts: withInstants(facts),
      counts: await countSubscribers(tx),
      subscribers: subscribers.slice(0, PAGE_SIZE).map(({ requestedAt, confirmedAt, ...one }) => ({
        ...one,
        at: (confirmedAt ?? requestedAt).getTime(),
        isConfirmed: confirmedAt !== null,
      })),
      next: subscribers.length > PAGE_SIZE ? from + PAGE_SIZE : null,
    };
  });
}

/** Loads what strangers see, or would once the page is open; null before the first saving. */
export async function loadPreview(slug: string, locale: Locale) {
  const ctx = await requireStaff(slug);
  if (!can(ctx.actor, "public-page.read")) forbidden();
  const published = await readPublished(readerFor(ctx.scope));
  return published && viewOf(published, locale, today(ctx));
}

/** An open page; anything else leads to the same plain answer, 404, which shows without scripts too. */
export const loadPublished = cache(async (address: string, locale: Locale) => {
  const scope = await findPublicScope(address);
  const published = scope && (await readPublished(readerFor(scope)));
  if (!published) return refuseAddress(address);
  return viewOf(published, locale, today({ now: new Date() }));
});

function refuseAddress(address: string): never {
  redirect(`/public/${encodeURIComponent(address)}/missing`);
}

/** The form of requests, with other ways to write to the organisation; refused like any address where it is not shown. */
export async function loadRequestForm(address: string, locale: Locale) {
  const { name, parts, email, dpo } = await loadPublished(address, locale);
  if (!parts.includes("requests")) return refuseAddress(address);
  const officer = dpo === null || dpo === "none" ? [] : [dpo.email, dpo.phone];
  return { name, contacts: [...new Set([...officer, email ?? ""])].filter(Boolean) };
}

type LinkRow = { purpose: "confirm" | "leave"; legal_name: string; address: string | null };

/** Loads what a letter's link is of; null for one that is over, used up or was never sent. */
export async function loadSubscription(token: string, purpose: LinkRow["purpose"]) {
  const rows = await withOrg(
    NO_ORGANISATION,
    (tx) => tx.$queryRaw<LinkRow[]>`SELECT * FROM public_subscription(${hashToken(token)})`,
  );
  const found = rows.length > 0 ? itemAt(rows, 0) : null;
  return found?.purpose === purpose ? { organisation: found.legal_name, address: found.address } : null;
}
