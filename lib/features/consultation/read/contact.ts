import { openSealed } from "@/lib/platform/secrets/seal";
import { linkToken } from "@/lib/platform/secrets/link-token";
import { env } from "@/lib/platform/environment/env";

/** Number and address of a person, as the file gave them. */
export type Contact = { number: string | null; email: string | null };

export function openContact(sealed: Uint8Array): Contact {
  return JSON.parse(openSealed("consultation", sealed)) as Contact;
}

/** Address of the page of a person's link. */
export function linkOf(personId: string): string {
  return `${env().AMANA_URL}/answer/${linkToken("consultation", personId)}`;
}
