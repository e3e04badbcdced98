import { articlesOf } from "@/lib/domain/campaign/readiness";
import { undatedOf } from "@/lib/domain/obligation/types";
import { findStartedCampaigns, holderOf } from "@/lib/features/campaign/read/queries";
import { findReadinessToday } from "@/lib/features/campaign/read/readiness";
import type { FindLacks } from "./asked";

/** Campaigns that run on a day which something forbids: instruction, contract or consents have ended, or the law changed. */
export const findCampaignLacks: FindLacks = async (tx, { now, day }) => {
  const duties = [];
  for (const campaign of await findStartedCampaigns(tx, day)) {
    const { colour, reasons } = await findReadinessToday(tx, campaign, now);
    if (colour !== "red") continue;
    const broken = reasons.filter(({ verdict }) => verdict === "broken");
    const { id, reference, title, version, controller } = campaign;
    const row = {
      ...{ subject: { id, reference }, controller: { id: holderOf(campaign), name: controller.legalName } },
      ...{ path: `/telephone/campaigns/${id}`, version, changedAt: campaign.updatedAt.getTime() },
    };
    const articles = articlesOf(broken);
    const about = articles === "" ? title : `${title} (${articles})`;
    duties.push(undatedOf(row, "campaign.ground", { about }));
  }
  return duties;
};
