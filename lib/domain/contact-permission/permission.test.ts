import fc from "fast-check";
import { expect, it } from "vitest";
import type { ProvenChoice } from "@/lib/domain/campaign/person-facts";
import type { HouseFinding } from "@/lib/domain/telephone-prospecting/house-rules";
import { VERDICTS } from "@/lib/domain/telephone-prospecting/judgement";
import { CHOICE_ACTS, CHOICE_OUTCOMES } from "@/lib/domain/choice/choices";
import { lineAnswerOf } from "./line-answer";
import { decidePermission, PERMISSION_VERDICTS } from "./permission";

const AT = Date.parse("2026-11-27T09:30:00Z");
const asked = { act: "telephone", purpose: "", country: "", at: AT, day: "2026-11-27" } as const;
const objection = {
  id: "1",
  reference: "DP-001",
  channel: "public-form",
  receivedAt: AT,
  isDoubtful: false,
  isOfBurst: false,
};
const agreed: ProvenChoice = {
  act: "telephone",
  purpose: "",
  country: "",
  outcome: "allowed",
  decidedAt: AT - 1,
  validUntil: null,
  proof: "P",
  source: "form",
  items: null,
};
const finding = (verdict: HouseFinding["verdict"], rule: HouseFinding["rule"] = "T6") =>
  ({
    rule,
    verdict,
    article: "D223-9",
    reason: "attempts-exceeded",
    zone: "Europe/Paris",
    isZoneDoubted: false,
    isHouse: false,
  }) as HouseFinding;
const judge = (found: HouseFinding[], judgesBasis = false) => ({ findingsOf: () => found, judgesBasis });

it("refuses whoever objected while nobody knows to which client, for marketing alone and from that instant", () => {
  const known = { choices: [agreed], pending: [objection] };
  expect(decidePermission(asked, known, null)).toMatchObject({
    verdict: "refused",
    reasons: [{ kind: "pending" }, { reason: "agreed" }],
  });
  expect(decidePermission({ ...asked, at: AT - 1 }, known, null).verdict).toBe("allowed");
  expect(decidePermission({ ...asked, act: "recording" }, known, null).verdict).toBe("doubtful");
});

it("leaves to a campaign what a call rests on, and never what the person refused", () => {
  const nothing = { choices: [], pending: [] };
  expect(decidePermission(asked, nothing, judge([finding("met")])).verdict).toBe("doubtful");
  expect(decidePermission(asked, nothing, judge([finding("met")], true)).verdict).toBe("allowed");
  const refused = { choices: [{ ...agreed, outcome: "refused" as const }], pending: [] };
  expect(decidePermission(asked, refused, judge([finding("met")], true)).verdict).toBe("refused");
});

it("doubts a call to another country, whose law is not judged here, and lets a refusal stand", () => {
  expect(decidePermission(asked, { choices: [agreed], pending: [] }, { abroad: "MA" })).toMatchObject({
    verdict: "doubtful",
    reasons: [{ kind: "abroad", country: "MA" }, { reason: "agreed" }],
  });
  const refused = { ...agreed, outcome: "refused" as const };
  expect(decidePermission(asked, { choices: [refused], pending: [] }, { abroad: "MA" }).verdict).toBe(
    "refused",
  );
});

it("names on a line the choice first, then what waits, then the rule", () => {
  const refused = { choices: [{ ...agreed, outcome: "refused" as const }], pending: [objection] };
  const lineOf = (...of: Parameters<typeof decidePermission>) => lineAnswerOf(decidePermission(...of));
  expect(lineOf(asked, refused, judge([finding("broken")]))).toBe("objected");
  expect(lineOf(asked, { choices: [agreed], pending: [objection] }, judge([finding("broken")]))).toBe(
    "pending",
  );
  const consenting = { choices: [agreed], pending: [] };
  expect(lineOf(asked, consenting, judge([finding("broken")]))).toBe("frequency");
  expect(lineOf(asked, consenting, judge([finding("broken", "T5b")]))).toBe("closedDay");
  expect(lineOf(asked, consenting, judge([finding("broken", "house-consent")]))).toBe("houseConsent");
  expect(lineOf(asked, consenting, judge([finding("warning")]))).toBe("agreed");
});

it("is never better than any of its reasons", () => {
  const choice = fc.record({
    act: fc.constantFrom(...CHOICE_ACTS),
    outcome: fc.constantFrom(...CHOICE_OUTCOMES),
    decidedAt: fc.integer({ min: AT - 1000, max: AT }),
  });
  fc.assert(
    fc.property(
      fc.array(choice),
      fc.array(fc.constantFrom(...VERDICTS)),
      fc.boolean(),
      (made, found, isHeld) => {
        const choices = made.map((one) => ({ ...agreed, ...one }));
        const known = { choices, pending: isHeld ? [objection] : [] };
        const { verdict, reasons } = decidePermission(asked, known, judge(found.map((one) => finding(one))));
        const rank = (one: (typeof PERMISSION_VERDICTS)[number]) => PERMISSION_VERDICTS.indexOf(one);
        expect(rank(verdict)).toBe(Math.max(...reasons.map((one) => rank(one.verdict))));
        if (isHeld || found.includes("broken")) expect(verdict).toBe("refused");
      },
    ),
  );
});
