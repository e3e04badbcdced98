import { expect, test } from "vitest";
import { marksOfAddress } from "./address-marks";

const known = {
  controller: ["contact@orvelle-assurances.fr", "DPO: Luc <dpo@orvelle-assurances.fr>", "chef@gmail.com"],
  processor: ["contact@nejma-contact.ma"],
};

test.each([
  ["claire@orvelle-assurances.fr", []],
  ["claire@paris.orvelle-assurances.fr", []],
  ["directeur@gmail.com", ["public"]],
  ["directeur@autre-societe.fr", ["elsewhere"]],
  ["directeur@orvelle-assurance.fr", ["like-controller", "elsewhere"]],
  ["directeur@orvelle-assurances.com", ["like-controller", "elsewhere"]],
  ["directeur@0rvelle-assurances.fr", ["like-controller", "elsewhere"]],
  ["directeur@оrvelle-assurances.fr", ["like-controller", "elsewhere"]],
  ["directeur@orvelle-assurances-portail.fr", ["like-controller", "elsewhere"]],
  ["directeur@nejma-contact.com", ["like-processor", "elsewhere"]],
  ["directeur@nejrna-contact.ma", ["like-processor", "elsewhere"]],
])("%s: %j", (email, marks) => {
  expect(marksOfAddress(email, known)).toEqual(marks);
});

test("an address is elsewhere where no domain of the controller is known", () => {
  expect(marksOfAddress("claire@orvelle.fr", { controller: ["chef@gmail.com"], processor: [] })).toEqual([
    "elsewhere",
  ]);
  expect(marksOfAddress("a@axa.fr", { controller: ["b@aga.fr"], processor: [] })).toEqual(["elsewhere"]);
});
