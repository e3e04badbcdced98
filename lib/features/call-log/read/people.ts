import { callsOf, keyOf, peopleIn, type CallPart } from "@/lib/domain/call-log/call-part";
import { KEY_BYTES } from "@/lib/domain/call-log/call-record";
import { outcomeOf, type CallOutcome } from "@/lib/domain/call-log/outcomes";
import { batchParts } from "@/lib/domain/call-log/part-batches";
import { makePersonCursor } from "@/lib/domain/call-log/person-cursor";
import type { PersonCall, PersonChoice } from "@/lib/domain/call-log/person-past";
import type { Tx } from "@/lib/platform/database/transaction";
import { findParts, findPartSizes, type LogPart } from "./call-parts";
import { findChoicesOf, hasChoices } from "./choices";

/** A log of the same professional, with what a person decided of its codes. */
export type LogOutcomes = { id: string; decided: Readonly<Record<string, CallOutcome>> };

export type PeopleAsked = {
  org: string;
  log: string;
  /** Logs whose calls count, the log itself among them. */
  logs: readonly LogOutcomes[];
  controllers: readonly string[];
  purpose: string;
};

/** A person of a log with every call and choice that counts, each in their order. */
export type Person = { key: Uint8Array; calls: PersonCall[]; choices: readonly PersonChoice[] };

/** Reads the persons of a log, part by part, of which some are fetched at once. */
export async function* readPeople(tx: Tx, asked: PeopleAsked): AsyncGenerator<Iterable<Person>> {
  const { org, log, controllers } = asked;
  const logs = asked.logs.map(({ id }) => id);
  const isChosen = await hasChoices(tx, controllers);
  const beside = await findPartSizes(
    tx,
    logs.filter((id) => id !== log),
  );
  for (const parts of batchParts(await findPartSizes(tx, [log]), beside)) {
    const found = [...(await findParts(tx, { org, logs, parts })).values()];
    const keys = isChosen ? found.flatMap((ofPart) => ownOf(ofPart, log)?.part.keys ?? []) : [];
    const choicesOf = keys.length > 0 ? await findChoicesOf(tx, joinKeys(keys), asked) : () => [];
    for (const ofPart of found) yield peopleOf(ofPart, asked, choicesOf);
  }
}

function ownOf(parts: readonly LogPart[], log: string): LogPart | undefined {
  return parts.find((one) => one.log === log);
}

function joinKeys(keys: readonly Uint8Array[]): Uint8Array {
  return Uint8Array.from(Buffer.concat(keys));
}

function* peopleOf(
  parts: readonly LogPart[],
  { log, logs }: PeopleAsked,
  choicesOf: (person: Uint8Array) => readonly PersonChoice[],
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
    yield { key, calls, choices: choicesOf(key) };
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
