import { readinessOf, readinessOn, type Readiness } from "@/lib/domain/campaign/readiness";
import { PROSPECTING_RULES } from "@/lib/domain/telephone-prospecting/statute";
import { todayIn } from "@/lib/domain/time/zones";
import type { Tx } from "@/lib/platform/database/transaction";
import { findGround } from "@/lib/features/campaign/read/ground";
import { findTightening } from "@/lib/features/telephone/read/house";
import type { CampaignRow } from "@/lib/features/campaign/read/queries";

/** Judges the days of a campaign that are to come, by what it rests on and what the house asks now. */
export async function findReadiness(tx: Tx, campaign: CampaignRow, now: Date): Promise<Readiness> {
  const at = now.getTime();
  const ground = await findGround(tx, campaign, at);
  return readinessOf(campaign.content, ground, {
    today: todayIn("Europe/Paris", at),
    ...(await findRules(tx)),
  });
}

/** Judges this day of a campaign that runs. */
export async function findReadinessToday(tx: Tx, campaign: CampaignRow, now: Date): Promise<Readiness> {
  const at = now.getTime();
  const ground = await findGround(tx, campaign, at);
  return readinessOn(campaign.content, ground, {
    day: todayIn("Europe/Paris", at),
    ...(await findRules(tx)),
  });
}

async function findRules(tx: Tx) {
  return { statute: PROSPECTING_RULES, house: await findTightening(tx) };
}
