import type { Answer } from "@/lib/domain/processing-record/content";
import { doubt, reading, type Reading } from "../doubts";
import { isBlankCell, readNoAnswer } from "./none";

const YES = /^(?:s[ií](?=$|[.,;:(–—])|(?:oui|o|yes|y|ja|x|vrai|true|1|ok|✓|✔|☑|☒|نعم)(?=$|[\s.,;:–—\-(/]))/iu;
const NO = /^(?:nein|nee|faux|false|0|☐|✗|✘)(?=$|[\s.,;:–—\-(/])/iu;

/** "O", "Oui", "x", "نعم" → yes; "N", "néant" → no; `text` is what was written after the answer: "Oui (santé)". */
export function readAnswer(cell: string): Reading<{ answer: Answer; text: string }> {
  const written = cell.trim();
  const yes = YES.exec(written);
  if (yes) return reading({ answer: "yes", text: afterAnswer(written, yes[0]) });
  const no = NO.exec(written);
  if (no) return reading({ answer: "no", text: afterAnswer(written, no[0]) });
  const silence = readNoAnswer(written);
  if (silence?.kind === "none") return reading({ answer: "no", text: silence.rest });
  if (isBlankCell(written) || silence) return reading({ answer: "unanswered", text: "" }, [], written);
  return reading({ answer: "unanswered", text: written }, [doubt("answerNotRead", written)]);
}

function afterAnswer(written: string, answer: string): string {
  return written
    .slice(answer.length)
    .replace(/^[\s.,;:–—\-(/]+/u, "")
    .replace(/^([^(]*)\)$/, "$1")
    .trim();
}
