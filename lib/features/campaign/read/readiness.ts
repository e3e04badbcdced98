import {
  ownLacksOn,
  readinessOf,
  readinessOn,
  type Readiness,
  type ReadinessReason,
} from "@/lib/domain/campaign/readiness";
import { houseAt } from "@/lib/domain/telephone-prospecting/house-history";
import { PROSPECTING_RULES } from "@/lib/domain/telephone-prospecting/statute";
import { todayIn } from "@/lib/domain/time/zones";
import type { Tx } from "@/lib/platform/database/transaction";
import { findGround, findOwnGround, type Grounded } from "@/lib/features/campaign/read/ground";
import { findGroundAt } from "@/lib/features/campaign/read/ground-at";
import { findHouseHistory, findTightening } from "@/lib/features/telephone/read/house";
import { findStartedCampaigns, type CampaignRow } from "@/lib/features/campaign/read/queries";
import { holderOf } from "@/lib/features/controller/read/active";

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

/** Finds what a campaign lacks by itself on a day, by what is recorded now; consents and rules on calls are of each person. */
export async function findOwnLacks(
  tx: Tx,
  campaign: CampaignRow,
  { at, ...of }: { at: number; day: string; channel: "voice" | "written" },
): Promise<ReadinessReason[]> {
  return ownLacksOn(campaign.content, await findOwnGround(tx, campaign, at), of);
}

/**
 * Finds what stands in the way of every call for a controller on a day: the lacks of the campaign that lacks least, of those
 * that run then. None where one lacks nothing, or where none runs, since a list may be checked before its campaign is recorded.
 */
export async function findLacksOfCalls(
  tx: Tx,
  { controllerId, day, at }: { controllerId: string; day: string; at: number },
): Promise<ReadinessReason[]> {
  const running = (await findStartedCampaigns(tx, day)).filter((one) => holderOf(one) === controllerId);
  let least: ReadinessReason[] | null = null;
  for (const campaign of running) {
    const lacks = await findOwnLacks(tx, campaign, { at, day, channel: "voice" });
    if (least === null || gravity(lacks) < gravity(least)) least = lacks;
  }
  return least ?? [];
}

/** 2 where something forbids, 1 where something is in doubt, 0 otherwise. */
function gravity(lacks: readonly ReadinessReason[]): number {
  if (lacks.some(({ verdict }) => verdict === "broken")) return 2;
  return lacks.length > 0 ? 1 : 0;
}

async function findRules(tx: Tx) {
  return { statute: PROSPECTING_RULES, house: await findTightening(tx) };
}
