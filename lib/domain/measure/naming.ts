import type { NamedMeasure } from "./types";

/** The title of a library entry in the language of whoever reads. */
export type LibraryTitle = (code: string) => string;

/** A measure by its own title, or by the library's in the reader's language. */
export function titleOf({ title, libraryCode, reference }: NamedMeasure, libraryTitle: LibraryTitle): string {
  return title || (libraryCode ? libraryTitle(libraryCode) : reference);
}

const BETWEEN = "|";

/** Measures as the parameter of a gap, which knows no language: "M-004 @two-factors|M-048 Broyeur à l’accueil". */
export function packNames(measures: readonly NamedMeasure[]): string {
  return measures
    .map(({ reference, title, libraryCode }) => `${reference} ${title || `@${libraryCode}`}`)
    .map((name) => name.replaceAll(BETWEEN, "/"))
    .join(BETWEEN);
}

/** Returns the names in words: ["M-004 Double authentification…", "M-048 Broyeur à l’accueil"]. */
export function unpackNames(packed: string, libraryTitle: LibraryTitle): string[] {
  return packed
    .split(BETWEEN)
    .filter((name) => name !== "")
    .map((name) =>
      name.replace(/^(\S+) @([a-z0-9-]+)$/, (_, reference, code) => `${reference} ${libraryTitle(code)}`),
    );
}
