import { z } from "zod";
import { LOCALES } from "@/lib/i18n/locale";
import { openSealed, sealText } from "@/lib/platform/secrets/seal";

const PURPOSE = "rights-request";

const personSchema = z.object({
  name: z.string(),
  contact: z.string(),
  /** Language to answer in, where the person chose one. */
  language: z.enum(LOCALES).nullable().default(null),
  /** Client of the processor, as the person wrote it in the public form: a stranger may write anything, so it is sealed. */
  client: z.string().default(""),
  /** Number on which the person is called and objects to it, where the contact is another. */
  calledNumber: z.string().default(""),
});
/** Name and contact of whoever made the request: as little as the answer needs. */
export type Person = z.output<typeof personSchema>;
type StatedPerson = z.input<typeof personSchema>;

type Sealed = Buffer<ArrayBuffer>;

export function sealPerson(person: StatedPerson): Sealed | null {
  return person.name === "" && person.contact === "" ? null : sealText(PURPOSE, JSON.stringify(person));
}

export function openPerson(sealed: Uint8Array | null): Person | null {
  return sealed === null ? null : personSchema.parse(JSON.parse(openSealed(PURPOSE, sealed)));
}

export function sealWords(words: string): Sealed | null {
  return words === "" ? null : sealText(PURPOSE, words);
}

export function openWords(sealed: Uint8Array | null): string {
  return sealed === null ? "" : openSealed(PURPOSE, sealed);
}

/** Returns what the person said of the client of the processor that they mean, whoever wrote it down. */
export function identifyingHintOf({
  clue,
  contactSealed,
}: {
  clue: string;
  contactSealed: Uint8Array | null;
}): string {
  return clue === "" ? (openPerson(contactSealed)?.client ?? "") : clue;
}
