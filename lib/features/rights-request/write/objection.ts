import { stopOfRequest } from "@/lib/domain/rights-request/stop-words";
import { isStopped, type Channel, type StopExtent } from "@/lib/domain/rights-request/rights";
import type { StopLimits } from "@/lib/domain/rights-request/extent";
import type { ChoiceSource } from "@/lib/domain/choice/choices";
import type { RequestRow } from "@/lib/features/rights-request/read/queries";
import type { ChoiceAct } from "@/lib/domain/choice/choices";
import type { Identifier } from "@/lib/features/choice/read/identifier";
import { findCountriesOfPersons } from "@/lib/features/choice/read/controller-country";
import { readPhoneNumber } from "@/lib/features/choice/read/phone-number";
import { identifiersIn, identifiersNamed } from "@/lib/features/rights-request/read/identifiers";
import { openPerson, openWords, type Person } from "@/lib/features/rights-request/read/person";
import { addChoice } from "@/lib/features/choice/write/add-choice";
import { timesOf } from "@/lib/features/choice/write/times-of";
import { keyedForms } from "@/lib/platform/secrets/keyed-forms";
import type { Unit } from "@/lib/platform/versioned/definition";

const SOURCES: Record<Channel, ChoiceSource> = {
  telephone: "call",
  "e-mail": "email",
  letter: "letter",
  "public-form": "form",
  portal: "portal",
};

/** Acts of marketing to a number and to an address: a number is called and written to. */
const ACTS: Record<Identifier["kind"], readonly ("telephone" | "mail")[]> = {
  telephone: ["telephone", "mail"],
  mail: ["mail"],
};

/** Acts that an objection or a withdrawal ends, by each number and address that it names. */
export function objectedActs(
  identifiers: readonly Identifier[],
  extent: StopExtent = "everything",
): { contact: string; act: ChoiceAct }[] {
  return identifiers.flatMap(({ kind, value }) =>
    ACTS[kind].filter((act) => isStopped(act, extent)).map((act) => ({ contact: value, act })),
  );
}

/**
 * Lists the numbers and addresses that an objection ends: those named, and those that may be the person's and that nobody
 * dropped. A number whose country nobody chose is read by the countries of its controller too, once that is known: what was
 * read while it was unknown, or as French alone before, may be another's.
 */
function stoppedOf(
  person: Person,
  words: string,
  { dropped, countries }: { dropped: readonly number[]; countries: readonly string[] },
): Identifier[] {
  const fields = [person.contact, person.calledNumber];
  const { identifiers, doubtful } = person;
  const kept = [...identifiers, ...doubtful.filter((_, place) => !dropped.includes(place))];
  const known = kept.length + dropped.length > 0 ? kept : identifiersIn(fields, readPhoneNumber);
  const isChosen = person.numberCountry !== "" || countries.length === 0;
  if (isChosen && words === "") return known;
  const places = isChosen ? { countries: [person.numberCountry || "FR"] } : { countries };
  const read = identifiersNamed({ fields: isChosen ? [] : fields, words }, places);
  // A number that was read otherwise before is the same one.
  const isListed = new Set([...known, ...doubtful].map(({ value }) => keyedForms(value)[0]));
  return [
    ...known,
    ...[...read.certain, ...read.doubtful].filter(({ value }) => !isListed.has(keyedForms(value)[0])),
  ];
}

/**
 * Writes an objection, 21(1) and (2), or a withdrawal of an agreement, 7(3), into the register of choices as soon as its
 * controller is known, whatever becomes of the request, under each number and address that the request names: all marketing,
 * or the extent to which a person narrowed it.
 */
export async function stopContact(
  unit: Unit,
  row: RequestRow,
  { dropped = [], ...stops }: Omit<Stops, "identifiers"> & { dropped?: number[] },
): Promise<void> {
  const person = openPerson(row.contactSealed);
  if (person === null) return;
  const countries = (await findCountriesOfPersons(unit.tx, stops.controllerId)) ?? [];
  // Reads the words too: those of a request that somebody asked about later were not read at its receipt.
  const words = row.stopQuestion === "meant" ? openWords(row.wordsSealed) : "";
  await writeStops(unit, row, { ...stops, identifiers: stoppedOf(person, words, { dropped, countries }) });
}

type Stops = StopLimits & { controllerId: string; identifiers: readonly Identifier[] };

/** Adds the refusals or withdrawals of a request under numbers and addresses; none where the request ends no contact. */
export async function writeStops(
  unit: Unit,
  row: Pick<RequestRow, "rights" | "stopQuestion" | "channel" | "reference" | "receivedAt">,
  { controllerId, extent, purpose, times, identifiers }: Stops,
): Promise<void> {
  const outcome = stopOfRequest(row);
  if (outcome === null) return;
  const countries = times ? ((await findCountriesOfPersons(unit.tx, controllerId)) ?? []) : [];
  for (const objected of objectedActs(identifiers, extent))
    await addChoice(unit, {
      ...objected,
      controllerId,
      purpose,
      outcome,
      // The database admits no other channel.
      source: SOURCES[row.channel as Channel],
      proof: row.reference,
      validUntil: null,
      ...(times && { times: timesOf(times, objected.contact, countries) }),
      decidedAt: row.receivedAt,
    });
}
