import { encodePart } from "@/lib/domain/call-log/call-part";
import { recordsIn } from "@/lib/domain/call-log/call-record";
import { makePart } from "@/lib/domain/call-log/make-part";
import { readShownNumber } from "@/lib/domain/call-log/read-call";
import { makeInstantReader } from "@/lib/domain/call-log/read-instant";
import { addDaysToDay } from "@/lib/domain/time/calendar-day";
import { countsOf } from "@/lib/features/call-log/write/finish";
import { newReading, readLines } from "@/lib/features/call-log/write/read-lines";
import { collectCalls } from "@/lib/features/call-log/write/collect-calls";
import { EXAMPLE_LAYOUT, exampleLog } from "@/lib/features/example/content/telephone";
import { newId } from "@/lib/platform/database/ids";
import type { Tx } from "@/lib/platform/database/transaction";
import { sha256 } from "@/lib/platform/files/chunks";
import { type Ctx, today } from "@/lib/platform/request/context";
import { callNameDigests } from "@/lib/platform/secrets/call-name";
import { personKeysOf } from "@/lib/platform/secrets/person-key";
import { authorOf } from "@/lib/platform/write/recorded-by";

/** Days for which the calls of the example stay. */
const KEPT_DAYS = 365;

/** A log of the campaign, read as a dialler's file is, and left to the job that judges logs. */
export async function fillLog(
  tx: Tx,
  ctx: Ctx,
  { campaignId, controllerId }: { campaignId: string; controllerId: string },
): Promise<string> {
  const bytes = new TextEncoder().encode(exampleLog(today(ctx)));
  const { parts, counts } = await readExample(ctx, bytes);
  const id = newId(ctx.now);
  const { authorId, authorName } = authorOf(ctx.actor);
  await tx.callLog.create({
    data: {
      id,
      orgId: ctx.scope.org,
      campaignId,
      professionalId: controllerId,
      layout: EXAMPLE_LAYOUT,
      fileName: "exemple-appels.csv",
      fileSize: BigInt(bytes.length),
      state: "reading",
      ...counts,
      storedUntil: addDaysToDay(today(ctx), KEPT_DAYS),
      bytesRead: BigInt(bytes.length),
      receivedAt: ctx.now,
      receivedById: authorId,
      receivedByName: authorName,
    },
  });
  await tx.callLogPart.createMany({
    data: parts.map((part) => ({ ...part, logId: id, orgId: ctx.scope.org })),
  });
  // The change of state tells the job that it waits.
  await tx.callLog.updateMany({ where: { id }, data: { state: "queued" } });
  return id;
}

/** Reads a number of a range that nobody is given, which the reader of logs refuses for that. */
function readInvented(written: string): string | null {
  return written.startsWith("+33") ? written : null;
}

function readInventedShown(written: string): string {
  return readShownNumber(written, readInvented);
}

async function readExample(ctx: Ctx, bytes: Uint8Array) {
  const readers = {
    instants: makeInstantReader(EXAMPLE_LAYOUT.timeFormat, EXAMPLE_LAYOUT.zone),
    readNumber: readInvented,
    doubtOf: () => null,
    readShown: readInventedShown,
    now: ctx.now.getTime(),
  };
  const reading = newReading();
  const { file, words, add } = await collectCalls();
  const arriving = (async function* () {
    yield bytes;
  })();
  const digests = {
    keyOf: personKeysOf(ctx.scope.org),
    prepareKeys: () => Promise.resolve(),
    digestName: callNameDigests(ctx.scope.org),
  };
  const how = { layout: EXAMPLE_LAYOUT, readers, ...digests, addCall: add };
  try {
    for await (const _ of readLines(arriving, how, { reading, size: 1000 })) await file.flush();
    const parts = [];
    let sharedNames = 0;
    for (const { part } of file.sizes()) {
      const made = makePart(recordsIn(await file.read(part)), words(), []);
      sharedNames += made.sharedNames;
      parts.push({ part, calls: made.part.at.length, packed: new Uint8Array(encodePart(made.part)) });
    }
    const inserted = parts.reduce((sum, { calls }) => sum + calls, 0);
    const doubtful = readers.instants.doubtful();
    return { parts, counts: countsOf({ reading, inserted, sharedNames, doubtful, sha256: sha256(bytes) }) };
  } finally {
    await file.close();
  }
}
