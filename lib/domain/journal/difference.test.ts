import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { JsonObject } from "./canonical";
import { difference, isSecretName, leaveOutSecrets } from "./difference";

describe("difference", () => {
  it.each<[string, JsonObject | null, JsonObject | null, ReturnType<typeof difference>]>([
    [
      "keeps the changed fields alone",
      { legalName: "Voltéo", country: "FR", version: 1 },
      { legalName: "Voltéo SAS", country: "FR", version: 2 },
      { before: { legalName: "Voltéo", version: 1 }, after: { legalName: "Voltéo SAS", version: 2 } },
    ],
    ["says nothing of what stayed", { a: [1, { b: 2 }] }, { a: [1, { b: 2 }] }, {}],
    ["reads through the order of keys", { a: { x: 1, y: 2 } }, { a: { y: 2, x: 1 } }, {}],
    [
      "sees the order of a list",
      { a: [1, 2] },
      { a: [2, 1] },
      { before: { a: [1, 2] }, after: { a: [2, 1] } },
    ],
    ["has no before at a creation", null, { role: "dpo" }, { after: { role: "dpo" } }],
    ["has no after at an end", { role: "dpo" }, null, { before: { role: "dpo" } }],
    ["tells null from absent", { a: null }, {}, { before: { a: null }, after: {} }],
    ["takes undefined for absent", { a: undefined }, {}, {}],
    [
      "leaves secrets out",
      { passwordHash: "x", name: "A" },
      { passwordHash: "y", name: "B" },
      { before: { name: "A" }, after: { name: "B" } },
    ],
    ["says nothing when only a secret changed", { passwordHash: "x" }, { passwordHash: "y" }, {}],
    [
      "takes a field called constructor",
      {},
      { constructor: "x" },
      { before: {}, after: { constructor: "x" } },
    ],
  ])("%s", (_, before, after, expected) => expect(difference(before, after)).toEqual(expected));

  it("rebuilds what came after from what was before", () => {
    const fields = fc.dictionary(
      fc.constantFrom("a", "b", "c", "d"),
      fc.jsonValue(),
    ) as fc.Arbitrary<JsonObject>;
    fc.assert(
      fc.property(fields, fields, (before, after) => {
        const changed = difference(before, after);
        const stored = Object.entries(before).filter(([key]) => !Object.hasOwn(changed.before ?? {}, key));
        const rebuilt = { ...Object.fromEntries(stored), ...changed.after };
        expect(JSON.parse(JSON.stringify(rebuilt))).toEqual(JSON.parse(JSON.stringify(after)));
      }),
    );
  });
});

describe("secrets", () => {
  it.each([
    "password",
    "passwordHash",
    "password_hash",
    "PASSWORD",
    "newPassword",
    "tokenHash",
    "sessionToken",
    "session-token",
    "clientSecret",
    "salt",
    "apiKey",
    "privateKey",
    "recoveryCodes",
    "otp",
    "setCookie",
  ])("%s names one", (key) => expect(isSecretName(key)).toBe(true));

  it.each([
    "instructions",
    "tokenisation",
    "saltillo",
    "keywords",
    "digest",
    "sha256",
    "shippingAddress",
    "passport",
    "measures",
    "tools",
  ])("%s names none", (key) => expect(isSecretName(key)).toBe(false));

  it("go at every depth", () => {
    expect(leaveOutSecrets({ a: [{ token: "t", b: { secret: "s", c: 1 } }], d: undefined, e: null })).toEqual(
      {
        a: [{ b: { c: 1 } }],
        e: null,
      },
    );
  });

  it("are never found in what is kept", () => {
    const key = fc.constantFrom("name", "password", "tokenHash", "items", "apiKey");
    const tree = fc.letrec((tie) => ({
      node: fc.dictionary(key, fc.oneof(fc.constant("value"), fc.array(tie("node")), tie("node")), {
        maxKeys: 3,
      }),
    })).node as fc.Arbitrary<JsonObject>;
    fc.assert(
      fc.property(tree, (value) => {
        expect(JSON.stringify(leaveOutSecrets(value))).not.toMatch(/password|token|apiKey/);
      }),
    );
  });
});
