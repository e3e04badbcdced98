import type { Fact } from "@/lib/domain/rights-request/facts";
import { countryOfNumber, readPhoneNumber } from "@/lib/features/choice/read/phone-number";
import type { Identifier } from "@/lib/features/choice/read/identifier";
import { identifiersIn } from "./identifiers";
import type { Person } from "./person";
import { readContacts } from "./written-contacts";

/** Numbers and addresses that a request names without doubt, as they were understood at its receipt. */
export function understoodContacts(person: Person | null): string[] {
  return person === null ? [] : certainOf(person).map(({ value }) => value);
}

/** Numbers of a request as they were understood at its receipt, in E.164, those in doubt among them. */
export function understoodNumbers(person: Person | null): string[] {
  if (person === null) return [];
  const known = [...certainOf(person), ...person.doubtful];
  return known.flatMap(({ kind, value }) => (kind === "telephone" ? value : []));
}

/** Requests of before hold what was written alone, which was read as French. */
function certainOf({ identifiers, doubtful, contact, calledNumber }: Person): Identifier[] {
  if (identifiers.length + doubtful.length > 0) return identifiers;
  return identifiersIn([contact, calledNumber], readPhoneNumber);
}

/** Number or address as a request writes it, with everything that it may be: numbers in E.164, an address once. */
export type WrittenNumber = {
  /** Place among the written contacts of the request, from 0. */
  place: number;
  written: string;
  readings: { kind: Identifier["kind"]; value: string; country: string }[];
};

/**
 * Reads the numbers that a request writes without their country, and addresses that nobody understood at its receipt, by the countries given and by those in which they were read at
 * the receipt; requests of before were read as French. Numbers of one reading, and those whose country the person named, are left
 * out, unless nobody understood them at the receipt.
 */
export function writtenNumbers(person: Person, countries: readonly string[]): WrittenNumber[] {
  const understood = [...person.identifiers, ...person.doubtful];
  const known = new Set(understood.map(({ value }) => value));
  const knownIn = understood.flatMap(({ kind, value }) =>
    kind === "telephone" ? [countryOfNumber(value) ?? []].flat() : [],
  );
  const readAtReceipt = knownIn.length > 0 ? knownIn : ["FR"];
  const national = person.numberCountry || null;
  const places = { countries: [...new Set([...readAtReceipt, ...countries])], national };
  const { contacts } = readContacts([person.contact, person.calledNumber], places);
  return contacts.flatMap(({ place, written, isWhole, readings: read }) => {
    const readings = read.map(({ kind, value }) => ({
      kind,
      value,
      country: kind === "telephone" ? (countryOfNumber(value) ?? "") : "",
    }));
    const isNew = !isWhole && readings.some(({ value }) => !known.has(value));
    return isNew || readings.length > 1 ? [{ place, written, readings }] : [];
  });
}

/** Numbers of a request without those that somebody said are another's: dropped as it was placed, or read as another country's. */
export function namedNumbers(person: Person | null, facts: readonly Fact[]): string[] {
  if (person === null) return [];
  const places = facts.findLast(({ kind }) => kind === "placed")?.value.dropped ?? [];
  const dropped = places.flatMap((place) => person.doubtful[place]?.value ?? []);
  const free = new Set([...dropped, ...facts.flatMap((fact) => freedBy(fact, facts, person))]);
  return understoodNumbers(person).filter((number) => !free.has(number));
}

/** Readings of a number that its last fact leaves to others. */
function freedBy({ kind, value, number }: Fact, facts: readonly Fact[], person: Person): string[] {
  const { numberPlace, readAs = [], readAmong = [] } = value;
  const isLast = !facts.some(
    (one) => one.kind === kind && one.value.numberPlace === numberPlace && one.number > number,
  );
  if (kind !== "number-read" || !isLast) return [];
  const written = writtenNumbers(person, readAmong).find(({ place }) => place === numberPlace);
  return (written?.readings ?? []).flatMap((one) => (readAs.includes(one.country) ? [] : one.value));
}
