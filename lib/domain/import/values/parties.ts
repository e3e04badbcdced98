import { reading, type Reading } from "../doubts";
import { isBlankCell, readNoAnswer } from "./none";

/** The controller's DPO: how to reach it, or that there is none ("néant", "n/a"). Article 30(2)(a). */
export function readDpo(cell: string): Reading<{ contact: string; hasNone: boolean }> {
  const written = cell.trim();
  const silence = readNoAnswer(written);
  if (silence?.kind === "none" || silence?.kind === "not-applicable")
    return reading({ contact: "", hasNone: true }, [], silence.rest === "" ? "" : written);
  if (isBlankCell(written)) return reading({ contact: "", hasNone: false }, [], written);
  return reading({ contact: written, hasNone: false });
}

/**
 * The controller's representative in the Union, article 27, or the words that say why there is none: "n/a (établi
 * en UE)". A bare "n/a" is kept too: whether it is a reason is for the rules to say.
 */
export function readRepresentative(cell: string): Reading<{ name: string; absentReason: string }> {
  const written = cell.trim();
  if (isBlankCell(written)) return reading({ name: "", absentReason: "" }, [], written);
  const isAbsent =
    readNoAnswer(written) !== null || /^[ée]tabli[e]? (?:en|dans)|^established in/iu.test(written);
  return reading(isAbsent ? { name: "", absentReason: written } : { name: written, absentReason: "" });
}
