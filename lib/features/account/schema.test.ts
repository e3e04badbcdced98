import { expect, test } from "vitest";
import { readSignInProblem, returnPathSchema } from "./schema";

test.each([
  ["/atlas-contact/records?view=gaps", "/atlas-contact/records?view=gaps"],
  ["/", "/"],
  ["//elsewhere.example", "/"],
  ["/\\elsewhere.example", "/"],
  ["/\t/elsewhere.example", "/"],
  ["https://elsewhere.example/", "/"],
  ["javascript:alert(1)", "/"],
  ["/sign-in?next=/sign-in", "/"],
  [undefined, "/"],
  [["/a", "/b"], "/"],
])("%j leads to %s", (asked, path) => {
  expect(returnPathSchema.parse(asked)).toBe(path);
});

test("only a lock is told apart", () => {
  expect(readSignInProblem(undefined)).toBeNull();
  expect(readSignInProblem("locked")).toBe("locked");
  expect(readSignInProblem("CredentialsSignin")).toBe("refused");
  expect(readSignInProblem(["locked"])).toBe("refused");
});
