import { DRAWN, isDrawn } from "./drawn";
import type { DrawnTable } from "./drawn-table";
import { NOUNS, type AnyNoun } from "./nouns";

type DeclaredIn<N> = N extends { dossier: { section: infer Section extends string } } ? Section : never;

/** Part of a dossier, as its noun declares it. */
export type DossierSection = DeclaredIn<AnyNoun>;

type Declared = {
  section: DossierSection;
  /** Noun whose documents are attached. */
  noun: string;
  article: string;
  /** "headers" where texts of its entries hold keys of persons: the extract of the journal has no text of them. */
  journal: "texts" | "headers";
  /** Rows that its lines are made of, by the column that names what a line is about; none of the journal. */
  rows: readonly DrawnTable[];
  /** Folder in the archive, "02-clauses". */
  folder: string;
};

/** Parts of a dossier in their order. */
export const DOSSIER_SECTIONS: readonly Declared[] = NOUNS.flatMap((noun) =>
  "dossier" in noun
    ? [
        {
          journal: "texts" as const,
          rows: isDrawn(noun.id) ? DRAWN[noun.id] : [],
          ...noun.dossier,
          noun: noun.id,
        },
      ]
    : [],
)
  .toSorted((one, other) => one.place - other.place)
  .map(({ section, noun, article, journal, place, rows }) => ({
    section,
    noun,
    article,
    journal,
    rows,
    folder: `${String(place).padStart(2, "0")}-${section}`,
  }));
