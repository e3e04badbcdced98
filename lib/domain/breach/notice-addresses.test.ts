import { describe, expect, it } from "vitest";
import { addressesIn } from "./notice-addresses";

describe("addressesIn", () => {
  it.each([
    ["par courriel à securite@client.example, puis par téléphone", ["securite@client.example"]],
    ["DPO : Lina Haddad <dpo@orvelle.example>.", ["dpo@orvelle.example"]],
    ["a@b.example; A@B.example", ["A@B.example"]],
    ["par téléphone au +33 1 44 00 00 01", []],
    ["a@b", []],
    ["", []],
  ])("reads « %s »", (text, addresses) => expect(addressesIn(text)).toEqual(addresses));

  it("reads a long text of no addresses in one pass", () => {
    expect(addressesIn("@".repeat(100_000) + "a.".repeat(100_000))).toEqual([]);
  });
});
