import type { Answer } from "@/lib/domain/processing-record/content";
import { fold } from "../fold";

const YES = /^(o|oui|y|yes|x|v|vrai|true|1|ok|نعم)$/;
const NO = /^(n|non|no|faux|false|0|neant|aucune?s?|none|jamais|never|لا|لا يوجد)$/;
const STARTS_YES = /^(oui|yes|نعم)(?= )/;
const STARTS_NO = /^(non|no|aucune?s?|pas d|pas de|none|neant|jamais|never|لا)(?= )/;

/** Yes or no as people write it: "O", "Non", "x", "✓", "نعم". Anything else is unanswered. */
export function readAnswer(text: string): Answer {
  if (/^\s*[✓✔☑]/u.test(text)) return "yes";
  const words = fold(text);
  if (YES.test(words)) return "yes";
  return NO.test(words) ? "no" : "unanswered";
}

/** The same for a cell that says more after its yes or no: "Oui, dès 15 ans". */
export function readLeadingAnswer(text: string): Answer {
  const words = fold(text);
  if (STARTS_YES.test(words)) return "yes";
  return STARTS_NO.test(words) ? "no" : readAnswer(text);
}
