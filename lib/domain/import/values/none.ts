import { isHollow } from "@/lib/domain/text/vagueness";
import { fold } from "@/lib/domain/text/fold";
import { findQualifiers, unusedWords } from "@/lib/domain/text/qualifiers";

/** "néant" is an answer, "sans objet" a reason, "à compléter" nothing at all; null where something is said. */
export type Silence = { kind: "none" | "not-applicable" | "hollow"; rest: string };

const NONE =
  /^(?:[ø∅]|nein|nee|faux|false|falsch|falso|keine?[nrs]?|nichts|geen|niets|ningun[oa]|nada|nadie|personne|nobody|niemand|nessun[oa]?|niente|aucune?s?|n[ée]ant|non|none|nil|nothing|no|n|rien|لا يوجد|لا شيء|لا)(?=$|[\s.,;:–—\-(/])/iu;
const NONE_OF_THEM =
  /^(?:(?:keine?[nrs]?|geen|ning[uú]n[ao]?|nessun[oa]?|senza|sin|aucune?s?|pas de|sans|no)\s+|pas d[’'])(?=\p{L})/iu;
const NOT_APPLICABLE =
  /^(?:n\s?[/.]\s?a\b\.?|na(?=$|\W)|n\.?\s?v\.?\s?t\b\.?|niet van toepassing|nicht (?:anwendbar|zutreffend)|entf[äa]llt|no (?:aplica|procede)|non (?:applicabile|pertinente)|sans objet|s\s?[/.]\s?o\b\.?|(?:non|not) (?:applicable|concern[ée]{1,2}s?)|لا ينطبق)/iu;
const SEPARATOR = /^[\s.]*[–—\-:,;(/]+\s*/u;

/** Reads the ways of writing that there is none. `rest` is what was added: "données hébergées à Paris". */
export function readNoAnswer(text: string): Silence | null {
  const written = text.trim();
  const absent = NOT_APPLICABLE.exec(written);
  if (absent) return { kind: "not-applicable", rest: trimRest(written.slice(absent[0].length)) };
  const none = NONE.exec(written);
  const rest = none && written.slice(none[0].length);
  if (rest !== null && rest.replace(/[.\s]/g, "") === "") return { kind: "none", rest: "" };
  if (rest !== null && SEPARATOR.test(rest)) return { kind: "none", rest: trimRest(rest) };
  if (isHollow(written)) return { kind: "hollow", rest: written };
  // "Aucun transfert", "pas de sous-traitant": the noun says what there is none of.
  if (NONE_OF_THEM.test(written)) return { kind: saysUnknown(written) ? "hollow" : "none", rest: written };
  return null;
}

/** "No consta", "keine Angabe": a no of what is known, and no answer. */
function saysUnknown(written: string): boolean {
  const found = findQualifiers(written);
  const used = new Set(found.flatMap(({ words }) => words.split(" ")));
  const isUnknown = found.length > 0 && found.every(({ kind }) => kind === "unknown");
  return isUnknown && unusedWords(written, used).length === 0;
}

/** True when the cell is blank or filled to be filled: "", "?", "à compléter". */
export function isBlankCell(text: string): boolean {
  return fold(text) === "" || readNoAnswer(text)?.kind === "hollow";
}

function trimRest(rest: string): string {
  return rest
    .replace(SEPARATOR, "")
    .replace(/^([^(]*)\)$/, "$1")
    .trim();
}
