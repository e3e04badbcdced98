import { expect, test } from "vitest";
import { readSignInProblem } from "./schema";

test("only a lock and a late second factor are told apart", () => {
  expect(readSignInProblem(undefined)).toBeNull();
  expect(readSignInProblem("locked")).toBe("locked");
  expect(readSignInProblem("expired")).toBe("expired");
  expect(readSignInProblem("CredentialsSignin")).toBe("refused");
  expect(readSignInProblem(["locked"])).toBe("refused");
});
