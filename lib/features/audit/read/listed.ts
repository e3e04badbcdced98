import type { DossierSection } from "@/lib/domain/nouns/dossier-sections";
import type { TableSection } from "@/lib/features/dossier/read/section";
import { SECTION_SOURCES } from "@/lib/features/dossier/read/sections/sources";

/** Columns that a list shows of each section: reference, title, and what else; the page of a row has all. */
export const LISTED: Record<TableSection, readonly string[]> = {
  clauses: ["contract", "clause", "controller", "answer"],
  authorisations: ["reference", "subProcessor", "controller", "state", "decidedAt"],
  instructions: ["number", "about", "controller", "channel", "receivedAt"],
  chain: ["reference", "name", "number", "state", "country", "service"],
  transfers: ["reference", "importer", "controller", "flow", "country", "state"],
  measures: ["reference", "title", "description", "family", "articles"],
  breaches: ["incident", "controller", "title", "state", "informedAt", "facts"],
  requests: ["reference", "rights", "controller", "state", "receivedAt", "channel"],
  choices: ["reference", "about", "state", "chosenAt", "controller", "kind", "person"],
  consultations: ["reference", "title", "question", "controller", "state", "openedOn", "instruction"],
  telephone: ["reference", "title", "kind", "controller", "state"],
  trainings: ["reference", "subject", "state", "heldOn", "minutes"],
};

/** Places of the sections that have forms of their own. */
const OF_FORMS: Record<Exclude<DossierSection, TableSection>, readonly number[]> = {
  register: [0, 6, 1, 33],
  journal: [0, 2, 1, 4, 5],
};

/** Places in a row of the cells that its list shows. */
export function listedPlaces(section: DossierSection): readonly number[] {
  if (section === "register" || section === "journal") return OF_FORMS[section];
  const { columns } = SECTION_SOURCES[section];
  return LISTED[section].map((name) => columns.indexOf(name));
}
