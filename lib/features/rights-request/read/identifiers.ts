import { numbersInText } from "@/lib/features/choice/read/numbers-in-text";
import { identifierIn, type Identifier } from "@/lib/features/choice/read/identifier";
import type { NumberPlaces, NumberReader } from "@/lib/features/choice/read/phone-number";
import { everyKeyOf } from "@/lib/platform/secrets/person-key";
import { withoutDays } from "./unreadable";
import { addressesIn, partsOf, readContacts, withoutAddresses } from "./written-contacts";

/** Numbers and addresses that one request may hold; a text of any length names few. */
const MOST_DOUBTFUL = 60;

/** Reasons for which nobody knows yet whether it is the person's: its country is not said, or the person wrote it among the words. */
export const IDENTIFIER_DOUBTS = ["country", "words"] as const;
export type DoubtfulIdentifier = Identifier & { doubt: (typeof IDENTIFIER_DOUBTS)[number] };

/** Numbers and addresses that a request names, once each: under all of them an objection holds until it is placed, 21(3). */
export type NamedIdentifiers = {
  certain: Identifier[];
  doubtful: DoubtfulIdentifier[];
  /** Figures and addresses of the fields that are read as none: nothing holds under them. */
  unread: string[];
};

/**
 * Reads every number and address that a request names, once each: under any of them the person is found, and an objection
 * holds, 21(3). What is neither is left out.
 */
export function identifiersIn(stated: readonly string[], readNumber: NumberReader): Identifier[] {
  return once(partsOf(stated).flatMap((part) => identifierIn(part, readNumber) ?? []));
}

/**
 * Reads the fields of a request and, where it objects, its words. A number without a country that several have is named in
 * doubt in each of them; so is what the words name.
 */
export function identifiersNamed(
  { fields, words = "" }: { fields: readonly string[]; words?: string },
  places: NumberPlaces,
): NamedIdentifiers {
  const certain: Identifier[] = [];
  const doubtful: DoubtfulIdentifier[] = [];
  const { contacts, unread } = readContacts(fields, places);
  for (const { readings } of contacts)
    if (readings.length === 1) certain.push(...readings);
    else doubtful.push(...readings.map(({ kind, value }) => ({ kind, value, doubt: "country" as const })));
  for (const { address } of addressesIn(words))
    if (address !== null) doubtful.push({ kind: address.kind, value: address.value, doubt: "words" });
  const known = new Set(certain.map(({ value }) => value));
  for (const values of numbersInText(withoutDays(withoutAddresses(words)), places))
    if (!values.some((value) => known.has(value)))
      doubtful.push(
        ...values.map((value) => ({ kind: "telephone" as const, value, doubt: "words" as const })),
      );
  const others = once(doubtful).filter(({ value }) => !known.has(value));
  return { certain: once(certain), doubtful: others.slice(0, MOST_DOUBTFUL), unread };
}

/**
 * Keys of a request: those by which its person is found again, a number before an address, which nobody dials; and those of
 * everything else that it names, under which an objection holds besides, with the other keys of each.
 */
export function keysOfRequest(org: string, { certain, doubtful }: Omit<NamedIdentifiers, "unread">) {
  const [first, other] = keyedBy(certain);
  const others = [...certain, ...doubtful].filter((one) => one !== first && one !== other);
  const keysOf = everyKeyOf(org);
  const [own, beside] = [first, other].map((one) => (one ? keysOf(one.value) : []));
  const held = [
    ...(own ?? []).slice(1),
    ...(beside ?? []).slice(1),
    ...others.flatMap(({ value }) => keysOf(value)),
  ];
  return {
    personKey: bytesOf(own?.[0]),
    otherKey: bytesOf(beside?.[0]),
    heldKeys: held.flatMap((key) => bytesOf(key) ?? []),
  };
}

type Holding = {
  orgId: string;
  personKey: Uint8Array | null;
  otherKey: Uint8Array | null;
  heldKeys: readonly Uint8Array[];
};

/** Keys of values of which nothing is held yet, under any of their keys. */
export function unheldKeys(row: Holding, values: readonly string[]): Buffer<ArrayBuffer>[] {
  const held = new Set(
    [row.personKey, row.otherKey, ...row.heldKeys].flatMap((key) =>
      key ? Buffer.from(key).toString("hex") : [],
    ),
  );
  const named = values.map(everyKeyOf(row.orgId)).filter((keys) => !keys.some((key) => held.has(key)));
  return [...new Set(named.flat())].flatMap((key) => bytesOf(key) ?? []);
}

function bytesOf(key: string | undefined): Buffer<ArrayBuffer> | null {
  return key === undefined ? null : Buffer.from(key, "hex");
}

/** Identifier under whose key the person is found first, and the other: a number before an address, which nobody dials. */
export function keyedBy(identifiers: readonly Identifier[]): [Identifier | null, Identifier | null] {
  const [first = null, ...others] = identifiers.toSorted((a, b) => rank(a) - rank(b));
  const other = others.find(({ kind }) => kind !== first?.kind) ?? others[0] ?? null;
  return [first, other];
}

function rank({ kind }: Identifier): number {
  return kind === "telephone" ? 0 : 1;
}

/** Keeps the first of each value. */
function once<One extends Identifier>(found: readonly One[]): One[] {
  return [...new Map(found.toReversed().map((one) => [one.value, one])).values()].toReversed();
}
