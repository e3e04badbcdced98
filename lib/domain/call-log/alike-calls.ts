import { houseVersionAt, spanOf, type HouseHistory } from "@/lib/domain/telephone-prospecting/house-history";
import type { DayNumbers } from "./day-numbers";
import type { CallPast, PersonCall } from "./person-past";

/** A call by its line, and the key of its person. */
export type NamedCall = { line: number; at: number; person: Uint8Array };

/** Calls of a log in one span, under one version of the house, of which law and house are told the same. */
export type AlikeCalls = {
  /** Past of one of them: of the others nothing differs that is asked. */
  past: CallPast;
  shown: string;
  /** Country of the numbers called, ISO 3166; "" where nobody knows. */
  country: string;
  count: number;
  first: number;
  last: number;
  /** The first of their lines. */
  sample: NamedCall;
};

/** Numbers that a log shows, at most. */
const MOST_SHOWN = 65_536;
/** Countries of the numbers of a log, at most. */
const MOST_COUNTRIES = 256;
/** Groups that are held at once. */
const MOST_GROUPS = 50_000;

/**
 * Gathers calls that are judged alike and gives them on. Without an agreement or an appointment, a rule asks of a refusal on which day it was,
 * and of an objection whether it was.
 */
export function groupAlikeCalls(
  { houses, daysOf }: { houses: HouseHistory; daysOf: (country: string) => DayNumbers },
  onGroup: (group: AlikeCalls) => void,
) {
  const span = spanOf(houses);
  const groups = new Map<number, Map<number, AlikeCalls>>();
  let count = 0;
  const dayLists = numberEach<readonly number[]>();
  const numbers = numberEach<string>();
  const countries = numberEach<string>();
  const flush = () => {
    for (const ofSpan of groups.values()) for (const group of ofSpan.values()) onGroup(group);
    groups.clear();
    count = 0;
  };
  const spanGroups = (at: number) => {
    const number = Math.floor(at / span) * (houses.length + 1) + houseVersionAt(houses, at);
    const found = groups.get(number) ?? new Map<number, AlikeCalls>();
    groups.set(number, found);
    return found;
  };
  // Avoids text, which would be made of every call.
  const keyOf = (call: PersonCall, past: CallPast, country: string): number => {
    const { attempts, refusal, objection, isUnknown } = past;
    const refused = refusal === null ? 0 : dayLists(daysOf(country)(refusal)) + 1;
    const said = Number(isUnknown) * 2 + Number(objection !== null);
    const place = refused * MOST_COUNTRIES + countries(country);
    return (place * MOST_SHOWN + numbers(call.shown)) * 64 + attempts * 8 + said;
  };
  return {
    add(call: PersonCall, past: CallPast, { key: person, country }: CalledPerson): void {
      const alone = () => ({ ...groupOf(call, past, person), country });
      if (past.allowed || past.appointment) return onGroup(alone());
      const ofSpan = spanGroups(call.at);
      const key = keyOf(call, past, country);
      const group = ofSpan.get(key);
      if (group) return addTo(group, call, person);
      ofSpan.set(key, alone());
      count += 1;
      if (count >= MOST_GROUPS) flush();
    },
    flush,
  };
}

/** Key of a person, and country of its number. */
type CalledPerson = { key: Uint8Array; country: string };

function groupOf({ at, line, shown }: PersonCall, past: CallPast, person: Uint8Array) {
  return { past, shown, count: 1, first: at, last: at, sample: nameCall(line, at, person) };
}

function addTo(group: AlikeCalls, { at, line }: PersonCall, person: Uint8Array): void {
  group.count += 1;
  if (at < group.first) group.first = at;
  if (at > group.last) group.last = at;
  if (line < group.sample.line) group.sample = nameCall(line, at, person);
}

/** Copies the key: it is a view of a whole part, which would stay in memory with it. */
function nameCall(line: number, at: number, person: Uint8Array): NamedCall {
  return { line, at, person: new Uint8Array(person) };
}

function numberEach<T>() {
  const numbers = new Map<T, number>();
  return (value: T): number => {
    let number = numbers.get(value);
    if (number === undefined) numbers.set(value, (number = numbers.size));
    return number;
  };
}
