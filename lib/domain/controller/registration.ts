import { itemAt } from "@/lib/domain/invariant/required";

/**
 * True where two registration numbers show two companies. A French SIRET begins with the SIREN of its company, and a VAT
 * number ends with it; how a number is spaced, and the words around it, show nothing. An absent number shows nothing.
 */
export function areOtherCompanies(one: string, other: string): boolean {
  const [a, b] = [lettersAndDigits(one), lettersAndDigits(other)];
  if (a === "" || b === "" || a === b) return false;
  const [first, second] = [sirenOf(one), sirenOf(other)];
  return first === null || second === null || first !== second;
}

function lettersAndDigits(number: string): string {
  return number
    .normalize("NFKC")
    .toUpperCase()
    .replace(/\b(?:SIREN|SIRET|RCS|ICE|TVA|VAT|N[O°]?)\b/g, "")
    .replace(/[^\p{L}\p{N}]/gu, "");
}

/** The nine digits of a French company in its SIREN, its SIRET or its VAT number; null in any other number. */
function sirenOf(number: string): string | null {
  const compact = lettersAndDigits(number);
  const vat = /^FR[0-9A-Z]{2}(\d{9})$/.exec(compact);
  if (vat) return itemAt(vat, 1);
  return /^(?:\d{9}|\d{14})$/.test(compact) ? compact.slice(0, 9) : null;
}
