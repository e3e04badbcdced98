import { expect, it } from "vitest";
import { campaignWith } from "@/lib/domain/campaign/campaign.fixture";
import { campaignFacts } from "@/lib/domain/campaign/facts";
import { personFacts } from "@/lib/domain/campaign/person-facts";
import { NO_TIGHTENING } from "@/lib/domain/telephone-prospecting/tightening";
import { judgeIntendedCall, judgeIntendedMessage } from "./judge-call";

/** A Friday at 15:05 in Paris. */
const AT = Date.parse("2026-11-27T14:05:00Z");
const DAY = 86_400_000;
const asked = { purpose: "Pompe à chaleur", at: AT };
const call = { at: AT, territories: ["FR"] as const, house: NO_TIGHTENING };

it("takes an appointment that is kept for the request of R223-4, in a sector that may not call else", () => {
  const campaign = campaignFacts(campaignWith({ sector: "housing-energy", basis: "contract" }), null);
  const agreed = {
    purpose: asked.purpose,
    outcome: "allowed" as const,
    callAt: AT - 300_000,
    isOfPurpose: true,
    hasProof: true,
  };
  const judged = (agreedAt: number | null) =>
    judgeIntendedCall(
      { ...call, attempts: 0, campaign: { ...campaign, contract: "none" } },
      personFacts([], asked, agreedAt === null ? [] : [{ ...agreed, agreedAt }]),
    )
      .filter(({ rule }) => rule === "T2")
      .map(({ verdict, reason }) => `${verdict} ${reason}`);
  expect(judged(null)).toEqual(["broken sector-prohibited"]);
  expect(judged(AT - 2 * DAY)).toEqual(["warning call-back-contested"]);
  // More than five days of work before the call.
  expect(judged(AT - 10 * DAY)).toEqual(["broken sector-prohibited"]);
});

it("judges a message by no rule of calls, and by no territory", () => {
  const campaign = campaignFacts(campaignWith({ writes: "yes", basis: "consent" }), null);
  const found = judgeIntendedMessage(
    { ...call, territories: [], campaign },
    personFacts([], { act: "mail", ...asked }),
  );
  expect(found.map(({ rule }) => rule).filter((rule) => !["T8", "T14", "T19", "G21"].includes(rule))).toEqual(
    [],
  );
  expect(found).toContainEqual(
    expect.objectContaining({ rule: "T19", verdict: "broken", reason: "consent-none" }),
  );
});
