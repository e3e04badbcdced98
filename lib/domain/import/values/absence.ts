import { fold } from "../fold";

const NOTHING =
  /^(neant|aucune?s?|rien|ras|nul|vide|none|nothing|nil|null|no one|لا شيء|لا يوجد|بدون|na|n a|so|s o|nc|n c|sans objet|non applicable|not applicable|non concernee?s?|ne s applique pas)$/;

/** True for a cell that says there is nothing: "néant", "n/a", "–". Also for one without a letter or a figure. */
export function saysNothing(text: string): boolean {
  const words = fold(text);
  return words === "" || NOTHING.test(words);
}

/** True for a formula: kept as it is written, never cut nor read. */
export function isFormula(text: string): boolean {
  return /^\s*[=@]/.test(text);
}
