import { setImmediate as turn } from "node:timers/promises";
import { groupAlikeCalls, type AlikeCalls } from "@/lib/domain/call-log/alike-calls";
import { makeDayNumbers } from "@/lib/domain/call-log/day-numbers";
import { makeJudge, type CallFacts } from "@/lib/domain/call-log/fast-judge";
import { buildPasts, type CallPast } from "@/lib/domain/call-log/person-past";
import { makeTally, type Tally } from "@/lib/domain/call-log/tally";
import { findingsAbroad, outsideFinding, territoriesOfCall } from "@/lib/domain/campaign/called-place";
import { campaignFacts } from "@/lib/domain/campaign/facts";
import { agreedCallFacts } from "@/lib/domain/choice/appointment";
import { itemsOf } from "@/lib/domain/campaign/person-facts";
import { lastScrubOn } from "@/lib/domain/campaign/scrubs";
import type { CampaignContent } from "@/lib/domain/campaign/content";
import { itemAt } from "@/lib/domain/invariant/required";
import { ATTEMPT_DAYS, MOST_ATTEMPTS } from "@/lib/domain/telephone-prospecting/judge-person";
import type { Consent, ProspectingFacts } from "@/lib/domain/telephone-prospecting/facts";
import type { HouseHistory } from "@/lib/domain/telephone-prospecting/house-history";
import type { DataLaw } from "@/lib/domain/statute/applicable-laws";
import { PROSPECTING_RULES } from "@/lib/domain/telephone-prospecting/statute";
import { zonesOf } from "@/lib/domain/telephone-prospecting/territories";
import { todayIn } from "@/lib/domain/time/zones";
import type { Tx } from "@/lib/platform/database/transaction";
import { readPeople, type PeopleAsked } from "./people";

/** Calls of logs that were cleared: nobody knows any more who was called between these instants. */
export type ClearedSpan = { firstAt: number; lastAt: number };

export type LogAsked = PeopleAsked & {
  content: CampaignContent;
  /** Laws under which the controller of the campaign stands on the day of the judgement. */
  laws: readonly DataLaw[];
  /** Versions of the house, by their instant. */
  houses: HouseHistory;
  /** True where an agreement towards the controller was ever recorded; nobody knows else who gave one. */
  hasConsents: boolean;
  /** Items that the wording of each collection of consents holds, by its id. */
  collections: ReadonlyMap<string, Consent["items"]>;
  /** Days on which the campaign's list was scrubbed. */
  scrubs: readonly string[];
  cleared: readonly ClearedSpan[];
};

/** Judges every call of a log by law and house of its own instant. `onCalls` hears how many were judged so far. */
export async function judgeLog(tx: Tx, asked: LogAsked, onCalls: (judged: number) => void): Promise<Tally> {
  const { content } = asked;
  const tally = makeTally(itemAt(zonesOf(content.territories), 0));
  const judgeOf = judgesByNumber(asked);
  const stated = campaignFacts(content, null);
  const daysOf = daysByCountry(content);
  const alike = groupAlikeCalls({ houses: asked.houses, daysOf }, (group) => {
    const facts = factsOf(group, asked);
    const abroad = findingsAbroad(content, group.country, {
      at: group.first,
      facts: { ...facts, channel: "voice", isRobot: stated.isRobot },
      laws: asked.laws,
    });
    const { judge, shownNumber } = judgeOf(group);
    const outside = outsideFinding(content, group.country);
    const found = abroad ?? judge(group.first, { ...facts, shownNumber });
    tally.add(outside ? [...found, outside] : found, group);
  });
  let judged = 0;
  for await (const people of readPeople(tx, asked)) {
    for (const person of people)
      buildPasts(person, daysOf(person.country), (call, past) => {
        judged += 1;
        alike.add(call, past, person);
      });
    onCalls(judged);
    // Lets the process serve others between two parts.
    await turn();
  }
  alike.flush();
  return tally.result();
}

