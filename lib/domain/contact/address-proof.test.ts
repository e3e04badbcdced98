import { describe, expect, it } from "vitest";
import { addressesIn } from "@/lib/domain/access/addresses";
import { isProvenByMail, lettersOfSilence } from "./address-proof";

const known = ["contact@orvelle.fr", "orvelle.paris@gmail.com"];
const byMail = (from: string, domain: string, email = from) =>
  isProvenByMail({ from, domain }, { email, known });

describe("isProvenByMail", () => {
  it.each([
    ["direction@orvelle.fr", "orvelle.fr"],
    ["Direction@Orvelle.FR", "orvelle.fr"],
    ["direction@paris.orvelle.fr", "orvelle.fr"],
    ["orvelle.paris@gmail.com", "gmail.com"],
  ])("takes an answer from %s that %s signed", (from, domain) => {
    expect(byMail(from, domain)).toBe(true);
  });

  it.each([
    ["a look-alike that the processor owns", "direction@orvelle-groupe.fr", "orvelle-groupe.fr"],
    ["a signature of another domain", "direction@orvelle.fr", "mailer.example"],
    ["a signature of a longer domain that ends alike", "direction@orvelle.fr", "evil.orvelle.fr"],
    ["any mailbox of a provider", "orvelle.direction@gmail.com", "gmail.com"],
    ["a domain whose end is the same", "direction@fauxorvelle.fr", "fauxorvelle.fr"],
  ])("refuses %s", (_case, from, domain) => {
    expect(byMail(from, domain)).toBe(false);
  });

  it("refuses an answer from another mailbox of the domain", () => {
    expect(byMail("stagiaire@orvelle.fr", "orvelle.fr", "direction@orvelle.fr")).toBe(false);
  });
});

describe("lettersOfSilence", () => {
  const now = Date.parse("2026-12-20T10:00:00Z");
  const letter = { address: "Contact@orvelle.fr", acceptedAt: now - 14 * 86_400_000, isBounced: false };
  const of = (change: Partial<typeof letter> | { acceptedAt: null }, email = "direction@orvelle.fr") =>
    lettersOfSilence([{ ...letter, ...change }], { email, known }, now).length;

  it("counts a letter that reached a known address fourteen days ago", () => {
    expect(of({})).toBe(1);
  });

  it("counts none that is younger, came back, left to nobody, went elsewhere or to the signatory", () => {
    expect(of({ acceptedAt: letter.acceptedAt + 1 })).toBe(0);
    expect(of({ isBounced: true })).toBe(0);
    expect(of({ acceptedAt: null })).toBe(0);
    expect(of({ address: "ailleurs@processeur.ma" })).toBe(0);
    expect(of({}, "contact@orvelle.fr")).toBe(0);
  });
});

it("reads addresses of a text", () => {
  expect(addressesIn(["Claire <C@orvelle.fr>, dpo@orvelle.fr", "+33 1 23 45", ""])).toEqual([
    "c@orvelle.fr",
    "dpo@orvelle.fr",
  ]);
});

it("reads an address at the end of a sentence without its full stop", () => {
  expect(addressesIn(["Par courriel à dpo@orvelle.fr."])).toEqual(["dpo@orvelle.fr"]);
});
