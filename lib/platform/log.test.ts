import { expect, it } from "vitest";
import { reasonOf } from "./log";

it("says a lost connection in its code and words, and nothing of the client that hangs on it", () => {
  const lost = Object.assign(new Error("terminating connection"), {
    code: "57P01",
    client: { connectionParameters: { password: "very-secret" } },
  });
  expect(reasonOf(lost)).toEqual({ code: "57P01", message: "terminating connection" });
});

it.each([
  ["a word", { message: "a word" }],
  [undefined, { message: "undefined" }],
  [Object.assign(new Error("refused"), { code: 7 }), { message: "refused" }],
])("takes whatever was thrown: %s", (thrown, said) => expect(reasonOf(thrown)).toEqual(said));
