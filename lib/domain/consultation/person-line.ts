import { CONSULTED_LANGUAGES, type ConsultedLanguage } from "./content";

/** Cells of one line of a file of people, as they are written. */
export type PersonCells = Record<"number" | "email" | "language", string>;

/** Reasons for which a line is refused, in the order in which they are looked for. */
export const PERSON_REFUSALS = ["number", "country", "email", "contact", "numberWanted", "language"] as const;
export type PersonRefusal = (typeof PERSON_REFUSALS)[number];

export type PersonLine = {
  number: string | null;
  email: string | null;
  language: ConsultedLanguage;
};

/** Matches one mailbox: a name, "@", a domain with a dot. Whether it receives is told by what comes back. */
const EMAIL = /^[^\s@<>(),;:"]{1,64}@[^\s@<>(),;:"]+\.[^\s@<>(),;:".]{2,}$/;
const MOST_EMAIL = 254;

/**
 * Reads a line whose number is `number` in E.164, null where it is none. Choices about calls are looked up by number: where
 * `isCalled`, a line without one would bring answers that nobody finds, and is refused.
 */
export function readPersonLine(
  cells: PersonCells,
  { number, isCalled }: { number: string | null; isCalled: boolean },
): PersonLine | PersonRefusal {
  const email = cells.email.trim().toLowerCase();
  const language = cells.language.trim().toLowerCase();
  if (cells.number.trim() !== "" && number === null) return "number";
  if (email !== "" && (email.length > MOST_EMAIL || !EMAIL.test(email))) return "email";
  if (number === null && email === "") return "contact";
  if (number === null && isCalled) return "numberWanted";
  const read = CONSULTED_LANGUAGES.find((one) => one === (language || "fr"));
  if (!read) return "language";
  return { number, email: email || null, language: read };
}
