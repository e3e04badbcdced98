import type { DossierSection } from "@/lib/domain/nouns/dossier-sections";
import type { TableSection } from "@/lib/features/dossier/read/section";
import { SECTION_SOURCES } from "@/lib/features/dossier/read/sections/sources";

/** Places of the sections that have forms of their own. */
const OF_FORMS: Record<Exclude<DossierSection, TableSection>, readonly number[]> = {
  register: [0, 6, 1, 33],
  journal: [0, 2, 1, 4, 5],
};

/** Places in a row of the cells that its list shows. */
export function listedPlaces(section: DossierSection): readonly number[] {
  if (section === "register" || section === "journal") return OF_FORMS[section];
  const { columns, listed } = SECTION_SOURCES[section];
  return listed.map((name) => columns.indexOf(name));
}
