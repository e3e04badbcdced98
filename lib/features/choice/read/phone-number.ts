import { parsePhoneNumberFromString } from "libphonenumber-js/max";

/** A number as somebody types it in France, in E.164: "06 12 34 56 78" is "+33612345678"; null where it is none. */
export function readPhoneNumber(text: string): string | null {
  const number = parsePhoneNumberFromString(text, "FR");
  return number?.isValid() ? number.number : null;
}
