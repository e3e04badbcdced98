import {
  CONSENT_ITEMS,
  saleOf,
  type CallBack,
  type Consent,
  type ProspectingFacts,
  type UndatedDay,
  type UndatedFacts,
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
    sale: saleOf({
      own: answerToBoolean(query.saleOwn),
      similar: answerToBoolean(query.saleSimilar),
      collected: answerToBoolean(query.saleCollected),
      refusalThen: answerToBoolean(query.saleRefusalThen),
      refusalEach: answerToBoolean(query.saleRefusalEach),
    }),
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
    ...(hasUndated(query) && { undated: undatedOf(query) }),
  };
}

function hasUndated(query: CallQuery): boolean {
  return Object.keys(undatedOf(query)).length > 0;
}

/** Facts that were stated on a day that nobody gave, or on the day of the call itself. */
function undatedOf(query: CallQuery): UndatedFacts {
  const day = (answer: Answer, on: string): UndatedDay | null =>
    answer !== "yes" || instantOn(on, query.on) !== null ? null : on === "" ? "unknown" : "same-day";
  const objection = day(query.objected, query.objectedOn);
  const refusal = day(query.refused, query.refusedOn);
  const withdrawal = query.consent === "yes" ? day(query.withdrawn, query.withdrawnOn) : null;
  const callBack = day(query.callBack, query.callBackOn);
  const consent = day(query.consent, query.consentOn);
  return {
    ...(objection && { objection }),
    ...(refusal && { refusal }),
    ...(withdrawal && { withdrawal }),
    ...(callBack && { callBack }),
    ...(consent && { consent: { day: consent, ...endOfConsent(query) } }),
  };
}

function endOfConsent(query: CallQuery): Pick<Consent, "until" | "withdrawnAt"> {
  return {
    until: query.consentUntil || null,
    withdrawnAt: momentOf(query.withdrawn, query.withdrawnOn, query.on),
  };
}

function consentOf(query: CallQuery): Consent | "none" | null {
  if (query.consent === "no") return "none";
  const givenAt = instantOn(query.consentOn, query.on);
  if (query.consent === "" || givenAt === null) return null;
  const items = query.items === "" ? null : query.items === "all";
  return {
    givenAt,
    ...endOfConsent(query),
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
