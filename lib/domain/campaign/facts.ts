import { saleOf, type ProspectingFacts } from "@/lib/domain/telephone-prospecting/facts";
import type { ANSWERS, CampaignContent } from "./content";
import { shownNumberKind } from "./shown-number";

/** Facts that a campaign states of each of its calls; the others belong to the call and to the person. */
export type CampaignFacts = Pick<
  ProspectingFacts,
  | "audience"
  | "channel"
  | "sector"
  | "contract"
  | "callBack"
  | "sale"
  | "shownNumber"
  | "isAuthenticated"
  | "isFromAbroad"
  | "isRobot"
  | "isDialler"
>;

/**
 * Returns what the campaign states of a call that shows `shown`, a number in E.164; null where nobody knows which. Of a
 * ground that the campaign does not claim it has none. Of a number that it does not list, nobody knows who vouches for it.
 */
export function campaignFacts(content: CampaignContent, shown: string | null): CampaignFacts {
  const { audience, basis, sector } = content;
  const listed = content.numbers.find(({ number }) => number === shown);
  return {
    audience: audience === "both" ? null : audience,
    channel: "voice",
    sector: basis === "press" ? "press" : sector,
    contract: basis === null ? null : basis === "contract" ? "related" : "none",
    sale: saleOf({
      own: answerToBoolean(content.saleOwn),
      similar: answerToBoolean(content.saleSimilar),
      collected: answerToBoolean(content.saleCollected),
      refusalThen: answerToBoolean(content.saleRefusalThen),
      refusalEach: answerToBoolean(content.saleRefusalEach),
    }),
    callBack: basis === null || basis === "call-back" ? null : "none",
    shownNumber: shown === null ? null : shownNumberKind(shown),
    isAuthenticated: answerToBoolean(listed?.authenticated ?? null),
    isFromAbroad: answerToBoolean(content.abroad),
    isRobot: answerToBoolean(content.robot),
    isDialler: answerToBoolean(content.dialler),
  };
}

function answerToBoolean(answer: (typeof ANSWERS)[number] | null): boolean | null {
  return answer === null ? null : answer === "yes";
}
