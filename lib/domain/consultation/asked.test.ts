import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Choice, CHOICE_ACTS, CHOICE_OUTCOMES, choiceAt } from "@/lib/domain/choice/choices";
import { questionsToAsk } from "./asked";
import { subjectOfQuestion } from "./content";

const AT = { at: 100, day: "2026-12-10" };
const question = (act: Choice["act"], stated: { purpose?: string; country?: string } = {}) => ({
  act,
  purpose: "",
  country: "",
  ...stated,
});
const chosen = (act: Choice["act"], purpose: string, outcome: Choice["outcome"], decidedAt = 1): Choice => ({
  ...(act === "transfer" ? { act, purpose: "", country: purpose } : { act, purpose, country: "" }),
  outcome,
  decidedAt,
  validUntil: null,
});
const calls = question("telephone", { purpose: "Fibre" });
const dakar = question("transfer", { country: "SN" });

describe("questions to ask", () => {
  it.each<[string, Choice[], number[]]>([
    ["all of somebody who never chose", [], [1, 2]],
    ["all of somebody who allowed", [chosen("telephone", "Fibre", "allowed")], [1, 2]],
    ["not what was refused", [chosen("telephone", "Fibre", "refused")], [2]],
    ["not what was withdrawn", [chosen("telephone", "Fibre", "withdrawn")], [2]],
    ["not what was refused for every purpose", [chosen("telephone", "", "refused")], [2]],
    ["what was refused for another purpose", [chosen("telephone", "Presse", "refused")], [1, 2]],
    ["what was refused as another act", [chosen("mail", "Fibre", "refused")], [1, 2]],
    ["not a transfer to that country", [chosen("transfer", "SN", "refused")], [1]],
    ["a transfer to another country", [chosen("transfer", "TN", "refused")], [1, 2]],
    [
      "what was refused and allowed since",
      [chosen("telephone", "Fibre", "refused"), chosen("telephone", "Fibre", "allowed", 2)],
      [1, 2],
    ],
    [
      "nothing of who refused all",
      [chosen("telephone", "", "refused"), chosen("transfer", "", "refused")],
      [],
    ],
  ])("ask %s", (_, choices, expected) => {
    expect(questionsToAsk({ choices, pending: [] }, [calls, dakar], AT)).toEqual(expected);
  });

  it("ask nothing of marketing while an objection waits for its controller", () => {
    const pending = [
      {
        id: "1",
        reference: "DP-001",
        channel: "public-form",
        receivedAt: 0,
        isDoubtful: false,
        isOfBurst: false,
      },
    ];
    expect(questionsToAsk({ choices: [], pending }, [calls, dakar], AT)).toEqual([2]);
  });

  it("never hold what is refused at that instant, and leave out nothing else", () => {
    const purpose = fc.constantFrom("", "Fibre", "SN");
    const choices = fc.array(
      fc.record({
        act: fc.constantFrom(...CHOICE_ACTS),
        purpose,
        country: fc.constantFrom("", "SN"),
        outcome: fc.constantFrom(...CHOICE_OUTCOMES),
        decidedAt: fc.integer({ min: 0, max: 200 }),
        validUntil: fc.constantFrom(null, "2026-01-01"),
      }),
    );
    const questions = fc.array(
      fc.record({ act: fc.constantFrom(...CHOICE_ACTS), purpose, country: purpose }),
    );
    fc.assert(
      fc.property(choices, questions, (made, asked) => {
        const numbers = questionsToAsk({ choices: made, pending: [] }, asked, AT);
        for (const [index, one] of asked.entries()) {
          const subject = { ...subjectOfQuestion(one), act: one.act };
          const { status } = choiceAt(made, { ...subject, ...AT });
          expect(numbers.includes(index + 1)).toBe(status !== "refused");
        }
      }),
    );
  });
});
