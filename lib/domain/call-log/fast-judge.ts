import { todayIn, type Zone } from "@/lib/domain/time/zones";
import { consentAnniversary } from "@/lib/domain/telephone-prospecting/consent";
import { evaluate, type Finding } from "@/lib/domain/telephone-prospecting/evaluate";
import type { Consent, ProspectingFacts } from "@/lib/domain/telephone-prospecting/facts";
import { MOST_ATTEMPTS, restEnd } from "@/lib/domain/telephone-prospecting/judge-person";
import type { ProspectingRule } from "@/lib/domain/telephone-prospecting/statute";
import { zonesOf, type Territory } from "@/lib/domain/telephone-prospecting/territories";

/** Facts that differ from call to call; the others are those of the campaign. */
export type CallFacts = Pick<
  ProspectingFacts,
  "attempts" | "refusal" | "objection" | "consent" | "shownNumber" | "bloctel"
>;

export type Judge = (at: number, own: CallFacts) => readonly Finding[];

/**
 * Clocks of the territories differ from UTC by half hours, and days and hours of the law begin on half hours: all calls of
 * one half hour have the same law, day and window.
 */
const HALF_HOUR = 1_800_000;
/** Situations that are remembered; a month of calls has some thousands. */
const MOST_REMEMBERED = 100_000;

/** Judges as `evaluate` does, once for all calls of which every rule is told the same. */
export function makeJudge(
  { facts, territories }: { facts: ProspectingFacts; territories: readonly Territory[] },
  statute: readonly ProspectingRule[],
): Judge {
  const zones = zonesOf(territories);
  const remembered = new Map<string, readonly Finding[]>();
  const { callBack } = facts;
  return (at, own) => {
    const isAsked = callBack !== null && callBack !== "none" && callBack.requestedAt <= at;
    const situation = `${isAsked} ${situationOf(zones, at, own)}`;
    const known = remembered.get(situation);
    if (known) return known;
    if (remembered.size >= MOST_REMEMBERED) remembered.clear();
    const found = evaluate({ at, territories }, { ...facts, ...own }, statute);
    remembered.set(situation, found);
    return found;
  };
}

/** Everything that a rule may ask of a call beside the facts of its campaign; calls alike in it are judged alike. */
function situationOf(zones: readonly Zone[], at: number, own: CallFacts): string {
  const { attempts, refusal, objection, consent, shownNumber, bloctel } = own;
  return [
    Math.floor(at / HALF_HOUR),
    attempts === null ? "?" : attempts >= MOST_ATTEMPTS,
    ...[shownNumber, bloctel.scrubbedOn, bloctel.isListed],
    refusalOf(zones, at, refusal),
    before(at, objection),
    consent === null || consent === "none" ? consent : consentOf(zones, at, { consent, refusal, objection }),
  ].join(" ");
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

type Consented = { consent: Consent } & Pick<CallFacts, "refusal" | "objection">;

function consentOf(zones: readonly Zone[], at: number, { consent, refusal, objection }: Consented): string {
  const { givenAt, until, withdrawnAt, items, hasProof } = consent;
  const isAfter = (stop: number | "never" | null) => typeof stop === "number" && givenAt <= stop;
  return [
    ...[givenAt <= at, isAfter(refusal), isAfter(objection), before(at, withdrawnAt), hasProof],
    ...Object.values(items),
    ...zones.map((zone) => {
      const [day, anniversary] = [todayIn(zone, at), consentAnniversary(zone, givenAt)];
      return `${day > anniversary}${day === anniversary}${until && day > until}${until && until > anniversary}`;
    }),
  ].join();
}
