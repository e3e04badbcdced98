import { expect, it } from "vitest";
import { ownChoice } from "./own-choice";
import type { AgreementChoice, ParentalFacts } from "./parental-state";

const SINCE = "2028-05-10";
const at = (day: string) => Date.parse(`${day}T12:00:00Z`);
const choice = (
  outcome: AgreementChoice["outcome"],
  day: string,
  consentId: string | null,
  validUntil: string | null = null,
): AgreementChoice => ({ outcome, consentId, decidedAt: at(day), validUntil });
const facts = (...choices: AgreementChoice[]): ParentalFacts => ({
  consentId: "own",
  askedAt: at("2027-01-02"),
  authorisedOn: null,
  choices,
  ageOn: (day) => (day < SINCE ? { kind: "holds", isJoint: true, aloneFrom: SINCE } : { kind: "lapsed" }),
  letter: null,
});
const CHILD = choice("allowed", "2027-01-01", null);
const PARENT = choice("allowed", "2027-01-03", "own", "2028-12-31");

it.each<[string, ParentalFacts, object]>([
  ["holds until the young person chooses", facts(PARENT, CHILD), { kind: "holds", chosenAt: null }],
  [
    "ends with its own term",
    facts({ ...PARENT, validUntil: "2028-05-31" }, CHILD),
    { kind: "ended", chosenAt: null },
  ],
  [
    "is followed by their own choice",
    facts(choice("withdrawn", "2028-06-02", null), PARENT, CHILD),
    { kind: "chosen", chosenAt: at("2028-06-02") },
  ],
  ["was never authorised", facts(choice("awaiting", "2027-01-02", "own"), CHILD), { kind: "never" }],
])("what was authorised for a child who decides alone %s", (_, of, expected) => {
  expect(ownChoice(of, at("2028-07-01"))).toMatchObject({ since: SINCE, ...expected });
});

it("has no day once the birthdate is erased", () => {
  const erased: ParentalFacts = { ...facts(PARENT, CHILD), ageOn: () => ({ kind: "erased" }) };
  expect(ownChoice(erased, at("2028-07-01"))).toEqual({ kind: "holds", since: null, chosenAt: null });
});
