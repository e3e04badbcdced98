import type { Answer } from "@/lib/domain/processing-record/content";
import { reading, type Reading } from "../doubts";
import { readAnswer } from "./answer";
import { splitItems } from "./list";
import { readNoAnswer } from "./none";

/** Joint controllers by their names, art. 26; an answer stands alone, for a company may be called "X Corp". */
export function readJoint(cell: string): Reading<{ answer: Answer; names: string[] }> {
  const written = cell.trim();
  if (written === "") return reading({ answer: "unanswered", names: [] });
  const { value, leftover } = readAnswer(written);
  if (value.text === "" && leftover === "") return reading({ answer: value.answer, names: [] });
  const silence = readNoAnswer(written);
  if (silence?.kind === "hollow") return reading({ answer: "unanswered", names: [] }, [], written);
  if (silence) return reading({ answer: "no", names: [] }, [], written);
  return reading({ answer: "yes", names: splitItems(written) });
}
