import { expect, it } from "vitest";
import { planOwnChoice } from "./plan-own-choice";

const row = {
  subject: { id: "1", reference: "" },
  controller: { id: "2", name: "Filature du Gapeau" },
  path: "/telephone/choices",
  version: 1,
  changedAt: 0,
};

it("asks for the young person's own choice on the day on which they decide alone, until they choose", () => {
  const day = { type: "day", day: "2029-05-10", zone: "Africa/Casablanca" };
  expect(planOwnChoice({ row, aloneFrom: "2029-05-10", chosenAt: null })).toMatchObject([
    { kind: "choice.own-choice", due: day, doneAt: null },
  ]);
  expect(planOwnChoice({ row, aloneFrom: "2029-05-10", chosenAt: 7 })).toMatchObject([{ doneAt: 7 }]);
  expect(planOwnChoice({ row, aloneFrom: null, chosenAt: null })).toEqual([]);
});
