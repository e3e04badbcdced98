import { z } from "zod";
import { IDENTIFIER_DOUBTS } from "./identifiers";
import { DEFAULT_LOCALE, LOCALES, type Locale } from "@/lib/i18n/locale";
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
  /** Country of a number without its code, ISO 3166, as the person chose it in the public form; "" where nobody did. */
  numberCountry: z.string().default(""),
  /** Numbers in E.164 and addresses, as they were read at the receipt; none of requests of before. */
  identifiers: z.array(z.object({ kind: z.enum(["telephone", "mail"]), value: z.string() })).default([]),
  /** Numbers and addresses that may be the person's as well: an objection ends it too, unless who places the request drops it. None of requests of before. */
  doubtful: z
    .array(
      z.object({
        kind: z.enum(["telephone", "mail"]),
        value: z.string(),
        doubt: z.enum(IDENTIFIER_DOUBTS),
      }),
    )
    .default([]),
});
/** Name and contact of whoever made the request: as little as the answer needs. */
export type Person = z.output<typeof personSchema>;
type StatedPerson = z.input<typeof personSchema>;

type Sealed = Buffer<ArrayBuffer>;

export function sealPerson(person: StatedPerson): Sealed | null {
  const { name, contact, doubtful = [] } = person;
  const isNobody = name === "" && contact === "" && doubtful.length === 0;
  return isNobody ? null : sealText(PURPOSE, JSON.stringify(person));
}

export function openPerson(sealed: Uint8Array | null): Person | null {
  return sealed === null ? null : personSchema.parse(JSON.parse(openSealed(PURPOSE, sealed)));
}

/** Language in which the person is answered: the one that they chose in the public form, and French where nobody did. */
export function answerLanguage(person: Person | null): Locale {
  return person?.language ?? DEFAULT_LOCALE;
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
