/**
 * Numbers of metropolitan France whose digits alone settle that they are valid: mobile and geographic ones, as the
 * metadata of libphonenumber have them. 0508 leads to Saint-Pierre-et-Miquelon, +508.
 */
const MOBILE = "(?:6(?:[0-24-8]\\d|3[0-8]|9[589])|7[3-9]\\d)\\d{6}";
const GEOGRAPHIC = "(?:(?:[13]\\d|2[0-57-9]|4[1-9]|5[1-8])\\d|50[0-79])\\d{6}";
const FRENCH = new RegExp(`^(?:0|\\+33|0033)(${MOBILE}|${GEOGRAPHIC})$`);

/** The number in E.164; null where its digits do not settle it, and a parser is to be asked. */
export function readFrenchNumber(digits: string): string | null {
  const found = FRENCH.exec(digits);
  return found ? `+33${found[1]}` : null;
}
