/** Entries of the rail, in its order. Each holds the tabs that manifests of nouns place in it. */
export const ROOMS = [
  "today",
  "register",
  "clients",
  "sub-processing",
  "security",
  "breaches",
  "rights",
  "telephone",
  "proofs",
  "settings",
] as const;
export type Room = (typeof ROOMS)[number];
