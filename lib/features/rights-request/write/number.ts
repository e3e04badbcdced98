import { done, invalid, refuse, type Outcome } from "@/lib/domain/outcome/outcome";
import { extentPlaced, stopLimits } from "@/lib/domain/rights-request/extent";
import { foldRequest } from "@/lib/domain/rights-request/file";
import { decide } from "@/lib/domain/rights-request/lifecycle";
import { findCountriesOfClients } from "@/lib/features/choice/read/controller-country";
import { placesOfAnyClient } from "@/lib/features/choice/read/phone-number";
import { STANDING } from "@/lib/features/choice/read/standing";
import { correctChoice } from "@/lib/features/choice/write/correct-choice";
import {
  findNumbersToRead,
  findStoppingRequests,
  type NumberToRead,
} from "@/lib/features/rights-request/read/doubted-numbers";
import { identifiersNamed, unheldKeys } from "@/lib/features/rights-request/read/identifiers";
import { openPerson } from "@/lib/features/rights-request/read/person";
import {
  findFacts,
  findHolders,
  findRequest,
  type RequestRow,
} from "@/lib/features/rights-request/read/queries";
import { EVERY_READING, type NumberRead } from "@/lib/features/rights-request/schema";
import { type Tx, withOrg } from "@/lib/platform/database/transaction";
import type { Ctx, StaffCtx } from "@/lib/platform/request/context";
import { everyKeyOf } from "@/lib/platform/secrets/person-key";
import type { Unit } from "@/lib/platform/versioned/definition";
import { type Authorised, isAuthorised } from "@/lib/platform/write/authorised";
import { write } from "@/lib/platform/write/write";
import { namesItsPerson } from "./names-its-person";
import { writeStops } from "./objection";
import { appendFacts, lockRequest } from "./rows";

/**
 * Reads a number of an objection or a withdrawal as a person says: its refusal is added under the reading that is chosen, and
 * taken back under the others, 5(1)(d), whose rows stay as they were recorded.
 */
export async function readNumber(ctx: StaffCtx, input: NumberRead): Promise<Outcome<{ id: string }>> {
  if (!isAuthorised(ctx, "rights-request.write")) return refuse({ kind: "forbidden" });
  return write(ctx, async (tx, journal) => {
    await lockRequest(tx, input.id);
    const row = await findRequest(tx, input.id);
    if (!row) return refuse({ kind: "not-found" });
    const facts = await findFacts(tx, row.id);
    const file = foldRequest(facts);
    const decision = decide(file, "number-read");
    if (!decision.ok) return invalid("", `rights-request.${decision.key}`);
    const number = (await findNumbersToRead(tx, row, facts)).find(({ place }) => place === input.place);
    const chosen = number?.readings.filter(
      ({ value }) => input.reading === EVERY_READING || value === input.reading,
    );
    if (!number || !chosen?.length) return invalid("", "rights-request.readingGone");
    if (namesItsPerson(row, input.reason)) return invalid("reason", "rights-request.reasonNamesPerson");
    const unit = { tx, ctx, journal };
    const value = {
      numberPlace: number.place,
      readAs: countriesOf(chosen),
      readAmong: countriesOf(number.readings),
      readingReason: input.reason || undefined,
    };
    await appendFacts(unit, row, [{ kind: "number-read", value, at: ctx.now.getTime() }], file);
    const [holder] = (await findHolders(tx, [row.controllerId])).values();
    if (holder)
      await writeStops(unit, row, {
        ...stopLimits(extentPlaced(facts)),
        controllerId: holder.id,
        identifiers: chosen.flatMap((one) => (one.isWritten ? [] : [{ kind: one.kind, value: one.value }])),
      });
    for (const reading of number.readings)
      if (reading.isWritten && !chosen.includes(reading)) await takeBack(unit, row, reading.value);
    return done({ id: row.id });
  });
}

function countriesOf(readings: NumberToRead["readings"]): string[] {
  return [...new Set(readings.flatMap(({ country }) => (country === "" ? [] : country)))];
}

/** Adds to each choice of the request under a number that is another person's the row that takes it back. */
async function takeBack(unit: Unit, { orgId, reference }: RequestRow, number: string): Promise<void> {
  const made = await unit.tx.choice.findMany({
    where: {
      personKey: { in: everyKeyOf(orgId)(number).map((key) => Buffer.from(key, "hex")) },
      proof: reference,
      ...STANDING,
    },
  });
  for (const choice of made) await correctChoice(unit, choice, "number-misread");
}

/**
 * Reads the numbers of objections and withdrawals again by the countries of today: one that waits for its controller is held
 * under every reading, one that has a controller is put before a person. Returns how many are in doubt anew.
 */
export async function findDoubtedNumbers(ctx: Ctx, signal: AbortSignal): Promise<number> {
  if (!isAuthorised(ctx, "rights-request.doubt-number")) return 0;
  let found = 0;
  let after: string | null = null;
  for (;;) {
    if (signal.aborted) return found;
    const from: string | null = after;
    const { doubted, last } = await withOrg(ctx.scope, async (tx) => {
      const rows = await findStoppingRequests(tx, from);
      const ids: string[] = [];
      for (const row of rows) if (await isDoubted(tx, row)) ids.push(row.id);
      return { doubted: ids, last: rows.at(-1)?.id ?? null };
    });
    for (const id of doubted) if (await doubtNumber(ctx, id)) found += 1;
    if (last === null) return found;
    after = last;
  }
}

async function isDoubted(tx: Tx, row: RequestRow): Promise<boolean> {
  if (row.controllerId === null) return (await keysToHold(tx, row)).length > 0;
  const numbers = await findNumbersToRead(tx, row, await findFacts(tx, row.id));
  return numbers.some((one) => one.isDoubted);
}

/** Keys of readings under which an objection that waits for its controller is not held yet. */
async function keysToHold(tx: Tx, row: RequestRow): Promise<Buffer<ArrayBuffer>[]> {
  const person = openPerson(row.contactSealed);
  if (person === null || row.state !== "received") return [];
  const places = placesOfAnyClient(await findCountriesOfClients(tx), person.numberCountry || null);
  const { certain, doubtful } = identifiersNamed({ fields: [person.contact, person.calledNumber] }, places);
  return unheldKeys(
    row,
    [...certain, ...doubtful].map(({ value }) => value),
  );
}

/** Records the doubt under the lock; false where somebody settled it meanwhile. */
async function doubtNumber(ctx: Authorised, id: string): Promise<boolean> {
  const outcome = await write(ctx, async (tx, journal) => {
    await lockRequest(tx, id);
    const row = await findRequest(tx, id);
    const isKnown = row?.controllerId !== null && row?.numberDoubtedAt !== null;
    if (!row || isKnown || !(await isDoubted(tx, row))) return done({ isFound: false });
    const file = foldRequest(await findFacts(tx, id));
    if (row.controllerId === null)
      await tx.rightsRequest.updateMany({
        where: { id },
        data: { heldKeys: [...row.heldKeys, ...(await keysToHold(tx, row))] },
      });
    const fact = { kind: "number-doubted", value: {}, at: ctx.now.getTime() } as const;
    if (!decide(file, "number-doubted").ok) return done({ isFound: false });
    await appendFacts({ tx, ctx, journal }, row, [fact], file);
    return done({ isFound: true });
  });
  return outcome.ok && outcome.value.isFound;
}
