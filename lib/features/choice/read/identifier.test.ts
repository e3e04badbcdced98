import { describe, expect, it } from "vitest";
import { identifierIn } from "./identifier";

describe("identifierIn", () => {
  it.each([
    ["06 12 34 56 78", { kind: "telephone", value: "+33612345678" }],
    [" Odile@Personne.Example ", { kind: "mail", value: "odile@personne.example" }],
    ["odile@personne", null],
    ["06 12", null],
    ["", null],
  ])("reads %j", (typed, read) => {
    expect(identifierIn(typed)).toEqual(read);
  });
});
