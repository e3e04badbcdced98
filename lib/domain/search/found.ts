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
};

export type Found = Record<FoundGroup, Hit[]>;

export function nothingFound(): Found {
  return Object.fromEntries(FOUND_GROUPS.map((group) => [group, [] as Hit[]])) as Found;
}

export function countFound(found: Found): number {
  return FOUND_GROUPS.reduce((sum, group) => sum + found[group].length, 0);
}
