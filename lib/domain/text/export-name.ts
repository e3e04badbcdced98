/** Words of the names of files that leave. A name is the same whatever the language of the document: files of one kind sort together. */
const EXPORTED = {
  register: "registre",
  "own-register": "registre-responsable",
  contracts: "contrats",
  instructions: "instructions",
  "sub-processors": "sous-traitants",
  authorisations: "autorisations",
  assistance: "assistance",
  "rights-requests": "droits-des-personnes",
  calls: "appels",
  "checked-list": "liste-controlee",
  "refused-lines": "lignes-refusees",
  consultation: "liens-consultation",
  dossier: "dossier",
  "journal-heads": "empreintes-signees",
  "journal-head": "empreinte-signee",
  annexes: "annexes",
  "breach-notice": "notification",
  audit: "audit",
} as const;
export type ExportedKind = keyof typeof EXPORTED;

/** Part of a file's name where something in it does not agree with the journal. */
export const DISPUTED_NAME = "ne-concorde-pas-avec-le-journal";

/** Names a file that leaves, in ASCII: "contrats-nejma-2026-12-01.xlsx". Empty parts are left out. */
export function exportName(kind: ExportedKind, parts: readonly string[], extension: string): string {
  return `${[EXPORTED[kind], ...parts].filter((part) => part !== "").join("-")}.${extension}`;
}
