import type { Answer } from "@/lib/domain/processing-record/content";
import { doubt, question, reading, type Reading } from "../doubts";
import { isBlankCell, readNoAnswer } from "./none";

const YES = /^(?:s[ií](?=$|[.,;:(–—])|(?:oui|o|yes|y|ja|x|vrai|true|1|ok|✓|✔|☑|☒|نعم)(?=$|[\s.,;:–—\-(/]))/iu;
const NO = /^(?:nein|nee|faux|false|0|☐|✗|✘)(?=$|[\s.,;:–—\-(/])/iu;

/** "O", "Oui", "x", "نعم" → yes; "N", "néant" → no; `text` is what was written after the answer: "Oui (santé)". */
export function readAnswer(cell: string): Reading<{ answer: Answer; text: string }> {
  const written = cell.trim();
  const yes = YES.exec(written);
  if (yes) return readBoth(written, "yes", afterAnswer(written, yes[0]));
  const no = NO.exec(written);
  if (no) return readBoth(written, "no", afterAnswer(written, no[0]));
  const silence = readNoAnswer(written);
  if (silence?.kind === "none") return readBoth(written, "no", silence.rest);
  if (isBlankCell(written) || silence) return reading({ answer: "unanswered", text: "" }, [], written);
  return reading({ answer: "unanswered", text: written }, [doubt("answerNotRead", written)]);
}

/** "Non / No" says it in two languages; "Non / Yes" says both, and which is meant is asked. */
function readBoth(
  written: string,
  answer: "yes" | "no",
  text: string,
): Reading<{ answer: Answer; text: string }> {
  const [, second = "", rest = ""] = /^(\p{L}{1,5})(?:\s?[,:;–—(/-]\s?(.*))?$/su.exec(text) ?? [];
  const again = second === "" ? "unanswered" : plainAnswer(second);
  if (again === "unanswered") return reading({ answer, text });
  if (again === answer) return reading({ answer, text: rest.replace(/^([^(]*)\)$/, "$1").trim() });
  return reading({ answer: "unanswered", text: written }, [
    question("wordsUnsettled", written, { words: text }),
  ]);
}

function plainAnswer(word: string): Answer {
  if (YES.test(word)) return "yes";
  return NO.test(word) || readNoAnswer(word)?.kind === "none" ? "no" : "unanswered";
}

function afterAnswer(written: string, answer: string): string {
  return written
    .slice(answer.length)
    .replace(/^[\s.,;:–—\-(/]+/u, "")
    .replace(/^([^(]*)\)$/, "$1")
    .trim();
}
