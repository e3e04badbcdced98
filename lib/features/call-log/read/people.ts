import { callsOf, countryOf, keyOf, peopleIn, type CallPart } from "@/lib/domain/call-log/call-part";
import { KEY_BYTES } from "@/lib/domain/call-log/call-record";
import { outcomeOf, type CallOutcome } from "@/lib/domain/call-log/outcomes";
import { batchParts } from "@/lib/domain/call-log/part-batches";
import { makePersonCursor } from "@/lib/domain/call-log/person-cursor";
import type { PersonCall, PersonChoice } from "@/lib/domain/call-log/person-past";
import type { Appointment } from "@/lib/domain/choice/appointment";
import type { Tx } from "@/lib/platform/database/transaction";
import { findPendingObjections } from "@/lib/features/choice/read/pending-objections";
import type { PendingObjection } from "@/lib/domain/choice/pending-objection";
import { findParts, findPartSizes, type LogPart } from "./call-parts";
import { findChoicesOf, hasChoices, type ChoicesOfPerson } from "./choices";

/** A log of the same professional, with what a person decided of its codes. */
export type LogOutcomes = { id: string; decided: Readonly<Record<string, CallOutcome>> };

export type PeopleAsked = {
  org: string;
  log: string;
  /** Logs whose calls count, the log itself among them. */
  logs: readonly LogOutcomes[];
  controllers: readonly string[];
  purpose: string;
  /** Instant until which objections whose controller is unknown were received, in milliseconds. */
  at: number;
};

/** A person of a log with every call and choice that counts, each in their order. */
export type Person = {
  key: Uint8Array;
  /** Country of the number, ISO 3166; "" where nobody knows. */
  country: string;
  calls: PersonCall[];
  choices: readonly PersonChoice[];
  appointments: readonly Appointment[];
};

/** Reads the persons of a log, part by part, of which some are fetched at once. */
export async function* readPeople(tx: Tx, asked: PeopleAsked): AsyncGenerator<Iterable<Person>> {
  const { org, log, controllers } = asked;
  const logs = asked.logs.map(({ id }) => id);
  const isChosen = await hasChoices(tx, controllers);
  const pending = await findPendingObjections(tx, null, asked.at);
  const beside = await findPartSizes(
    tx,
    logs.filter((id) => id !== log),
  );
  for (const parts of batchParts(await findPartSizes(tx, [log]), beside)) {
    const found = [...(await findParts(tx, { org, logs, parts })).values()];
    const keys = isChosen ? found.flatMap((ofPart) => ownOf(ofPart, log)?.part.keys ?? []) : [];
    const choicesOf = keys.length > 0 ? await findChoicesOf(tx, joinKeys(keys), asked) : () => NONE;
    const knownOf = (person: Uint8Array) => withPending(choicesOf(person), person, pending);
    for (const ofPart of found) yield peopleOf(ofPart, asked, pending.size > 0 ? knownOf : choicesOf);
  }
}

/** Adds objections that wait for their controller, 21(3): until they are placed they hold towards every one. */
function withPending(
  known: ChoicesOfPerson,
  person: Uint8Array,
  pending: ReadonlyMap<string, readonly PendingObjection[]>,
): ChoicesOfPerson {
  // Leaves out what is held in doubt: once somebody has read it, it is written from its receipt on.
  const held = pending.get(Buffer.from(person).toString("hex"))?.filter(({ isDoubtful }) => !isDoubtful);
  if (!held?.length) return known;
  const objections = held.map(({ receivedAt, channel }): PersonChoice => ({
    at: receivedAt,
    outcome: "refused",
    source: channel,
    validUntil: null,
    isOfOffer: false,
    hasProof: true,
    collectionId: null,
  }));
  const choices = [...known.choices, ...objections].toSorted((one, other) => one.at - other.at);
  return { ...known, choices };
}

const NONE: ChoicesOfPerson = { choices: [], appointments: [] };

function ownOf(parts: readonly LogPart[], log: string): LogPart | undefined {
  return parts.find((one) => one.log === log);
}

function joinKeys(keys: readonly Uint8Array[]): Uint8Array {
  return Uint8Array.from(Buffer.concat(keys));
}

function* peopleOf(
  parts: readonly LogPart[],
  { log, logs }: PeopleAsked,
  choicesOf: (person: Uint8Array) => ChoicesOfPerson,
): Generator<Person> {
  const own = ownOf(parts, log)?.part;
  if (!own) return;
  const decided = new Map(logs.map((one) => [one.id, one.decided]));
  const sources = parts.map((one) => callSource(one, decided.get(one.log) ?? {}, one.log === log));
  for (let person = 0; person < peopleIn(own); person += 1) {
    const key = keyOf(own, person);
    const calls: PersonCall[] = [];
    const filled = sources.filter((addCalls) => addCalls(own.keys, person * KEY_BYTES, calls));
    if (filled.length > 1) calls.sort((a, b) => a.at - b.at || a.line - b.line);
    yield { key, country: countryOf(own, person), calls, ...choicesOf(key) };
  }
}

/** Adds the calls of a person in one log, asked for in the order of the keys; says whether there were any. */
function callSource({ part }: LogPart, decided: LogOutcomes["decided"], isOwn: boolean) {
  const outcomes = part.codes.map((code) => outcomeOf(code, decided));
  const callsOfPerson = isOwn ? ownCalls(part) : makePersonCursor(part);
  return (keys: Uint8Array, from: number, calls: PersonCall[]): boolean => {
    const { begin, end } = callsOfPerson(keys, from);
    for (let call = begin; call < end; call += 1)
      calls.push({
        at: part.at[call] ?? 0,
        line: part.line[call] ?? 0,
        outcome: outcomes[part.codeAt[call] ?? 0] ?? "unknown",
        shown: part.shown[part.shownAt[call] ?? 0] ?? "",
        isOwn,
      });
    return end > begin;
  };
}

function ownCalls(part: CallPart) {
  return (_keys: Uint8Array, from: number) => callsOf(part, from / KEY_BYTES);
}
