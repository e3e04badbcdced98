import { NOUNS } from "@/lib/domain/nouns/nouns";
import type { Act } from "@/lib/domain/nouns/policy";
import { foldWords, searchTerms } from "@/lib/domain/search/terms";
import { navHref } from "./nav-href";
import type { NavItemId } from "./nav-item-id";
import { NAV_ITEMS } from "./nav-items";

export type PaletteAct = {
  id: string;
  label: string;
  group: "navItems" | "acts" | "appearance";
  /** Target; without one the act runs in place. */
  href?: string;
};

/** Pages that lead to acts, for roles allowed them. Keys of shell.palette.acts. */
const PLACES = NOUNS.flatMap((noun): readonly { id: string; segment: string; needs: Act }[] =>
  "places" in noun ? noun.places : [],
);
const OWN: readonly { id: string; href: string }[] = [
  { id: "account", href: "/account" },
  { id: "secondFactor", href: "/account/second-factor" },
  { id: "sessions", href: "/account/sessions" },
];
export const THEMES = [
  "theme:light",
  "theme:dark",
  "theme:system",
  "locale:fr",
  "locale:en",
  "locale:ar",
] as const;

type Where = { org: string; closed: readonly NavItemId[]; may: readonly Act[] };
type Translate = (key: string) => string;

export function listActs({ org, closed, may }: Where, translate: Translate): PaletteAct[] {
  const navItems = NAV_ITEMS.filter(({ id }) => !closed.includes(id)).map(({ id, segment }) => ({
    id: `room:${id}`,
    group: "navItems" as const,
    label: translate(`navItems.${id}`),
    href: navHref(org, segment),
  }));
  const places = PLACES.filter(({ needs }) => may.includes(needs)).map(({ id, segment }) => ({
    id,
    href: navHref(org, segment),
  }));
  const acts = [...places, ...OWN].map(({ id, href }) => ({
    id,
    group: "acts" as const,
    label: translate(`palette.acts.${id}`),
    href,
  }));
  const choices = [...THEMES, "signOut"].map((id) => ({
    id,
    group: "appearance" as const,
    label: translate(`palette.appearance.${id.replace(":", "_")}`),
  }));
  return [...navItems, ...acts, ...choices];
}

/** Matches when every typed word begins a word of the act; without a query returns the pages. */
export function matchActs(acts: readonly PaletteAct[], question: string): PaletteAct[] {
  const terms = searchTerms(question);
  if (terms.length === 0) return acts.filter(({ group }) => group !== "appearance");
  return acts.filter(({ label }) => {
    const words = ` ${foldWords(label)}`;
    return terms.every((term) => words.includes(` ${term}`));
  });
}
