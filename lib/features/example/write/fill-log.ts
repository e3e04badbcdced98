import { makeInstantReader } from "@/lib/domain/call-log/read-instant";
import { addDaysToDay } from "@/lib/domain/time/calendar-day";
import { countsOf } from "@/lib/features/call-log/write/finish";
import { newReading, readLines } from "@/lib/features/call-log/write/read-lines";
import type { CallLine } from "@/lib/features/call-log/write/insert-calls";
import { EXAMPLE_LAYOUT, exampleLog } from "@/lib/features/example/content/telephone";
import { newId } from "@/lib/platform/database/ids";
import type { Tx } from "@/lib/platform/database/transaction";
import { sha256 } from "@/lib/platform/files/chunks";
import { type Ctx, today } from "@/lib/platform/request/context";
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
  const { calls, counts } = await readExample(ctx, bytes);
  const id = newId(ctx.now);
  const { authorId, authorName } = authorOf(ctx.actor);
  await tx.callLog.create({
    data: {
      ...{ id, orgId: ctx.scope.org, campaignId, professionalId: controllerId, layout: EXAMPLE_LAYOUT },
      ...{ fileName: "exemple-appels.csv", fileSize: BigInt(bytes.length), state: "reading", ...counts },
      ...{ keptUntil: addDaysToDay(today(ctx), KEPT_DAYS), bytesRead: BigInt(bytes.length) },
      ...{ receivedAt: ctx.now, receivedById: authorId, receivedByName: authorName },
    },
  });
  await tx.loggedCall.createMany({
    data: calls.map(({ key, at, ...call }) => ({
      ...{ ...call, logId: id, orgId: ctx.scope.org, professionalId: controllerId },
      ...{ personKey: Buffer.from(key), calledAt: new Date(at) },
    })),
  });
  // The change of state tells the job that it waits.
  await tx.callLog.updateMany({ where: { id }, data: { state: "queued" } });
  return id;
}

/** Reads a number of a range that nobody is given, which the reader of logs refuses for that. */
function readInvented(written: string): string | null {
  return written.startsWith("+33") ? written : null;
}

async function readExample(ctx: Ctx, bytes: Uint8Array) {
  const readers = {
    instants: makeInstantReader(EXAMPLE_LAYOUT.timeFormat, EXAMPLE_LAYOUT.zone),
    ...{ readNumber: readInvented, readShown: readInvented },
    now: ctx.now.getTime(),
  };
  const reading = newReading();
  const calls: CallLine[] = [];
  const arriving = (async function* () {
    yield bytes;
  })();
  const read = { layout: EXAMPLE_LAYOUT, readers, keyOf: personKeysOf(ctx.scope.org) };
  for await (const batch of readLines(arriving, read, { reading, size: 1000 })) calls.push(...batch);
  const doubtful = readers.instants.doubtful();
  return { calls, counts: countsOf({ reading, inserted: calls.length, doubtful, sha256: sha256(bytes) }) };
}
