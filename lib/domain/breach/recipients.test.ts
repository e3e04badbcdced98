import { expect, it } from "vitest";
import { recipientId, recipientsOfClient } from "./recipients";

const sheet = {
  legalName: "Orvelle",
  contactName: "Hélène Marchetti",
  contactEmail: "contact@orvelle.example",
  contactPhone: "",
  dpoContact: "Lina Haddad, dpo@orvelle.example",
  language: "fr",
};
const night = [{ id: "n1", name: "Astreinte", email: "nuit@orvelle.example", phone: "", language: "en" }];
type Client = Parameters<typeof recipientsOfClient>[0];
const all: Client = { sheet, means: "par courriel à alerte@orvelle.example", night };

it.each<[string, Client, string[]]>([
  [
    "the contract's way, the officer, the sheet, the night",
    all,
    [
      "contract alerte@orvelle.example",
      "dpo dpo@orvelle.example",
      "main contact@orvelle.example",
      "n1 nuit@orvelle.example",
    ],
  ],
  [
    "each mailbox once, whatever its capitals",
    { ...all, means: "à DPO@orvelle.example" },
    ["contract DPO@orvelle.example", "main contact@orvelle.example", "n1 nuit@orvelle.example"],
  ],
  ["nobody", { sheet: { ...sheet, contactEmail: "", dpoContact: "aucun" }, means: "", night: [] }, []],
  [
    "who can be called, without an address",
    {
      sheet: { ...sheet, contactEmail: "", dpoContact: "", contactPhone: "+212522000000" },
      means: "",
      night: [],
    },
    ["main "],
  ],
])("orders %s", (_what, client, expected) =>
  expect(recipientsOfClient(client).map((one) => `${recipientId(one)} ${one.address}`)).toEqual(expected),
);
