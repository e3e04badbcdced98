import { createHash, type Hash } from "node:crypto";
import { readShownNumber } from "@/lib/domain/call-log/read-call";
import { makeInstantReader } from "@/lib/domain/call-log/read-instant";
import { invalid, refuse, type Outcome } from "@/lib/domain/outcome/outcome";
import { numberCells } from "@/lib/features/choice/read/number-cell";
import type { NumberPlaces } from "@/lib/features/choice/read/phone-number";
import { keysOfLog } from "@/lib/features/call-log/read/keys-of-log";
import type { LogHead } from "@/lib/features/call-log/schema";
import { withOrg } from "@/lib/platform/database/transaction";
import type { Ctx } from "@/lib/platform/request/context";
import { callNameDigests } from "@/lib/platform/secrets/call-name";
import { isAuthorised } from "@/lib/platform/write/authorised";
import { beginLog, failLog, READING_LEASE_MS, type BegunLog } from "./begin";
import { finishLog } from "./finish";
import { collectCalls } from "./collect-calls";
import { saveProgress } from "./progress";
import { newReading, readLines, type ReadLog } from "./read-lines";
import { storeCalls } from "./store-calls";

type Sent = { head: LogHead; size: number; body: AsyncIterable<Uint8Array> };

/** Calls after which a reading writes how far it is. */
const CALLS_AT_ONCE = 10_000;

/**
 * Reads a log as it arrives, and stores its calls once it has arrived whole: what is held is a batch of calls, or those of a
 * part. The file is stored nowhere, and a number leaves the line as a key alone. A reading that breaks off leaves nothing
 * behind it.
 */
export async function receiveLog(ctx: Ctx, sent: Sent): Promise<Outcome<{ id: string }>> {
  if (!isAuthorised(ctx, "call-log.receive")) return refuse({ kind: "forbidden" });
  const begun = await beginLog(ctx, sent.head, sent.size);
  if (!begun.ok) return begun;
  const { id } = begun.value;
  try {
    const read = await readAll(ctx, begun.value, sent);
    return await finishLog(ctx, { ...read, ...begun.value, head: sent.head });
  } catch (error) {
    await withOrg(ctx.scope, (tx) => failLog(tx, { id, failure: "broken-off" }));
    if (error instanceof BrokenOffError) return invalid("", "brokenOff");
    throw error;
  }
}

/** Ends the reading of a file that arrived in part, or of a log that another process took for dead. */
class BrokenOffError extends Error {}

async function readAll(
  ctx: Ctx,
  { id, professional, controllers, countries }: BegunLog,
  sent: Sent,
): Promise<ReadLog> {
  const { layout } = sent.head;
  const places = { countries, national: layout.numberCountry };
  const isCountryAside = layout.countryColumn === "aside";
  const numbers = numberCells(places, { dialPrefix: layout.dialPrefix, isCountryAside });
  const readers = {
    instants: makeInstantReader(layout.timeFormat, layout.zone),
    readNumber: numbers.read,
    doubtOf: numbers.doubtOf,
    readShown: onceEach(makeShownReader(places)),
    now: ctx.now.getTime(),
  };
  const digests = { ...keysOfLog(ctx.scope, controllers), digestName: callNameDigests(ctx.scope.org) };
  const hash = createHash("sha256");
  const arrived = { bytes: 0 };
  const reading = newReading();
  const collected = await collectCalls();
  const progress = () => {
    const leasedUntil = new Date(Date.now() + READING_LEASE_MS);
    return { log: id, lines: reading.lines, bytes: arrived.bytes, leasedUntil };
  };
  try {
    const bytes = arriving(sent.body, hash, arrived);
    const how = { layout, readers, ...digests, addCall: collected.add };
    let noted: Promise<boolean> = Promise.resolve(true);
    for await (const _ of readLines(bytes, how, { reading, size: CALLS_AT_ONCE })) {
      if (!(await noted)) throw new BrokenOffError();
      noted = saveProgress(ctx.scope, progress());
      // Prevents an unhandled rejection, which would end the process, until the next batch awaits it.
      noted.catch(() => undefined);
      if (collected.file.room() < CALLS_AT_ONCE) await collected.file.flush();
    }
    if (!(await noted) || arrived.bytes !== sent.size) throw new BrokenOffError();
    const stored = await storeCalls(ctx.scope, collected, { professional, reading, progress });
    if (stored === null) throw new BrokenOffError();
    return { reading, ...stored, doubtful: readers.instants.doubtful(), sha256: hash.digest("hex") };
  } finally {
    await collected.file.close();
  }
}

/** Passes bytes on as they arrive; a connection that ends early ends the reading. */
async function* arriving(body: AsyncIterable<Uint8Array>, hash: Hash, arrived: { bytes: number }) {
  try {
    for await (const piece of body) {
      hash.update(piece);
      arrived.bytes += piece.length;
      yield piece;
    }
  } catch {
    throw new BrokenOffError();
  }
}

/** Numbers shown are most often French, whomever they are shown to. */
function makeShownReader({ countries, national }: NumberPlaces) {
  const shown = numberCells({ countries: ["FR", ...countries], national: national ?? "FR" });
  return (written: string) => readShownNumber(written, shown.read);
}

/** A dialler shows few numbers: each is read once. */
function onceEach(read: (written: string) => string) {
  const known = new Map<string, string>();
  return (written: string): string => {
    const found = known.get(written);
    if (found !== undefined) return found;
    if (known.size > 10_000) known.clear();
    const number = read(written);
    known.set(written, number);
    return number;
  };
}
