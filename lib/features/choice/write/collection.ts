import { done, invalid, refuse, type Outcome } from "@/lib/domain/outcome/outcome";
import { CONSENT_ITEMS } from "@/lib/domain/telephone-prospecting/facts";
import { newId } from "@/lib/platform/database/ids";
import { sha256 } from "@/lib/platform/files/chunks";
import type { StaffCtx } from "@/lib/platform/request/context";
import { recordedBy } from "@/lib/platform/write/recorded-by";
import { isAuthorised } from "@/lib/platform/write/authorised";
import { write } from "@/lib/platform/write/write";
import type { CollectionInput } from "@/lib/features/choice/schema";

/** Adds how a controller collects consents; another wording is another collection. */
export async function recordCollection(
  ctx: StaffCtx,
  { controllerId, title, purpose, wording, proofPlace, ...answers }: CollectionInput,
): Promise<Outcome<{ id: string }>> {
  if (!isAuthorised(ctx, "choice.record")) return refuse({ kind: "forbidden" });
  return write(ctx, async (tx, journal) => {
    const where = { id: controllerId, archivedAt: null, mergedIntoId: null };
    const controller = await tx.controller.findFirst({ where, select: { legalName: true } });
    if (!controller) return invalid("controllerId", "required");
    const id = newId(ctx.now);
    const wordingSha256 = sha256(new TextEncoder().encode(wording));
    const items = Object.fromEntries(CONSENT_ITEMS.map((item) => [item, answers[item]]));
    const stated = { controllerId, title, purpose, wordingSha256, proofPlace };
    await tx.consentCollection.create({ data: { ...recordedBy(ctx), ...stated, id, wording, items } });
    journal.note({
      event: "choice.collection-recorded",
      subject: { noun: "choice", id, label: `${controller.legalName} · ${title}` },
      after: { controllerId, purpose, wordingSha256, proofPlace, items },
    });
    return done({ id });
  });
}
