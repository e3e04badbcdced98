import type { Fact } from "@/lib/domain/rights-request/facts";
import { STOPPING_RIGHTS } from "@/lib/domain/rights-request/rights";
import { stopOfRequest } from "@/lib/domain/rights-request/stop-words";
import { findCountriesOfPersons } from "@/lib/features/choice/read/controller-country";
import { STANDING } from "@/lib/features/choice/read/standing";
import { everyKeyOf } from "@/lib/platform/secrets/person-key";
import type { Tx } from "@/lib/platform/database/transaction";
import { writtenNumbers, type WrittenNumber } from "./number-readings";
import { openPerson, type Person } from "./person";
import type { RequestRow } from "./queries";

type Reading = WrittenNumber["readings"][number] & {
  /** Its objection stands in the register of choices. */
  isWritten: boolean;
};

/** A number of several readings, of a request whose controller is named. */
export type NumberToRead = Omit<WrittenNumber, "readings"> & {
  readings: Reading[];
  /** Readings that a person chose last, the only one or all; null while nobody has. */
  chosen: string[] | null;
  /** Its objection is missing under a reading that no person has settled or dropped. */
  isDoubted: boolean;
};

type Placed = Pick<
  RequestRow,
  "orgId" | "reference" | "rights" | "stopQuestion" | "contactSealed" | "controllerId"
>;

/** Numbers of an objection or a withdrawal that may be of several countries, those of its controller's persons among them. */
export async function findNumbersToRead(
  tx: Tx,
  row: Placed,
  facts: readonly Fact[],
): Promise<NumberToRead[]> {
  const person = openPerson(row.contactSealed);
  if (person === null || row.controllerId === null || stopOfRequest(row) === null) return [];
  const countries = (await findCountriesOfPersons(tx, row.controllerId)) ?? [];
  const numbers = writtenNumbers(person, countries);
  if (numbers.length === 0) return [];
  const written = await findWritten(tx, row, numbers);
  const dropped = droppedOf(person, facts);
  return numbers.map(({ readings, ...number }) => {
    const shown = readings.map((one) => ({ ...one, isWritten: written.has(one.value) }));
    const read = facts.findLast(
      ({ kind, value }) => kind === "number-read" && value.numberPlace === number.place,
    )?.value;
    const settled = read?.readAmong;
    const among = shown.filter(({ country }) => country === "" || settled?.includes(country));
    const isEvery = read !== undefined && read.readAs?.length === settled?.length;
    const chosen = isEvery ? among : among.filter(({ country }) => read?.readAs?.includes(country));
    const isOpen = ({ value, country, isWritten }: Reading) =>
      !isWritten && !dropped.has(value) && !settled?.includes(country);
    return {
      ...number,
      readings: shown,
      chosen: read ? chosen.map(({ value }) => value) : null,
      isDoubted: shown.some(isOpen),
    };
  });
}

/** Readings whose refusal stands, by the reference that is its proof. */
async function findWritten(
  tx: Tx,
  { orgId, reference }: Placed,
  numbers: readonly WrittenNumber[],
): Promise<Set<string>> {
  const keysOf = everyKeyOf(orgId);
  const byKey = new Map(
    numbers.flatMap(({ readings }) =>
      readings.flatMap(({ value }) => keysOf(value).map((key) => [key, value] as const)),
    ),
  );
  const rows = await tx.choice.findMany({
    where: {
      personKey: { in: [...byKey.keys()].map((key) => Uint8Array.from(Buffer.from(key, "hex"))) },
      proof: reference,
      ...STANDING,
    },
    select: { personKey: true },
  });
  return new Set(rows.flatMap((row) => byKey.get(Buffer.from(row.personKey).toString("hex")) ?? []));
}

/** Lists what whoever placed the request said is not the person's. */
function droppedOf({ doubtful }: Person, facts: readonly Fact[]): Set<string> {
  const places = facts.findLast(({ kind }) => kind === "placed")?.value.dropped ?? [];
  return new Set(places.flatMap((place) => doubtful[place]?.value ?? []));
}

/** Requests whose numbers a job reads again, after one of them. */
export function findStoppingRequests(tx: Tx, after: string | null) {
  return tx.rightsRequest.findMany({
    where: {
      contactSealed: { not: null },
      state: { not: "not-ours" },
      // A request that waits is held under readings that come with the countries of new clients and campaigns.
      AND: [
        { OR: [{ rights: { hasSome: STOPPING_RIGHTS } }, { stopQuestion: { in: ["open", "meant"] } }] },
        { OR: [{ numberDoubtedAt: null }, { controllerId: null }, { stopQuestion: "open" }] },
      ],
      ...(after !== null && { id: { gt: after } }),
    },
    orderBy: { id: "asc" },
    take: MOST_AT_ONCE,
  });
}
const MOST_AT_ONCE = 200;
