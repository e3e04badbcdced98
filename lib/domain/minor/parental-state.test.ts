import { describe, expect, it } from "vitest";
import { authorisationStatus } from "./authorisation";
import {
  type AgreementChoice,
  arePeopleOver,
  erasureDay,
  isAsked,
  isGiven,
  mayDecline,
  type ParentalFacts,
  parentalState,
} from "./parental-state";

const DAY = 86_400_000;
const NOW = Date.parse("2026-11-28T09:00:00Z");
const chosen = (
  outcome: AgreementChoice["outcome"],
  days: number,
  stated: Partial<AgreementChoice> = {},
): AgreementChoice => ({ consentId: "a", validUntil: null, ...stated, outcome, decidedAt: NOW + days * DAY });

const AGREED = chosen("allowed", -10, { consentId: null });
const ASKED: ParentalFacts = {
  consentId: "a",
  askedAt: NOW - DAY,
  authorisedOn: null,
  choices: [chosen("awaiting", -1), AGREED],
  ageOn: (day) => authorisationStatus({ country: "FR", born: "2014-05-10" }, day),
  letter: "accepted",
};
const CONFIRMED = { choices: [chosen("allowed", -0.5), ...ASKED.choices] };

describe("a holder who was asked", () => {
  const other = { consentId: "b" };
  it.each<[string, Partial<ParentalFacts>, boolean]>([
    ["while it is asked for", {}, true],
    ["once another is asked", { choices: [chosen("awaiting", 0, other), ...ASKED.choices] }, true],
    ["once another authorised", { choices: [chosen("allowed", 0, other), ...ASKED.choices] }, true],
    ["not what the child withdrew", { choices: [chosen("withdrawn", 0, other), ...ASKED.choices] }, false],
    ["not what is agreed otherwise", { choices: [chosen("allowed", 0, { consentId: null })] }, false],
    ["not twice", { choices: [chosen("refused", 0), ...ASKED.choices] }, false],
    [
      "not after the time to answer",
      { askedAt: NOW - 31 * DAY, choices: [chosen("awaiting", 0, other), AGREED] },
      false,
    ],
  ])("may refuse %s", (_, stated, may) => {
    expect(mayDecline({ ...ASKED, ...stated }, NOW)).toBe(may);
  });
});

describe("the state of an authorisation", () => {
  it.each<[string, Partial<ParentalFacts>, string]>([
    ["is to be sent while no letter left", { letter: null }, "to-send"],
    ["is to be sent while the letter waits", { letter: "queued" }, "to-send"],
    ["is sent once the relay has it", {}, "sent"],
    ["is returned with the letter", { letter: "bounced" }, "returned"],
    ["is unsure of a letter that nobody finds", { letter: "unknown" }, "unsure"],
    [
      "is confirmed by the answer, whatever the letter became",
      { ...CONFIRMED, letter: "bounced" },
      "confirmed",
    ],
    ["is declined", { choices: [chosen("refused", 0), ...ASKED.choices] }, "declined"],
    ["is withdrawn", { choices: [chosen("withdrawn", 0), ...CONFIRMED.choices] }, "withdrawn"],
    [
      "is over when the child withdraws",
      { choices: [chosen("withdrawn", 0, { consentId: null }), ...CONFIRMED.choices] },
      "over",
    ],
    [
      "ends with the agreement",
      { choices: [chosen("allowed", -0.5, { validUntil: "2026-11-27" })] },
      "ended",
    ],
    [
      "is replaced by a later one",
      { choices: [chosen("awaiting", 0, { consentId: "b" }), AGREED] },
      "replaced",
    ],
    ["is unanswered after thirty days", { askedAt: NOW - 31 * DAY }, "unanswered"],
    ["is the staff's record", { authorisedOn: "2026-11-01", choices: [AGREED] }, "recorded"],
    ["ends at the age", { ...CONFIRMED, ageOn: () => ({ kind: "lapsed" }) }, "taken-over"],
    [
      "ended at the age where nothing else did",
      { ...CONFIRMED, ageOn: () => ({ kind: "erased" }) },
      "taken-over",
    ],
    [
      "stays unanswered once the birthdate is erased",
      { askedAt: NOW - 70 * DAY, ageOn: () => ({ kind: "erased" }) },
      "unanswered",
    ],
    [
      "stays ended once the birthdate is erased",
      {
        choices: [chosen("allowed", -90, { validUntil: "2026-10-01" })],
        ageOn: () => ({ kind: "erased" }),
      },
      "ended",
    ],
  ])("%s", (_, stated, state) => {
    expect(parentalState({ ...ASKED, ...stated }, NOW)).toBe(state);
  });

  it("asks or is given, never both", () => {
    expect([isAsked("sent"), isGiven("sent")]).toEqual([true, false]);
    expect([isAsked("recorded"), isGiven("recorded")]).toEqual([false, true]);
    expect([isAsked("withdrawn"), isGiven("withdrawn")]).toEqual([false, false]);
  });
});

describe("people", () => {
  const withdrawn = { choices: [chosen("withdrawn", 0), ...CONFIRMED.choices] };
  it.each<[string, Partial<ParentalFacts>, number, boolean]>([
    ["serve while it holds", CONFIRMED, 400, false],
    ["serve thirty days after a withdrawal", withdrawn, 30, false],
    ["have served then", withdrawn, 31, true],
    ["have served sixty days after nobody answered", {}, 61, true],
    ["serve until then", {}, 59, false],
    // The child is fifteen on 10 May 2029.
    ["have served thirty days after the age", CONFIRMED, 894 + 31, true],
    ["serve until thirty days after the age", CONFIRMED, 894 + 29, false],
  ])("%s", (_, stated, days, isOver) => {
    expect(arePeopleOver({ ...ASKED, ...stated }, NOW + days * DAY)).toBe(isOver);
  });
});

it("names the day from which the people of an unanswered request are erased", () => {
  const day = erasureDay(ASKED.askedAt);
  const at = (hours: number) => Date.parse(`${day}T12:00:00Z`) + hours * 3_600_000;
  expect([arePeopleOver(ASKED, at(-24)), arePeopleOver(ASKED, at(0))]).toEqual([false, true]);
});
