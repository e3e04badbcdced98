import type { Consent, ProspectingFacts } from "@/lib/domain/telephone-prospecting/facts";
import { evaluateUnder, type HouseFinding } from "@/lib/domain/telephone-prospecting/house-rules";
import type { ProspectingRule } from "@/lib/domain/telephone-prospecting/statute";
import type { Territory } from "@/lib/domain/telephone-prospecting/territories";
import { houseWindowsOn, type Tightening } from "@/lib/domain/telephone-prospecting/tightening";
import { instantAt } from "@/lib/domain/time/zones";
import { addDaysToDay } from "@/lib/domain/time/calendar-day";
import type { CampaignContent } from "./content";
import { campaignFacts } from "./facts";
import { consentsOn, type CampaignGround } from "./ground";
import { lastScrubOn } from "./scrubs";

/** Rules that the calls of a campaign are judged by. */
export type CampaignRules = { statute: readonly ProspectingRule[]; house: Tightening };

/** Milliseconds between a request to be called and the call that is judged in its place. */
const AFTER_REQUEST = 60_000;

/**
 * Judges a call of the campaign on a day in one territory, at the first hour that law and house leave open: once for each
 * number shown and for each collection of consents. Facts of one person are taken at their best, for calls are judged one
 * by one by their log. Null where nobody may be called that day.
 */
export function judgeDay(
  content: CampaignContent,
  { ground, territory, day }: { ground: CampaignGround; territory: Territory; day: string },
  { statute, house }: CampaignRules,
): HouseFinding[] | null {
  const [window] = houseWindowsOn(house, [territory], day);
  if (!window) return null;
  const at = window.from;
  const consents: (Consent | "none" | null)[] = consentsOn(ground, { at, day, territory, house });
  if (consents.length === 0) consents.push(content.basis === null ? null : "none");
  const numbers = content.numbers.length > 0 ? content.numbers.map(({ number }) => number) : [null];
  const [consent = null] = consents;
  const [number = null] = numbers;
  const cases = [
    ...numbers.map((shown) => ({ shown, consent })),
    ...consents.slice(1).map((other) => ({ shown: number, consent: other })),
  ];
  const call = { at, territories: [territory] };
  return cases.flatMap((one) =>
    evaluateUnder(house, call, factsOf(content, ground, { ...one, at, day }), statute),
  );
}

/**
 * Judges the messages of a campaign that writes too, on a day in one territory: hours bind no message. Where it rests on
 * consent, each message rests on the choice of its person, for which the check of a list asks.
 */
export function judgeMessages(
  content: CampaignContent,
  { ground, territory, day }: { ground: CampaignGround; territory: Territory; day: string },
  { statute, house }: CampaignRules,
): HouseFinding[] {
  if (content.writes !== "yes") return [];
  const at = instantAt("Europe/Paris", day, "12:00");
  const consent = content.basis === "consent" ? PERSONAL_CONSENT : "none";
  const facts = {
    ...factsOf(content, ground, { shown: null, consent, at, day }),
    channel: "written" as const,
  };
  return evaluateUnder(house, { at, territories: [territory] }, facts, statute);
}

/** Consent of whoever is written to, whose own dates are judged person by person. */
const PERSONAL_CONSENT: Consent = {
  givenAt: 0,
  until: "9999-12-31",
  withdrawnAt: "never",
  items: { identities: true, freeChoice: true, duration: true, withdrawal: true, proofAccess: true },
  hasProof: true,
};

type Case = { shown: string | null; consent: Consent | "none" | null; at: number; day: string };

function factsOf(content: CampaignContent, ground: CampaignGround, { shown, consent, at, day }: Case) {
  const stated = campaignFacts(content, shown);
  const facts: ProspectingFacts = {
    ...stated,
    // Asks of a campaign to both what protects consumers.
    audience: content.audience === "both" ? "consumer" : stated.audience,
    consent,
    callBack:
      content.basis === "call-back"
        ? { requestedAt: at - AFTER_REQUEST, isProven: true, isWithinObject: true }
        : stated.callBack,
    bloctel: { scrubbedOn: lastScrubOn(ground.scrubs, day), isListed: false },
    agreedTime: "none",
    attempts: 0,
    refusal: "never",
    objection: "never",
  };
  return facts;
}

/** Days of a campaign that are judged, both included. */
export function daysBetween(first: string, last: string): string[] {
  const days: string[] = [];
  for (let day = first; day <= last; day = addDaysToDay(day, 1)) days.push(day);
  return days;
}
