import { z } from "zod";
import { readPhoneNumber, type NumberReader } from "./phone-number";

/** Telephone number in E.164 or e-mail address, under whose key a person is found again. */
export type Identifier = { kind: "telephone" | "mail"; value: string };

/**
 * Reads what somebody typed or a file holds, a number by the country of its reader; null for any other contact. The figures
 * of an address are no number.
 */
export function identifierIn(contact: string, readNumber: NumberReader = readPhoneNumber): Identifier | null {
  if (contact.includes("@")) return addressIn(contact);
  const number = readNumber(contact);
  return number === null ? addressIn(contact) : { kind: "telephone", value: number };
}

export function addressIn(contact: string): Identifier | null {
  const address = z.email().max(254).safeParse(contact.trim().toLowerCase());
  return address.success ? { kind: "mail", value: address.data } : null;
}
