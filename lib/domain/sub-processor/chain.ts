import type { ChainLink } from "./content";

/** A link with where it stands: "2.1" is the first below the second, at depth 2. */
export type PlacedLink = { link: ChainLink; depth: number; number: string };

/**
 * The chain in the order of a tree, each link below the one it works under, EDPB opinion 22/2024. One whose place is
 * unknown stands at the top: it is shown, never lost.
 */
export function placeLinks(links: readonly ChainLink[]): PlacedLink[] {
  const ids = new Set(links.map(({ id }) => id));
  const belowOf = (under: string | null) => links.filter((link) => placeOf(link, ids) === under);
  const place = (under: string | null, depth: number, prefix: string): PlacedLink[] =>
    belowOf(under).flatMap((link, index) => {
      const number = `${prefix}${index + 1}`;
      return [{ link, depth, number }, ...place(link.id, depth + 1, `${number}.`)];
    });
  return place(null, 1, "");
}

function placeOf({ under }: ChainLink, ids: ReadonlySet<string>): string | null {
  return under !== null && ids.has(under) ? under : null;
}

export type LinkRefusal = {
  field: "" | "under";
  key: "linkGone" | "underGone" | "underItself" | "hasLinksBelow";
};

/** Refuses to place a link under a missing link, or under itself. */
export function placeRefusal(links: readonly ChainLink[], { id, under }: ChainLink): LinkRefusal | null {
  if (under === null) return null;
  if (!links.some((link) => link.id === under)) return { field: "under", key: "underGone" };
  return isBelow(links, under, id) ? { field: "under", key: "underItself" } : null;
}

/** Refuses to remove a missing link, or one with others below it. */
export function removalRefusal(links: readonly ChainLink[], id: string): LinkRefusal | null {
  if (!links.some((link) => link.id === id)) return { field: "", key: "linkGone" };
  return links.some(({ under }) => under === id) ? { field: "", key: "hasLinksBelow" } : null;
}

/** Returns whether a link is another, or is anywhere below it. */
export function isBelow(links: readonly ChainLink[], id: string, other: string): boolean {
  for (let at: string | null = id, left = links.length; at !== null && left >= 0; left--) {
    if (at === other) return true;
    at = links.find((link) => link.id === at)?.under ?? null;
  }
  return false;
}

/** The chain with a link said for the first time or anew, in its place. */
export function withLink(links: readonly ChainLink[], stated: ChainLink): ChainLink[] {
  const isNew = links.every(({ id }) => id !== stated.id);
  return isNew ? [...links, stated] : links.map((link) => (link.id === stated.id ? stated : link));
}
