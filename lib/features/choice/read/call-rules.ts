import type { PersonFacts } from "@/lib/domain/campaign/person-facts";
import { campaignFacts, type CampaignFacts } from "@/lib/domain/campaign/facts";
import type { ReadinessReason } from "@/lib/domain/campaign/readiness";
import type { Abroad, CallJudge } from "@/lib/domain/contact-permission/permission";
import { judgeIntendedCall, judgeIntendedMessage } from "@/lib/domain/contact-permission/judge-call";
import type { HouseFinding } from "@/lib/domain/telephone-prospecting/house-rules";
import { MOST_ATTEMPTS } from "@/lib/domain/telephone-prospecting/judge-person";
import { isFrenchPlace } from "@/lib/domain/telephone-prospecting/territories";
import { houseWindowsOn, type Tightening } from "@/lib/domain/telephone-prospecting/tightening";
import { instantAt } from "@/lib/domain/time/zones";
import { findFrequentPersons } from "@/lib/features/call-log/read/attempts";
import { findRecentLogs } from "@/lib/features/call-log/read/recent-logs";
import { findCampaign } from "@/lib/features/campaign/read/queries";
import { findLacksOfCalls, findOwnLacks } from "@/lib/features/campaign/read/readiness";
import { holderOf } from "@/lib/features/controller/read/active";
import { findTightening } from "@/lib/features/telephone/read/house";
import type { Tx } from "@/lib/platform/database/transaction";

/** Rules by which the lines of a list of calls are judged on a day. */
export type CallRules = {
  house: Tightening;
  day: string;
  frequent: ReadonlyMap<string, number>;
  /** Lacks that stand in the way of every call for the controller that day. */
  lacks: readonly ReadinessReason[];
};

/** Rules by which the messages of a campaign are judged on a day. */
export type MessageRules = {
  house: Tightening;
  day: string;
  campaign: CampaignFacts;
  /** Lacks of the campaign by itself that day. */
  lacks: readonly ReadinessReason[];
};

/** Reads what a campaign that writes too states of its messages; null where it is not the controller's, or writes none. */
export async function findMessageRules(
  tx: Tx,
  {
    campaignId,
    controllerId,
    day,
    now,
  }: { campaignId: string; controllerId: string; day: string; now: number },
): Promise<MessageRules | null> {
  const campaign = await findCampaign(tx, campaignId);
  if (!campaign || holderOf(campaign) !== controllerId || campaign.content.writes !== "yes") return null;
  const lacks = await findOwnLacks(tx, campaign, { at: now, day, channel: "written" });
  return { house: await findTightening(tx), day, campaign: campaignFacts(campaign.content, null), lacks };
}

type Asked = { org: string; controllerId: string; day: string; now: number };

/** Reads the house's rules, and the persons whom the controller's logs tell of as often as law or house allow. */
export async function findCallRules(tx: Tx, { org, controllerId, day, now }: Asked): Promise<CallRules> {
  const house = await findTightening(tx);
  const at = instantAt("Europe/Paris", day, "23:59");
  const logs = await findRecentLogs(tx, { controllerId, at });
  const most = Math.min(MOST_ATTEMPTS, house.attempts ?? MOST_ATTEMPTS);
  const lacks = await findLacksOfCalls(tx, { controllerId, day, at: now });
  return { house, day, frequent: await findFrequentPersons(tx, { org, logs, at, most }), lacks };
}

/**
 * Makes the judges of the lines of a list, by country of the number and key of the person: a call of that day is judged at the first
 * hour that law and house leave open, and at noon where they leave none. A judgement is made once for calls that are alike.
 */
export function lineJudges({ house, day, frequent }: CallRules) {
  const known = new Map<string, HouseFinding[]>();
  return (persons: readonly string[], countries: readonly string[]): CallJudge | Abroad | null => {
    const abroad = countryAbroad(countries);
    if (abroad) return abroad;
    const territories = countries.filter(isFrenchPlace);
    if (territories.length === 0) return null;
    const attempts = Math.max(0, ...persons.map((person) => frequent.get(person) ?? 0));
    const [window] = houseWindowsOn(house, territories, day);
    const at = window?.from ?? instantAt("Europe/Paris", day, "12:00");
    const call = { at, territories, attempts, house, campaign: null };
    if (house.consentMonths !== null)
      return { judgesBasis: false, findingsOf: (facts) => judgeIntendedCall(call, facts) };
    // A list is of a day: no line has an appointment, whose instant it does not name.
    const findingsOf = (facts: PersonFacts) => {
      const key = `${territories.join()} ${attempts}`;
      const found = known.get(key) ?? judgeIntendedCall(call, facts);
      known.set(key, found);
      return found;
    };
    return { judgesBasis: false, findingsOf };
  };
}

/** The country of a number that no French rule judges, where a line has one. */
function countryAbroad(countries: readonly string[]): Abroad | null {
  const foreign = countries.find((country) => !isFrenchPlace(country));
  return foreign === undefined ? null : { abroad: foreign || null };
}

/** Makes the judges of the messages of a list, by the country of the number; an address is of none. */
export function messageJudges({ house, day, campaign }: MessageRules) {
  const at = instantAt("Europe/Paris", day, "12:00");
  return (_persons: readonly string[], countries: readonly string[]): CallJudge | Abroad => {
    const territories = countries.filter(isFrenchPlace);
    const findingsOf = (facts: PersonFacts) =>
      judgeIntendedMessage({ at, territories, house, campaign }, facts);
    return countryAbroad(countries) ?? { judgesBasis: true, findingsOf };
  };
}
