/** Groups of what is found, in the order of the palette and of the page. */
export const FOUND_GROUPS = [
  "records",
  "controllers",
  "contracts",
  "instructions",
  "transfers",
  "subProcessors",
  "authorisations",
  "breaches",
  "rightsRequests",
  "telephone",
  "work",
  "feeds",
  "measures",
  "dossiers",
  "contacts",
  "nightContacts",
  "members",
  "invitations",
  "documents",
  "imports",
  "threads",
  "letters",
  "gaps",
] as const;
export type FoundGroup = (typeof FOUND_GROUPS)[number];

/** A row that is found, with the page that it opens. */
export type Hit = {
  id: string;
  /** Below the organisation's address. */
  path: string;
  /** "" where the noun has none. */
  reference: string;
  name: string;
  /** Tells it from another of the same name: its controller, a day, an address. */
  aside: string;
  /** Word of a choice beside it, `shell.palette.marks.<mark>`; "" for none. */
  mark: string;
  /** Says how likely it is meant, 0 first: see `search_found`. */
  tier: number;
  /** Says where the words stand, should its name not have them; null where the name or `aside` shows it. */
  where: Where | null;
};

/** A field as forms call it, "" where it has no words of its own, and the text around what was asked. */
export type Where = { field: string; text: string };

/** Holds what is found, likeliest groups first. */
export type Found = Record<FoundGroup, Hit[]>;

export function nothingFound(): Found {
  return Object.fromEntries(FOUND_GROUPS.map((group) => [group, [] as Hit[]])) as Found;
}

/**
 * Groups with rows, likeliest first: by their best row, and one that the question names before another of the same. The order of
 * the list decides between equals.
 */
export function groupsByLikeliness(found: Found, named: readonly FoundGroup[]): FoundGroup[] {
  const place = (group: FoundGroup) => {
    const best = Math.min(...found[group].map(({ tier }) => tier));
    return named.includes(group) ? Math.min(best, 2) - NAMED_AHEAD : best;
  };
  return FOUND_GROUPS.filter((group) => found[group].length > 0).toSorted(
    (one, other) => place(one) - place(other),
  );
}

/** Tiers by which a group that the question names is ahead: behind a row whose whole name is asked for. */
const NAMED_AHEAD = 1.5;

export function countFound(found: Found): number {
  return FOUND_GROUPS.reduce((sum, group) => sum + found[group].length, 0);
}
