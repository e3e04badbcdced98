import { done, invalid, refuse, type Outcome } from "@/lib/domain/outcome/outcome";
import { newId } from "@/lib/platform/database/ids";
import { today, type Ctx } from "@/lib/platform/request/context";
import { recordedBy } from "@/lib/platform/write/recorded-by";
import { isAuthorised } from "@/lib/platform/write/authorised";
import { write } from "@/lib/platform/write/write";
import { findCampaign } from "@/lib/features/campaign/read/queries";
import type { CampaignScrub } from "@/lib/features/campaign/schema";
import { campaignDocument } from "./document";

/** Adds a scrub of the campaign's list against the list of those who object. */
export async function recordScrub(
  ctx: Ctx,
  { id: campaignId, ...scrub }: CampaignScrub,
): Promise<Outcome<{ id: string }>> {
  if (!isAuthorised(ctx, "campaign.write")) return refuse({ kind: "forbidden" });
  if (scrub.scrubbedOn > today(ctx)) return invalid("scrubbedOn", "campaign.future");
  return write(ctx, async (tx, journal) => {
    const campaign = await findCampaign(tx, campaignId);
    if (!campaign) return refuse({ kind: "not-found" });
    await tx.campaignScrub.create({ data: { ...recordedBy(ctx), ...scrub, id: newId(ctx.now), campaignId } });
    journal.note({ event: "campaign.scrubbed", subject: campaignDocument.subjectOf(campaign), after: scrub });
    return done({ id: campaignId });
  });
}
