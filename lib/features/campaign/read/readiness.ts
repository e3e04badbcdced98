import { readinessOf, readinessOn, type Readiness } from "@/lib/domain/campaign/readiness";
import { houseAt } from "@/lib/domain/telephone-prospecting/house-history";
import { PROSPECTING_RULES } from "@/lib/domain/telephone-prospecting/statute";
import { todayIn } from "@/lib/domain/time/zones";
import type { Tx } from "@/lib/platform/database/transaction";
import { findGround, type Grounded } from "@/lib/features/campaign/read/ground";
import { findGroundAt } from "@/lib/features/campaign/read/ground-at";
import { findHouseHistory, findTightening } from "@/lib/features/telephone/read/house";
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

/** Judges the days of a campaign from a past instant on, by what was recorded until then. */
export async function findReadinessAt(tx: Tx, campaign: Grounded, at: Date): Promise<Readiness> {
  const ground = await findGroundAt(tx, campaign, at);
  return readinessOf(campaign.content, ground, {
    today: todayIn("Europe/Paris", at.getTime()),
    statute: PROSPECTING_RULES,
    house: houseAt(await findHouseHistory(tx), at.getTime()),
  });
}

async function findRules(tx: Tx) {
  return { statute: PROSPECTING_RULES, house: await findTightening(tx) };
}
