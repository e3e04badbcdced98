import { parsePhoneNumberFromString } from "libphonenumber-js/max";
import { TERRITORIES, type Territory } from "@/lib/domain/telephone-prospecting/territories";

/** A number as somebody types it in France, in E.164: "06 12 34 56 78" is "+33612345678"; null where it is none. */
export function readPhoneNumber(text: string): string | null {
  const number = parsePhoneNumberFromString(text, "FR");
  return number?.isValid() ? number.number : null;
}

/** French territories whose numbering plan a number in E.164 is of; none where it is of another country. */
export function territoriesOfNumber(number: string): Territory[] {
  const country = parsePhoneNumberFromString(number)?.country;
  return TERRITORIES.filter((territory) => territory === country);
}
