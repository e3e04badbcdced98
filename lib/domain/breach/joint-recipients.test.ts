import { expect, it } from "vitest";
import { jointNameOf, jointRecipientsOf } from "./joint-recipients";

const read = (otherControllers: string) => jointRecipientsOf({ clientRole: "controller", otherControllers });

it.each([
  ["Mutuelle du Bocage, 3 place du Champ, 35000 Rennes, dpo@bocage.example", "Mutuelle du Bocage"],
  ["Brenval SA dpo@brenval.example", "Brenval SA"],
  ["Prévoyance Océane SA (Vannes)", "Prévoyance Océane SA"],
  ["Crédit Vallon – 12 rue Haute", "Crédit Vallon"],
  ["<dpo@bocage.example>", "<dpo@bocage.example>"],
  ["Saint-Armel & Fils", "Saint-Armel & Fils"],
  ["شركة النور، الرباط", "شركة النور"],
])("proposes the name of « %s »", (line, addressee) =>
  expect(read(line)).toMatchObject([{ name: line, addressee }]),
);

it("takes a line that is a name as it is, and asks of one that holds more", () => {
  const [whole, longer] = read("Brenval SA\nBocage, 35000 Rennes");
  expect([whole && jointNameOf(whole, undefined), longer && jointNameOf(longer, undefined)]).toEqual([
    "Brenval SA",
    "",
  ]);
});
