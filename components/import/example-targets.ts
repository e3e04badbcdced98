import type { ImportTarget } from "@/lib/domain/import/types";

/** Columns of which the help shows a cell. Words: `import-page.examples.cells`. */
export const EXAMPLE_TARGETS = [
  "controllerName",
  "controllerCountry",
  "activity",
  "operations",
  "persons",
  "dataCategories",
  "specialCategories",
  "subProcessors",
  "transfer",
  "instrument",
  "assessment",
  "measures",
  "startsOn",
  "endsOn",
  "minors",
  "retention",
  "legalBases",
] as const satisfies readonly ImportTarget[];
