import { EVERY_PURPOSE } from "@/lib/domain/choice/choices";
import type { Question } from "./content";

/**
 * Warnings before anybody is asked. "prospecting": asking for consent to prospecting may itself be prospecting, to which
 * the person may object at any time, and by e-mail it needs a prior consent, law 09-08 art. 10. "purpose": consent to
 * prospecting is given for a purpose that is named. "call": a call that asks for it solicits. "transfer": who consents to one is first informed of its risks.
 */
export type ConsultationWarning =
  | { warning: "prospecting"; article: "21(2), loi 09-08 art. 10" }
  | { warning: "purpose"; article: "4(11), R223-1" }
  | { warning: "call"; article: "L223-1" }
  | { warning: "transfer"; article: "49(1)(a)" };

/** Ways by which a link reaches its person. */
export const CHANNELS = ["mail", "dialler"] as const;
export type ConsultationChannel = (typeof CHANNELS)[number];

/** Acts by which something is sold. */
const PROSPECTING: readonly Question["act"][] = ["telephone", "mail", "reuse"];

/** Lists what is said before it is sent, for the questions and the ways that are thought of. */
export function warningsOf(
  questions: readonly Pick<Question, "act" | "purpose">[],
  channels: readonly ConsultationChannel[],
): ConsultationWarning[] {
  const prospects = questions.some(({ act }) => PROSPECTING.includes(act));
  const warnings: ConsultationWarning[] = [];
  if (prospects) warnings.push({ warning: "prospecting", article: "21(2), loi 09-08 art. 10" });
  if (questions.some(({ act, purpose }) => PROSPECTING.includes(act) && purpose === EVERY_PURPOSE))
    warnings.push({ warning: "purpose", article: "4(11), R223-1" });
  if (prospects && channels.includes("dialler")) warnings.push({ warning: "call", article: "L223-1" });
  if (questions.some(({ act }) => act === "transfer"))
    warnings.push({ warning: "transfer", article: "49(1)(a)" });
  return warnings;
}
