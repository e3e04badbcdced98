import type { DossierWords } from "./section";

/** Lines that a note names of those which do not agree with the journal. */
const MOST_NAMED = 20;

/** Says which lines are made of rows that do not agree with the journal; nothing where all agree. */
export function disputedNote(
  disputed: readonly string[],
  { dossier, locale }: Pick<DossierWords, "dossier" | "locale">,
): string[] {
  if (disputed.length === 0) return [];
  const list = new Intl.ListFormat(locale).format(disputed.slice(0, MOST_NAMED));
  const more = Math.max(0, disputed.length - MOST_NAMED);
  return [dossier("disputedNote", { count: disputed.length, list, more })];
}
