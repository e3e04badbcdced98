import { findQualifiers, pointsElsewhere, readDitto } from "@/lib/domain/text/qualifiers";
import { isSheetError } from "@/lib/domain/text/sheet-error";
import { isHollow } from "@/lib/domain/text/vagueness";

/** "à recevoir", "à demander": at the beginning of a proof, an infinitive puts it off. */
const PUT_OFF = /^[àa] \p{Ll}{2,20}(?:er|ir|re)(?!\p{L})/iu;

/**
 * True where a cell names a proof that can be looked for: no ditto, no error of the spreadsheet, nothing put off ("à
 * signer"), and no denial or referral without a number ("pas de preuve", "voir annexe").
 */
export function namesProof(cell: string): boolean {
  const written = cell.trim();
  if (written === "" || isSheetError(written) || isHollow(written) || readDitto(written)) return false;
  const qualifiers = findQualifiers(written);
  if (PUT_OFF.test(written) || qualifiers.some(({ kind }) => kind === "planned")) return false;
  if (/\p{N}/u.test(written)) return true;
  return !qualifiers.some(({ kind, at }) => kind === "negation" && at === 0) && !pointsElsewhere(written);
}
