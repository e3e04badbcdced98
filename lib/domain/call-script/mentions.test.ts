import { expect, it } from "vitest";
import { doubtsOf, faultsOf, mentionsOf } from "./mentions";

const OPENING =
  "Bonjour, je m’appelle Salma Idrissi de la société Orvelle Énergie. Il s’agit d’un appel commercial.";
const statesOf = (rest: string) => {
  const found = mentionsOf({ text: `${OPENING} ${rest}`, language: "fr", isRecorded: false }, "2026-12-01");
  return { faults: faultsOf(found).length, doubts: doubtsOf(found).map(({ mention }) => mention) };
};
const OPPOSED = "Vous pouvez à tout moment vous opposer à nos appels.";

it("does not pass a text in order of which a person has to read a mention", () => {
  expect(statesOf(`${OPPOSED} Si cela vous convient, vous recevrez une confirmation écrite.`)).toEqual({
    faults: 0,
    doubts: ["confirmation"],
  });
  expect(statesOf(`${OPPOSED} Vous recevrez une confirmation écrite.`)).toEqual({ faults: 0, doubts: [] });
});
