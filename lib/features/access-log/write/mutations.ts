import { createHash } from "node:crypto";
import { batchText, ENTRIES_PER_BATCH } from "@/lib/domain/access-log/batch";
import { itemAt, lastOf } from "@/lib/domain/invariant/required";
import { done, type Outcome, refuse } from "@/lib/domain/outcome/outcome";
import type { Ctx } from "@/lib/platform/request/context";
import { newId } from "@/lib/platform/database/ids";
import { isAuthorised } from "@/lib/platform/write/authorised";
import { write } from "@/lib/platform/write/write";
import { lockUnsealed } from "./rows";

/** Seals pending reads into one journal entry by a digest over all; returns their number. */
export async function sealAccessLog(ctx: Ctx): Promise<Outcome<number>> {
  if (!isAuthorised(ctx, "access-log.seal")) return refuse({ kind: "forbidden" });
  return write(ctx, async (tx, journal) => {
    const entries = await lockUnsealed(tx, ENTRIES_PER_BATCH);
    if (entries.length === 0) return done(0);
    const batchId = newId(ctx.now);
    const text = batchText(
      entries.map(({ lookedAt, contactId, grantId, ...entry }) => ({
        ...entry,
        contactId: contactId ?? grantId ?? "",
        at: lookedAt.toISOString(),
      })),
    );
    await tx.accessLook.updateMany({
      where: { id: { in: entries.map(({ id }) => id) }, batchId: null },
      data: { batchId },
    });
    journal.note({
      event: "access-log.sealed",
      subject: { noun: "access-log", id: batchId },
      after: {
        count: entries.length,
        from: itemAt(entries, 0).lookedAt.toISOString(),
        until: lastOf(entries).lookedAt.toISOString(),
        digest: createHash("sha256").update(text).digest("hex"),
      },
    });
    return done(entries.length);
  });
}
