import { foldedWords } from "./vagueness";

/** A text as it is compared: "Pays d'accès / de transfert" → "pays d acces de transfert". */
export function fold(text: string): string {
  return foldedWords(text).join(" ");
}
