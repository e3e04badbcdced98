import { articlesOf, type Readiness } from "@/lib/domain/campaign/readiness";
import { type Duty, obligationOf, onDay, undatedOf } from "@/lib/domain/obligation/types";
import { addDaysToDay } from "@/lib/domain/time/calendar-day";
import {
  type CampaignRow,
  findCampaignsToStart,
  findStartedCampaigns,
} from "@/lib/features/campaign/read/queries";
import { holderOf } from "@/lib/features/controller/read/active";
import { findReadiness, findReadinessToday } from "@/lib/features/campaign/read/readiness";
import type { FindLacks } from "./asked";

/** Days before its first day on which a campaign that may not start is told of. */
const DAYS_AHEAD = 14;

/** Campaigns that run on a day which something forbids or leaves in doubt: an instruction ended, the law changed. */
const findGroundless: FindLacks = async (tx, { now, day }) => {
  const duties: Duty[] = [];
  for (const campaign of await findStartedCampaigns(tx, day)) {
    const readiness = await findReadinessToday(tx, campaign, now);
    if (readiness.colour === "green") continue;
    const kind = readiness.colour === "red" ? "campaign.ground" : "campaign.doubt";
    duties.push(undatedOf(rowOf(campaign), kind, { about: describeReadiness(campaign, readiness) }));
  }
  return duties;
};

/** Campaigns whose first day is near or past, and which something forbids or leaves in doubt. */
const findUnready: FindLacks = async (tx, { now, day }) => {
  const duties: Duty[] = [];
  for (const campaign of await findCampaignsToStart(tx, { day, until: addDaysToDay(day, DAYS_AHEAD) })) {
    const readiness = await findReadiness(tx, campaign, now);
    if (readiness.colour === "green") continue;
    const due = onDay(campaign.content.firstDay ?? day);
    duties.push(
      obligationOf(rowOf(campaign), "campaign.start", due, { about: describeReadiness(campaign, readiness) }),
    );
  }
  return duties;
};

export const findCampaignLacks: FindLacks = async (tx, asked) => [
  ...(await findGroundless(tx, asked)),
  ...(await findUnready(tx, asked)),
];

function rowOf(campaign: CampaignRow) {
  const { id, reference, version, controller } = campaign;
  return {
    subject: { id, reference },
    controller: { id: holderOf(campaign), name: controller.legalName },
    path: `/telephone/campaigns/${id}`,
    version,
    changedAt: campaign.updatedAt.getTime(),
  };
}

/** The title, with the articles of what forbids it, or else of what is in doubt. */
function describeReadiness({ title }: CampaignRow, { colour, reasons }: Readiness): string {
  const broken = reasons.filter(({ verdict }) => verdict === "broken");
  const articles = articlesOf(colour === "red" ? broken : reasons);
  return articles === "" ? title : `${title} (${articles})`;
}
