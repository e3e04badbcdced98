import { describe, expect, it } from "vitest";
import { mailboxOf, refusalOfAddress, type OwnPeople } from "./own-address";

const own: OwnPeople = {
  addresses: ["nadia@centre.ma", "karim.b@gmail.com", "dpo@cabinet-dpo.fr"],
  domainsOf: ["contact@centre.ma", "owner@gmail.com", ""],
};

describe("refusalOfAddress", () => {
  it.each([
    ["nadia@centre.ma", "addressOfMember"],
    ["NADIA@Centre.ma", "addressOfMember"],
    ["karim.b+orvelle@gmail.com", "addressOfMember"],
    ["dpo@cabinet-dpo.fr", "addressOfMember"],
    ["direction@centre.ma", "addressOfOrganisation"],
    ["direction@mail.centre.ma", "addressOfOrganisation"],
    ["claire@orvelle.fr", null],
    ["claire@gmail.com", null],
    ["claire@notcentre.ma", null],
    ["claire@cabinet-dpo.fr", null],
  ])("%s: %s", (email, refusal) => expect(refusalOfAddress(email, own)).toBe(refusal));

  it("takes every address where the organisation says none", () => {
    expect(refusalOfAddress("claire@orvelle.fr", { addresses: [], domainsOf: ["", ""] })).toBeNull();
  });
});

describe("mailboxOf", () => {
  it("is one for all its spellings", () => {
    expect(mailboxOf(" Nadia+x@Centre.MA ")).toBe(mailboxOf("nadia@centre.ma"));
  });
});
