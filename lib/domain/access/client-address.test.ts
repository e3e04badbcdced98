import { expect, it } from "vitest";
import { addressesIn, refusalOfAuditor } from "./client-address";

const clients = [
  { id: "mutuelle", addresses: ["y.leguellec@trois-rivieres.example", "dpo.mutuelle@gmail.com"] },
  { id: "orvelle", addresses: ["contact@orvelle.example"] },
];

it.each([
  [
    "a client's contact, to every client",
    "Y.Leguellec+audit@trois-rivieres.example",
    null,
    "addressOfContact",
  ],
  ["a client's contact, to another", "y.leguellec@trois-rivieres.example", ["orvelle"], "addressOfContact"],
  ["a client's contact, to both", "contact@orvelle.example", ["orvelle", "mutuelle"], "addressOfContact"],
  ["a client's contact, to its own client", "y.leguellec@trois-rivieres.example", ["mutuelle"], null],
  ["a client's domain, to every client", "audit@it.orvelle.example", null, "addressOfClient"],
  ["a client's domain, to its own client", "audit@orvelle.example", ["orvelle"], null],
  ["a mail provider of one contact, to every client", "ines@gmail.com", null, null],
  ["nobody's, to every client", "ines@cnil.example", null, null],
])("an auditor at %s", (_, email, covered, refusal) => {
  expect(refusalOfAuditor(email, covered, clients)).toBe(refusal);
});

it("finds addresses in what a person wrote freely", () => {
  expect(addressesIn("DPO : Jeanne <dpo@orvelle.example>, 01 23 45 67 89")).toEqual(["dpo@orvelle.example"]);
});
