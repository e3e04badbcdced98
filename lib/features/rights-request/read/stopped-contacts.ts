import { stopOfRequest } from "@/lib/domain/rights-request/stop-words";
import {
  findCountriesOfClients,
  findCountriesOfPersons,
} from "@/lib/features/choice/read/controller-country";
import { placesOfAnyClient } from "@/lib/features/choice/read/phone-number";
import { STANDING } from "@/lib/features/choice/read/standing";
import type { Tx } from "@/lib/platform/database/transaction";
import { everyKeyOf } from "@/lib/platform/secrets/person-key";
import { understoodContacts, understoodNumbers, type WrittenNumber } from "./number-readings";
import { identifiersNamed } from "./identifiers";
import { openPerson, openWords } from "./person";
import type { RequestRow } from "./queries";

/**
 * Contacts that an objection or a withdrawal stops, read from the keys that are held: those of the request until it is placed, 21(3), and
 * from then on the choices that name it as their proof.
 */
export type StoppedContacts = {
  /** False: no number and no address is stopped. */
  isAnyHeld: boolean;
  /** Contacts that are stopped, of those that the request names; none once the person is erased. */
  values: string[];
};

/** Null of a request that ends no contact, or that nobody's is. */
export async function findStoppedContacts(
  tx: Tx,
  row: RequestRow,
  numbers: readonly WrittenNumber[] = [],
): Promise<StoppedContacts | null> {
  const isSetAside = row.controllerId === null && row.state !== "received";
  if ((stopOfRequest(row) === null && row.stopQuestion !== "open") || row.state === "not-ours" || isSetAside)
    return null;
  const person = openPerson(row.contactSealed);
  const alsoRead = numbers.flatMap(({ readings }) => readings.map(({ value }) => value));
  const doubtful = person?.doubtful.map(({ value }) => value) ?? [];
  const worded = row.stopQuestion === null ? [] : await findWorded(tx, row);
  const named = [
    ...understoodContacts(person),
    ...understoodNumbers(person),
    ...doubtful,
    ...alsoRead,
    ...worded,
  ];
  const keysFor = everyKeyOf(row.orgId);
  const byKey = new Map(named.flatMap((value) => keysFor(value).map((key) => [key, value] as const)));
  if (row.controllerId === null || row.stopQuestion === "open") {
    const held = keysOf(row);
    return {
      isAnyHeld: held.length > 0,
      values: [...new Set(held.flatMap((key) => byKey.get(hexOf(key)) ?? []))],
    };
  }
  const choices = await tx.choice.findMany({
    where: { proof: row.reference, personKey: { in: [...byKey.keys()].map(bytesOf) }, ...STANDING },
    select: { personKey: true },
  });
  const values = choices.flatMap((choice) => byKey.get(hexOf(choice.personKey)) ?? []);
  const isAnyHeld = values.length > 0 || (await isWritten(tx, row));
  // A person who was erased cannot be completed.
  return !isAnyHeld && row.erasedAt !== null ? null : { isAnyHeld, values: [...new Set(values)] };
}

/** Numbers and addresses that the words of a request name, of which a receipt of before read nothing. */
async function findWorded(tx: Tx, { controllerId, wordsSealed }: RequestRow): Promise<string[]> {
  const places =
    controllerId === null
      ? placesOfAnyClient(await findCountriesOfClients(tx))
      : { countries: (await findCountriesOfPersons(tx, controllerId)) ?? [] };
  const { doubtful } = identifiersNamed({ fields: [], words: openWords(wordsSealed) }, places);
  return doubtful.map(({ value }) => value);
}

/** Ids of open requests that end contact and under which nothing is held; one whose person is erased cannot be completed. */
export async function findUnheldStops(tx: Tx, rows: readonly RequestRow[]): Promise<Set<string>> {
  const stopping = rows.filter(
    (row) =>
      stopOfRequest(row) !== null &&
      row.erasedAt === null &&
      row.state !== "not-ours" &&
      row.state !== "closed",
  );
  const unheld = new Set(
    stopping.filter((row) => row.controllerId === null && keysOf(row).length === 0).map(({ id }) => id),
  );
  const placed = stopping.filter(({ controllerId }) => controllerId !== null);
  const found = await tx.choice.findMany({
    where: {
      proof: { in: placed.map(({ reference }) => reference) },
      personKey: { in: placed.flatMap(keysOf) },
      ...STANDING,
    },
    select: { proof: true },
    distinct: ["proof"],
  });
  const written = new Set(found.map(({ proof }) => proof));
  // Read one by one: few are written under other keys than those of the request.
  for (const row of placed)
    if (!written.has(row.reference) && !(await isWritten(tx, row))) unheld.add(row.id);
  return unheld;
}

/** True where the register of choices names the request as a proof, under whatever number. */
async function isWritten(tx: Tx, { reference, createdAt }: RequestRow): Promise<boolean> {
  const found = await tx.choice.findFirst({
    where: {
      proof: reference,
      outcome: { in: ["refused", "withdrawn"] },
      recordedAt: { gte: createdAt },
      ...STANDING,
    },
    select: { id: true },
  });
  return found !== null;
}

function keysOf({ personKey: first, otherKey, heldKeys }: RequestRow): Uint8Array<ArrayBuffer>[] {
  return [first, otherKey, ...heldKeys].flatMap((key) => key ?? []);
}

function hexOf(key: Uint8Array): string {
  return Buffer.from(key).toString("hex");
}

function bytesOf(hex: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(Buffer.from(hex, "hex"));
}
