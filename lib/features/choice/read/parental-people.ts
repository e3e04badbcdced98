import { z } from "zod";
import { env } from "@/lib/platform/environment/env";
import { linkToken } from "@/lib/platform/secrets/link-token";
import { personKey } from "@/lib/platform/secrets/person-key";
import { openSealed, sealText } from "@/lib/platform/secrets/seal";

const PURPOSE = "parental-authorisation";

/** The address is blank where none was given; rows of before there were links have none. */
const peopleSchema = z.object({ parent: z.string(), born: z.string(), email: z.string().default("") });
/** Holder of parental responsibility by name and address, and the child's birthdate. */
export type ParentalPeople = z.output<typeof peopleSchema>;

export function sealPeople(people: ParentalPeople): Buffer<ArrayBuffer> {
  return sealText(PURPOSE, JSON.stringify(people));
}

/** Null once they are erased. */
export function openPeople(sealed: Uint8Array | null): ParentalPeople | null {
  return sealed && peopleSchema.parse(JSON.parse(openSealed(PURPOSE, sealed)));
}

/** Keyed hash of holder and birthdate, 32 bytes: whoever names both later is compared with what is stored as evidence. */
export function digestPeople(org: string, { parent, born }: ParentalPeople): Buffer<ArrayBuffer> {
  return personKey(org, JSON.stringify([parent.trim().toLowerCase(), born]));
}

export function parentalToken(personId: string): string {
  return linkToken("parental", personId);
}

/** Address of the page of a holder's link. */
export function parentalLink(personId: string): string {
  return `${env().AMANA_URL}/parents/${parentalToken(personId)}`;
}
