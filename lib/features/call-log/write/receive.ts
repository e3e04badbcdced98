import { createHash, type Hash } from "node:crypto";
import { can } from "@/lib/domain/nouns/policy";
import { makeInstantReader } from "@/lib/domain/call-log/read-instant";
import { invalid, refuse, type Outcome } from "@/lib/domain/outcome/outcome";
import { makeNumberReader } from "@/lib/features/call-log/read/number-reader";
import type { LogHead } from "@/lib/features/call-log/schema";
import { withOrg } from "@/lib/platform/database/transaction";
import { today, type Ctx } from "@/lib/platform/request/context";
import { personKeysOf } from "@/lib/platform/secrets/person-key";
import { beginLog, failLog, READING_LEASE_MS, type BegunLog } from "./begin";
import { finishLog } from "./finish";
import { CALLS_AT_ONCE, insertCalls } from "./insert-calls";
import { newReading, readLines, type ReadLog } from "./read-lines";

type Sent = { head: LogHead; size: number; body: AsyncIterable<Uint8Array> };

/**
 * Reads a log as it arrives: what is held is one batch of calls and the next. The file is stored nowhere, and a number
 * leaves the line as a key alone. A reading that breaks off leaves nothing behind it.
 */
export async function receiveLog(ctx: Ctx, sent: Sent): Promise<Outcome<{ id: string }>> {
  if (!can(ctx.actor, "call-log.receive")) return refuse({ kind: "forbidden" });
  const begun = await beginLog(ctx, sent.head, sent.size);
  if (!begun.ok) return begun;
  const { id } = begun.value;
  try {
    const read = await readAll(ctx, begun.value, sent);
    return await finishLog(ctx, { ...read, ...begun.value, head: sent.head });
  } catch (error) {
    await withOrg(ctx.scope, (tx) => failLog(tx, { id, failure: "broken-off", day: today(ctx) }));
    if (error instanceof BrokenOffError) return invalid("", "brokenOff");
    throw error;
  }
}

/** Ends the reading of a file that arrived in part, or of a log that another process took for dead. */
class BrokenOffError extends Error {}

async function readAll(ctx: Ctx, { id, professional, content }: BegunLog, sent: Sent): Promise<ReadLog> {
  const { layout } = sent.head;
  const readers = {
    instants: makeInstantReader(layout.timeFormat, layout.zone),
    readNumber: makeNumberReader(content.territories, layout.dialPrefix),
    readShown: onceEach(makeNumberReader(content.territories)),
    now: ctx.now.getTime(),
  };
  const hash = createHash("sha256");
  const arrived = { bytes: 0 };
  const reading = newReading();
  const batches = readLines(
    arriving(sent.body, hash, arrived),
    { layout, readers, keyOf: personKeysOf(ctx.scope.org) },
    { reading, size: CALLS_AT_ONCE },
  );
  let inserted = 0;
  let pending: Promise<number | null> = Promise.resolve(0);
  const settle = async () => {
    const count = await pending;
    if (count === null) throw new BrokenOffError();
    inserted += count;
  };
  for await (const calls of batches) {
    await settle();
    const leasedUntil = new Date(Date.now() + READING_LEASE_MS);
    const progress = { log: id, professional, lines: reading.lines, bytes: arrived.bytes, leasedUntil };
    pending = insertCalls(ctx.scope, calls, progress);
    // Prevents an unhandled rejection, which would end the process, until the next batch awaits it.
    pending.catch(() => undefined);
  }
  await settle();
  if (arrived.bytes !== sent.size) throw new BrokenOffError();
  return { reading, inserted, doubtful: readers.instants.doubtful(), sha256: hash.digest("hex") };
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

/** A dialler shows few numbers: each is read once. */
function onceEach(read: (written: string, prefix: string) => string | null) {
  const known = new Map<string, string | null>();
  return (written: string): string | null => {
    const found = known.get(written);
    if (found !== undefined) return found;
    if (known.size > 10_000) known.clear();
    const number = read(written, "");
    known.set(written, number);
    return number;
  };
}
