import {
  CONSENT_ITEMS,
  type CallBack,
  type Consent,
  type ProspectingFacts,
} from "@/lib/domain/telephone-prospecting/facts";
import { startOfDay } from "@/lib/domain/time/zones";
import type { CallQuery } from "@/lib/features/telephone/schema";

type Answer = "" | "yes" | "no";

/** Facts of a call as they were answered; what is empty is unknown. */
export function factsOf(query: CallQuery): ProspectingFacts {
  return {
    audience: query.audience || null,
    channel: query.channel || null,
    sector: query.sector || null,
    contract: query.contract || null,
    consent: consentOf(query),
    callBack: callBackOf(query),
    bloctel: {
      scrubbedOn: query.scrubbed === "no" ? "never" : query.scrubbedOn || null,
      isListed: answerToBoolean(query.listed),
    },
    agreedTime: query.agreedTime || null,
    attempts: query.attempts === "" ? null : Number(query.attempts),
    refusal: momentOf(query.refused, query.refusedOn, query.on),
    objection: momentOf(query.objected, query.objectedOn, query.on),
    shownNumber: query.shownNumber || null,
    isAuthenticated: answerToBoolean(query.authenticated),
    isFromAbroad: answerToBoolean(query.abroad),
    isRobot: answerToBoolean(query.robot),
    isDialler: answerToBoolean(query.dialler),
  };
}

function consentOf(query: CallQuery): Consent | "none" | null {
  if (query.consent === "no") return "none";
  const givenAt = instantOn(query.consentOn, query.on);
  if (query.consent === "" || givenAt === null) return null;
  const items = query.items === "" ? null : query.items === "all";
  return {
    givenAt,
    until: query.consentUntil || null,
    withdrawnAt: momentOf(query.withdrawn, query.withdrawnOn, query.on),
    // "Some are missing" does not say which: the consent lacks one for certain, and no other is claimed to be there.
    items: Object.fromEntries(
      CONSENT_ITEMS.map((item, index) => [item, items === false && index > 0 ? null : items]),
    ) as Consent["items"],
    hasProof: answerToBoolean(query.proof),
  };
}

function callBackOf(query: CallQuery): CallBack | "none" | null {
  if (query.callBack === "no") return "none";
  const requestedAt = instantOn(query.callBackOn, query.on);
  if (query.callBack === "" || requestedAt === null) return null;
  return {
    requestedAt,
    isProven: answerToBoolean(query.callBackProven),
    isWithinObject: answerToBoolean(query.callBackObject),
  };
}

function momentOf(answer: Answer, on: string, callOn: string): number | "never" | null {
  return answer === "no" ? "never" : answer === "" ? null : instantOn(on, callOn);
}

/** A day without an hour; on the day of the call nobody knows which came first. */
function instantOn(on: string, callOn: string): number | null {
  return on === "" || on === callOn ? null : startOfDay("Europe/Paris", on);
}

function answerToBoolean(answer: Answer): boolean | null {
  return answer === "" ? null : answer === "yes";
}
