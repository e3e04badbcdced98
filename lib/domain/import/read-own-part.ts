import type { Answer } from "@/lib/domain/processing-record/content";
import type { Reading } from "./doubts";
import { readOnce } from "./read-once";
import { joinParts, type Part, partOf } from "./row-parts";
import type { ImportTarget } from "./types";
import { readAnswer } from "./values/answer";
import { askBeside } from "./values/ask";
import { readJoint } from "./values/joint";
import { readLegalBases } from "./values/legal-bases";

const jointOf = readOnce((cell) => {
  const read = readJoint(cell);
  const beside = read.value.answer === "no" ? withoutFirstWord(read.leftover) : read.value.names.join(" ; ");
  return askBeside(cell, beside, read, read.value.answer !== "unanswered");
});
const legalBasesOf = readOnce((cell) => {
  const read = readLegalBases(cell);
  return askBeside(cell, read.leftover, read, read.value.length > 0);
});
const targetsUnionOf = readOnce(readTargetsUnion);

/** Reads the fields of 30(1) that the processor's register lacks. */
export function readOwnPart(text: (target: ImportTarget) => string): Part {
  return joinParts([
    partOf("jointControllers", jointOf(text("jointControllers")), ({ answer, names }) => ({
      jointAnswer: answer,
      jointControllers: names,
    })),
    partOf("legalBases", legalBasesOf(text("legalBases")), (legalBases) => ({ legalBases })),
    partOf("targetsUnion", targetsUnionOf(text("targetsUnion")), (targetsUnion) => ({ targetsUnion })),
  ]);
}

function readTargetsUnion(cell: string): Reading<Answer> {
  const { value, doubts, leftover } = readAnswer(cell);
  const read = { value: value.answer, doubts, leftover: value.text || leftover };
  return askBeside(cell, value.text, read, value.answer !== "unanswered");
}

/** The "no" of a plain no denies nothing beside it. */
function withoutFirstWord(text: string): string {
  return text.replace(/^\S+\s*/u, "");
}
