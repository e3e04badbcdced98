import { addressIn, type Identifier } from "@/lib/features/choice/read/identifier";
import { findNumbers, withLatinFigures } from "@/lib/features/choice/read/numbers-in-text";
import { numberReadings, type NumberPlaces } from "@/lib/features/choice/read/phone-number";
import { isSpelledOut, lacksFigure, statesWhole, withoutDays } from "./unreadable";

/** Signs and words between two contacts that are typed in one field; a slash may also stand within a number. */
const BETWEEN = /[,;\n]|\s\/\s|\s(?:et|ou|and|or|و|أو)\s/;

/** Anything around an at sign, which is an address or none. */
const AROUND_AT = /[^\s<>()[\],;:"'/|]{1,64}@[^\s<>()[\],;:"'@/|]{1,190}/g;

/** Figures that somebody wrote together, be they a number or not. */
const FIGURES = /\d[\d\s.()/+-]{5,400}/g;

/** Figures from which on a part of a field is taken for a number, and the most that a number has, E.164. */
const [LEAST_FIGURES, MOST_FIGURES] = [6, 15];

/** Figures after a number that stand for a second one: "06 12 34 56 81/82"; each number found is written "|". */
const SECOND = /\|\s{0,3}(?:[/&+-]|ou|or|et|and|و|أو)\s{0,3}(\d{1,5})(?![\d\p{L}])/gu;
const FEW_FIGURES = /^\s*\d{1,5}\s*$/;

/** Number or address as it is written in a field, with everything that it may be. */
export type WrittenContact = {
  /** Place in the fields, from 0: of a part that is one contact its number, of others one after all parts. */
  place: number;
  isWhole: boolean;
  written: string;
  readings: Identifier[];
};

export type ReadContacts = {
  contacts: WrittenContact[];
  /** Figures and addresses that are read as nothing: under none of them an objection would hold. */
  unread: string[];
};

/**
 * Reads every number and address that fields hold: parts that are one contact, and within the others what stands among words
 * and signs of any kind.
 */
export function readContacts(fields: readonly string[], places: NumberPlaces): ReadContacts {
  const readingsOf = numberReadings(places);
  const parts = partsOf(fields);
  const found: ReadContacts = { contacts: [], unread: [] };
  // Places do not move with the countries by which the fields are read.
  let groups = parts.length;
  let isAfterNumber = false;
  for (const [place, part] of parts.entries()) {
    const address = addressIn(part);
    const numbers = address === null && isOneNumber(part) ? readingsOf(part) : [];
    const whole =
      address === null ? numbers.filter((number) => statesWhole(part, number)).map(numberOf) : [address];
    if (whole.length > 0)
      found.contacts.push({ place, isWhole: true, written: part.trim(), readings: whole });
    else if (isSpelledOut(part) || lacksFigure(part) || (isAfterNumber && FEW_FIGURES.test(part)))
      found.unread.push(part.trim());
    else {
      const within = searchPart(part, places);
      found.contacts.push(...within.contacts.map((one) => ({ ...one, place: groups + one.place })));
      found.unread.push(...within.unread);
    }
    groups += groupsOf(part);
    isAfterNumber = address === null && whole.length > 0;
  }
  return found;
}

/** True of a part that is figures and signs alone: what stands beside words may be a day or a reference. */
function isOneNumber(part: string): boolean {
  return (
    !/[@\p{L}]/u.test(part) &&
    figuresOf(part) <= MOST_FIGURES &&
    !lacksFigure(part) &&
    withoutDays(part).trim() !== ""
  );
}

function searchPart(part: string, places: NumberPlaces): ReadContacts {
  const addresses = addressesIn(part);
  const words = withoutDays(part.replaceAll(AROUND_AT, (found) => " ".repeat(found.length)));
  const numbers = findNumbers(words, places);
  let rest = words;
  for (const { start, end } of numbers.toReversed()) rest = `${rest.slice(0, start)}|${rest.slice(end)}`;
  const figures = [...rest.matchAll(FIGURES)].map(([run]) => run.trim());
  return {
    contacts: [
      ...addresses.flatMap(({ start, written, address }) =>
        address === null ? [] : [contactAt(part, { start, written, readings: [address] })],
      ),
      ...numbers.map(({ start, end, numbers: values }) =>
        contactAt(part, { start, written: part.slice(start, end), readings: values.map(numberOf) }),
      ),
    ],
    unread: [
      ...addresses.flatMap(({ written, address }) => (address === null ? written : [])),
      ...(rest.includes("@") ? [rest.trim()] : []),
      ...figures.filter((run) => figuresOf(run) >= LEAST_FIGURES),
      ...[...rest.matchAll(SECOND)].flatMap(([, second]) => second ?? []),
    ],
  };
}

type At = Pick<WrittenContact, "written" | "readings"> & { start: number };

function contactAt(part: string, { start, written, readings }: At): WrittenContact {
  return { place: groupsOf(part.slice(0, start)), isWhole: false, written, readings };
}

/** Anything around an at sign in a text, with the address that it is; null where it is none. */
export function addressesIn(text: string): { start: number; written: string; address: Identifier | null }[] {
  return [...text.matchAll(AROUND_AT)].map(({ 0: written, index }) => ({
    start: index,
    written,
    // A sentence ends in a sign that is none of its last address.
    address: addressIn(written.replace(/[.!?…]{1,9}$/, "")),
  }));
}

export function withoutAddresses(text: string): string {
  return text.replaceAll(AROUND_AT, " ");
}

export function partsOf(stated: readonly string[]): string[] {
  return stated.flatMap((one) => one.split(BETWEEN));
}

function numberOf(value: string): Identifier {
  return { kind: "telephone", value };
}

function figuresOf(text: string): number {
  return withLatinFigures(text).replace(/\D/g, "").length;
}

function groupsOf(text: string): number {
  return withLatinFigures(text).match(/\d+|@/g)?.length ?? 0;
}
