import { expect, test } from "vitest";
import { forgotSchema, profileSchema, readSignInNotice, readSignInProblem, tokenSchema } from "./schema";

test("only a lock and a late second factor are told apart", () => {
  expect(readSignInProblem(undefined)).toBeNull();
  expect(readSignInProblem("locked")).toBe("locked");
  expect(readSignInProblem("expired")).toBe("expired");
  expect(readSignInProblem("CredentialsSignin")).toBe("refused");
  expect(readSignInProblem(["locked"])).toBe("refused");
});

test("the door says nothing that an address invents", () => {
  expect(readSignInNotice("passwordReset")).toBe("passwordReset");
  expect(readSignInNotice("toString")).toBeNull();
  expect(readSignInNotice(["passwordReset"])).toBeNull();
  expect(readSignInNotice(undefined)).toBeNull();
});

test.each([
  [" Salma ", "fr", ["Salma", "fr"]],
  ["", "fr", ["required"]],
  ["n".repeat(201), "fr", ["tooLong"]],
])("a profile named %j in %s", (name, locale, stated) => {
  const parsed = profileSchema.safeParse({ name, locale });
  expect(
    parsed.data ? Object.values(parsed.data) : parsed.error!.issues.map(({ message }) => message),
  ).toEqual(stated);
});

test("an address is asked for in small letters, a link’s token at no length", () => {
  expect(forgotSchema.parse({ email: "Salma@Centre.Example" })).toEqual({ email: "salma@centre.example" });
  expect(forgotSchema.safeParse({ email: "salma" }).success).toBe(false);
  expect(tokenSchema.safeParse({ token: "t".repeat(101) }).success).toBe(false);
});
