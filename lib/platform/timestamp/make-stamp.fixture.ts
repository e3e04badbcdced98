import { done } from "@/lib/domain/outcome/outcome";
import { newId } from "@/lib/platform/database/ids";
import type { StaffCtx } from "@/lib/platform/request/context";
import { withoutRight } from "@/lib/platform/write/authorised";
import { write } from "@/lib/platform/write/write";
import { makeStamper } from "./stamper.fixture";
import { buildStampRequest, verifyStamp } from "./time-stamp";

/** Stamps the last head that an organisation published, as an authority would, with its entry. */
export async function makeStamp(ctx: StaffCtx): Promise<void> {
  const { scope, now } = ctx;
  const stamper = await makeStamper();
  await write(withoutRight(ctx), async (tx, journal) => {
    const { id: publicationId, document } = await tx.journalPublication.findFirstOrThrow({
      orderBy: { seq: "desc" },
      select: { id: true, document: true },
    });
    const answer = await stamper.answer(buildStampRequest(document).bytes, new Date());
    const verified = await verifyStamp(answer, document);
    if (!verified.isValid) throw new Error(verified.fault);
    const { authority, at } = verified.stamp;
    const id = newId(now);
    await tx.journalStamp.create({
      data: {
        id,
        orgId: scope.org,
        publicationId,
        address: "https://stamps.example/tsr",
        answer: Uint8Array.from(answer),
        authority,
        stampedAt: at,
        recordedAt: now,
      },
    });
    journal.note({
      event: "journal.stamped",
      subject: { noun: "journal", id },
      after: { stampedBy: authority },
    });
    return done(null);
  });
}
