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
  /** Folder in the archive, "02-clauses". */
  folder: string;
};

/** Parts of a dossier in their order. */
export const DOSSIER_SECTIONS: readonly Declared[] = NOUNS.flatMap((noun) =>
  "dossier" in noun ? [{ journal: "texts" as const, ...noun.dossier, noun: noun.id }] : [],
)
  .toSorted((one, other) => one.place - other.place)
  .map(({ section, noun, article, journal, place }) => ({
    section,
    noun,
    article,
    journal,
    folder: `${String(place).padStart(2, "0")}-${section}`,
  }));
