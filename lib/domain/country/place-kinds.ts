/** Kinds of what is done at a place of a transfer: article 44 asks who sees the data there, not only where they are stored. */
export const PLACE_KINDS = ["hosting", "support", "access", "establishment"] as const;
export type PlaceKind = (typeof PLACE_KINDS)[number];
