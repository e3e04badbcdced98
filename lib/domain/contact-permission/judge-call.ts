import type { CampaignFacts } from "@/lib/domain/campaign/facts";
import type { PersonFacts } from "@/lib/domain/campaign/person-facts";
import type { ProspectingFacts } from "@/lib/domain/telephone-prospecting/facts";
import {
  evaluateUnder,
  isHouseRule,
  type HouseFinding,
} from "@/lib/domain/telephone-prospecting/house-rules";
import { PROSPECTING_RULES, type RuleId } from "@/lib/domain/telephone-prospecting/statute";
import type { Territory } from "@/lib/domain/telephone-prospecting/territories";
import type { Tightening } from "@/lib/domain/telephone-prospecting/tightening";

/** Call that somebody is about to make. */
export type IntendedCall = {
  /** Instant, in milliseconds. */
  at: number;
  territories: readonly Territory[];
  /** Attempts within thirty calendar days that are known; null where nobody knows of any call. */
  attempts: number | null;
  house: Tightening;
  /** Facts that a campaign states of its calls; null where the call is of none. */
  campaign: CampaignFacts | null;
};

/** Rules that ask for nothing that a campaign alone states: hours and frequency, D223-9. */
const OF_ANY_CALL: readonly RuleId[] = ["T5a", "T5b", "T6"];

/**
 * Judges a call to a consumer by law and house. Outside a campaign hours and frequency alone are judged: what the call
 * rests on is then the choice of the person. A frequency that no log tells is left out. An appointment of the person opens the
 * hours, D223-9, and nothing else.
 */
export function judgeIntendedCall(
  { at, territories, attempts, house, campaign }: IntendedCall,
  person: PersonFacts,
): HouseFinding[] {
  const facts: ProspectingFacts = Object.assign({}, NOTHING_KNOWN, campaign, person, {
    attempts,
    audience: campaign?.audience ?? ("consumer" as const),
  });
  return evaluateUnder(house, { at, territories }, facts, PROSPECTING_RULES).filter(
    ({ rule, reason }) =>
      reason !== "attempts-unknown" &&
      (campaign !== null || isHouseRule(rule) || OF_ANY_CALL.some((one) => one === rule)),
  );
}

/** Message, by e-mail or SMS, of a campaign that writes too. */
export type IntendedMessage = Pick<IntendedCall, "at" | "territories" | "house"> & {
  campaign: CampaignFacts;
};

/**
 * Judges a message to a consumer by what its campaign states and by what the person chose about messages: L34-5 CPCE asks for
 * consent, or for the five conditions of a sale. What the house asks of calls, and where the person may be, decide nothing.
 */
export function judgeIntendedMessage(
  { at, territories, house, campaign }: IntendedMessage,
  person: PersonFacts,
): HouseFinding[] {
  const facts: ProspectingFacts = Object.assign({}, NOTHING_KNOWN, campaign, person, {
    channel: "written" as const,
    audience: campaign.audience ?? ("consumer" as const),
  });
  return evaluateUnder(house, { at, territories }, facts, PROSPECTING_RULES).filter(
    ({ rule }) => rule !== "territory" && !isHouseRule(rule),
  );
}

const NOTHING_KNOWN: ProspectingFacts = {
  audience: null,
  channel: "voice",
  sector: null,
  contract: null,
  consent: null,
  callBack: null,
  sale: null,
  bloctel: { scrubbedOn: null, isListed: null },
  agreedTime: "none",
  attempts: null,
  refusal: null,
  objection: null,
  shownNumber: null,
  isAuthenticated: null,
  isFromAbroad: null,
  isRobot: null,
  isDialler: null,
};