/** Counts days by the clocks of the territories in which a number of a country may be. */
function daysByCountry(content: CampaignContent) {
  const known = new Map<string, ReturnType<typeof makeDayNumbers>>();
  return (country: string) => {
    const found = known.get(country) ?? makeDayNumbers(zonesOf(territoriesOfCall(content, country)));
    known.set(country, found);
    return found;
  };
}

/** Makes a judge for each number shown, and each country called: who vouches for it is a fact of the campaign. */
function judgesByNumber({ content, houses }: LogAsked) {
  const known = new Map<
    string,
    { judge: ReturnType<typeof makeJudge>; shownNumber: CallFacts["shownNumber"] }
  >();
  return ({ shown, country }: Pick<AlikeCalls, "shown" | "country">) => {
    const key = `${country} ${shown}`;
    const found = known.get(key);
    if (found) return found;
    const stated = campaignFacts(content, shown === "masked" || shown === "" ? null : shown);
    const made = {
      judge: makeJudge(
        {
          facts: { ...NOTHING_KNOWN, agreedTime: agreedTimeOf(content), ...stated },
          territories: territoriesOfCall(content, country),
        },
        { statute: PROSPECTING_RULES, houses },
      ),
      shownNumber: shown === "masked" ? ("masked" as const) : stated.shownNumber,
    };
    known.set(key, made);
    return made;
  };
}

/** No log tells whether the person was listed. */
const UNKNOWN_SCRUB: ProspectingFacts["bloctel"] = { scrubbedOn: null, isListed: null };

/** Facts of which no log tells. */
const NOTHING_KNOWN = {
  consent: null,
  bloctel: UNKNOWN_SCRUB,
  attempts: null,
  refusal: null,
  objection: null,
} satisfies Partial<ProspectingFacts>;

/**
 * An agreement to be called at a precise time that is not in the register of choices is proved by whoever relies on it.
 * Requests to be called back may hold one, which nobody has said.
 */
function agreedTimeOf({ basis }: CampaignContent): ProspectingFacts["agreedTime"] {
  return basis === "call-back" || basis === null ? null : "none";
}

function factsOf({ first: at, past }: AlikeCalls, asked: LogAsked): Omit<CallFacts, "shownNumber"> {
  const { cleared, content, hasConsents } = asked;
  const isBefore = cleared.some(({ firstAt }) => firstAt <= at);
  const windowFrom = at - (ATTEMPT_DAYS + 1) * 86_400_000;
  const isInWindow = cleared.some(({ firstAt, lastAt }) => firstAt <= at && lastAt >= windowFrom);
  return {
    attempts: isInWindow && past.attempts < MOST_ATTEMPTS ? null : past.attempts,
    refusal: past.refusal ?? (past.isUnknown || isBefore ? null : "never"),
    objection: past.objection ?? "never",
    bloctel: scrubBefore(at, asked),
    ...(past.appointment && agreedCallFacts(past.appointment)),
    // Claims no consent where the campaign rests on another ground.
    consent: consentOf(past, asked) ?? (hasConsents || isOtherGround(content) ? "none" : null),
  };
}

function isOtherGround({ basis }: CampaignContent): boolean {
  return basis !== null && basis !== "consent";
}

/** A campaign without any recorded scrub may have had one that nobody recorded. */
function scrubBefore(at: number, { scrubs }: LogAsked): ProspectingFacts["bloctel"] {
  if (scrubs.length === 0) return UNKNOWN_SCRUB;
  return { ...UNKNOWN_SCRUB, scrubbedOn: lastScrubOn(scrubs, todayIn("Europe/Paris", at)) };
}

function consentOf({ allowed, withdrawnAt }: CallPast, { collections }: LogAsked): Consent | null {
  if (allowed === null) return null;
  const { at, validUntil, hasProof, collectionId } = allowed;
  return {
    givenAt: at,
    until: validUntil,
    withdrawnAt: withdrawnAt ?? "never",
    hasProof,
    items: collections.get(collectionId ?? "") ?? itemsOf(null),
  };
}
