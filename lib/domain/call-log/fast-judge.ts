import { addMonthsToDay } from "@/lib/domain/time/calendar-day";
import { todayIn, type Zone } from "@/lib/domain/time/zones";
import { consentAnniversary } from "@/lib/domain/telephone-prospecting/consent";
import { callBackEnd } from "@/lib/domain/telephone-prospecting/judge-basis";
import type { CallBack, Consent, ProspectingFacts } from "@/lib/domain/telephone-prospecting/facts";
import {
  houseAt,
  houseVersionAt,
  spanOf,
  type HouseHistory,
} from "@/lib/domain/telephone-prospecting/house-history";
import { evaluateUnder, type HouseFinding } from "@/lib/domain/telephone-prospecting/house-rules";
import { MOST_ATTEMPTS, restEnd } from "@/lib/domain/telephone-prospecting/judge-person";
import type { ProspectingRule } from "@/lib/domain/telephone-prospecting/statute";
import { zonesOf, type Territory } from "@/lib/domain/telephone-prospecting/territories";

/** Facts that differ from call to call; the others are those of the campaign. */
export type CallFacts = Pick<
  ProspectingFacts,
  "attempts" | "refusal" | "objection" | "consent" | "shownNumber" | "bloctel"
> & {
  /** The person had agreed to the call's date and time; left out, the campaign's own answers stand. */
  agreedTime?: "precise";
  callBack?: CallBack;
};

export type Judge = (at: number, own: CallFacts) => readonly HouseFinding[];

/** Situations that are remembered; a month of calls has some thousands. */
const MOST_REMEMBERED = 100_000;

/** Rules that calls are judged by: the statute, and what the house asked for at the instant of each. */
export type Rules = { statute: readonly ProspectingRule[]; houses: HouseHistory };

/** Judges as `evaluateUnder` does, once for all calls of which every rule is told the same. */
export function makeJudge(
  { facts, territories }: { facts: ProspectingFacts; territories: readonly Territory[] },
  { statute, houses }: Rules,
): Judge {
  const situationOf = situationsIn(zonesOf(territories), houses);
  const remembered = new Map<string, readonly HouseFinding[]>();
  const { callBack } = facts;
  return (at, own) => {
    const isAsked = callBack !== null && callBack !== "none" && callBack.requestedAt <= at;
    const situation = `${isAsked} ${situationOf(at, own)}`;
    const known = remembered.get(situation);
    if (known) return known;
    if (remembered.size >= MOST_REMEMBERED) remembered.clear();
    const found = evaluateUnder(houseAt(houses, at), { at, territories }, { ...facts, ...own }, statute);
    remembered.set(situation, found);
    return found;
  };
}

/**
 * Everything that a rule may ask of a call beside the facts of its campaign; calls alike in it are judged alike. All calls
 * of one span have the same law, day, window and hours of the house.
 */
function situationsIn(zones: readonly Zone[], houses: HouseHistory) {
  const span = spanOf(houses);
  return (at: number, own: CallFacts): string => {
    const { attempts, refusal, objection, consent, shownNumber, bloctel, agreedTime, callBack } = own;
    return [
      agreedTime,
      callBack && requestOf(zones, at, callBack),
      ...[Math.floor(at / span), houseVersionAt(houses, at)],
      attempts === null ? "?" : Math.min(attempts, MOST_ATTEMPTS),
      ...[shownNumber, bloctel.scrubbedOn, bloctel.isListed],
      refusalOf(zones, at, refusal),
      before(at, objection),
      consent === null || consent === "none"
        ? consent
        : consentOf(zones, at, { consent, refusal, objection, months: houseAt(houses, at).consentMonths }),
    ].join(" ");
  };
}

/** The answer to a request depends on how many days of work it is late by. */
function requestOf(
  zones: readonly Zone[],
  at: number,
  { requestedAt, isProven, isWithinObject }: CallBack,
): string {
  const late = zones.map((zone) => todayIn(zone, at) > callBackEnd(todayIn(zone, requestedAt)));
  return [requestedAt <= at, isProven, isWithinObject, ...late].join();
}

function before(at: number, instant: number | "never" | null): string {
  if (instant === null) return "?";
  return instant === "never" || instant > at ? "never" : "before";
}

function refusalOf(zones: readonly Zone[], at: number, refusal: CallFacts["refusal"]): string {
  const state = before(at, refusal);
  if (state !== "before" || typeof refusal !== "number") return state;
  return zones.map((zone) => todayIn(zone, at) > restEnd(zone, refusal)).join();
}

/** `months` are those for which the house relies on a consent. */
type Consented = { consent: Consent; months: number | null } & Pick<CallFacts, "refusal" | "objection">;

function consentOf(
  zones: readonly Zone[],
  at: number,
  { consent, refusal, objection, months }: Consented,
): string {
  const { givenAt, until, withdrawnAt, items, hasProof } = consent;
  const isAfter = (stop: number | "never" | null) => typeof stop === "number" && givenAt <= stop;
  return [
    ...[givenAt <= at, isAfter(refusal), isAfter(objection), before(at, withdrawnAt), hasProof],
    ...Object.values(items),
    ...zones.map((zone) => {
      const [day, anniversary] = [todayIn(zone, at), consentAnniversary(zone, givenAt)];
      const isOld = months !== null && day > addMonthsToDay(todayIn(zone, givenAt), months);
      return `${isOld}${day > anniversary}${day === anniversary}${until && day > until}${until && until > anniversary}`;
    }),
  ].join();
}
