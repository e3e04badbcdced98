import { describe, expect, it } from "vitest";
import { readSubProcessors } from "./sub-processors";

const named = (name: string, country: string | null = null, service = "") => ({
  name,
  country,
  service,
  subProcessorId: null,
});

describe("readSubProcessors", () => {
  it.each([
    ["Ferrix SAS (France) – sauvegarde", [named("Ferrix SAS", "FR", "sauvegarde")]],
    ["Lumen Ltd (Royaume-Uni) : sous-titrage", [named("Lumen Ltd", "GB", "sous-titrage")]],
    ["Velya SARL (Thiès) – renfort", [named("Velya SARL", "SN", "renfort (Thiès)")]],
    ["Velya SARL (Thiès)", [named("Velya SARL", "SN", "(Thiès)")]],
    ["Ferrix SAS - sauvegarde\nLumen Ltd", [named("Ferrix SAS", null, "sauvegarde"), named("Lumen Ltd")]],
    ["Ferrix SAS, Lumen Ltd", [named("Ferrix SAS"), named("Lumen Ltd")]],
    ["Velya SARL, Dakar", [named("Velya SARL, Dakar", "SN")]],
    ["Saint-Ferrix", [named("Saint-Ferrix")]],
  ])("%j", (cell, subProcessors) => {
    expect(readSubProcessors(cell)).toEqual({
      value: { answer: "yes", subProcessors },
      doubts: [],
      leftover: "",
    });
  });

  it.each([
    ["OVH (hébergé en Irlande, support au Maroc)", "subProcessorSeatUnsaid", undefined],
    ["OVH (hébergement Irlande)", "subProcessorSeatUnsaid", undefined],
    ["OVH (France, Maroc)", "subProcessorSeat", "FR|MA"],
    ["OVH (Congo)", "subProcessorSeat", "CG|CD"],
    ["OVH (équipe au Congo)", "subProcessorSeat", "CG|CD"],
  ])("guesses no seat of %j", (cell, key, options) => {
    const { value, doubts } = readSubProcessors(cell);
    expect(value.subProcessors).toEqual([named("OVH", null, cell.slice("OVH ".length))]);
    expect(doubts).toMatchObject([{ key, params: options ? { options, name: "OVH" } : {} }]);
  });

  it("says that a place is unknown, and keeps it", () => {
    expect(readSubProcessors("Ferrix SAS (Zorvie) – sauvegarde")).toMatchObject({
      value: { subProcessors: [named("Ferrix SAS", null, "sauvegarde (Zorvie)")] },
      doubts: [{ key: "subProcessorPlaceUnknown" }],
    });
  });

  it.each([
    ["néant", "no", ""],
    ["Aucun", "no", ""],
    ["aucun sous-traitant", "no", "aucun sous-traitant"],
    ["oui", "yes", ""],
    ["à compléter", "unanswered", "à compléter"],
    ["", "unanswered", ""],
  ])("« %s » names nobody", (cell, answer, leftover) => {
    expect(readSubProcessors(cell)).toEqual({ value: { answer, subProcessors: [] }, doubts: [], leftover });
  });

  it.each([
    ["néant à ce jour", "no", [], []],
    ["none to date", "no", [], []],
    ["لا يوجد حاليا", "no", [], []],
    ["NC", "unanswered", [], []],
    ["voir annexe", "unanswered", [], ["refersElsewhere"]],
    ["see annex", "unanswered", [], ["refersElsewhere"]],
    ["انظر الملحق", "unanswered", [], ["refersElsewhere"]],
    ["idem", "unanswered", [], ["refersElsewhere"]],
    ["//", "unanswered", [], ["refersElsewhere"]],
    ["Non sauf OVH", "yes", ["OVH"], ["wordsUnsettled"]],
    ["Aucun (sauf hébergeur OVH)", "yes", ["OVH"], ["wordsUnsettled"]],
    ["None except OVH", "yes", ["OVH"], ["wordsUnsettled"]],
    ["لا يوجد باستثناء OVH", "yes", ["OVH"], ["wordsUnsettled"]],
    ["Zendesk, Inc. (US)", "yes", ["Zendesk, Inc."], []],
    ["OVH - hébergement, Sendgrid - mail", "yes", ["OVH", "Sendgrid"], []],
    ["OVH, AWS et Google", "yes", ["OVH", "AWS", "Google"], []],
    ["OVH, AWS and Google", "yes", ["OVH", "AWS", "Google"], []],
    ["Dupont et Fils", "yes", ["Dupont et Fils"], []],
    ["Marks & Spencer", "yes", ["Marks & Spencer"], []],
    ["Ferrix SAS, 12 rue de la Paix, 75002 Paris", "yes", ["Ferrix SAS"], []],
    ["Ferrix Ltd, 12 High Street, London", "yes", ["Ferrix Ltd"], []],
    ["Ferrix SAS - hébergement, sauvegarde", "yes", ["Ferrix SAS"], []],
    ["Ferrix SAS - hébergement, Sauvegarde", "yes", ["Ferrix SAS", "Sauvegarde"], ["namesUnsettled"]],
    ["OVH (prévu)", "unanswered", [], ["wordsUnsettled"]],
    ["ex-Ferrix SAS ; OVH", "yes", ["OVH"], ["wordsUnsettled"]],
  ])("%s → %s %j %j", (cell, answer, names, keys) => {
    const { value, doubts } = readSubProcessors(cell);
    expect([value.answer, value.subProcessors.map(({ name }) => name), doubts.map(({ key }) => key)]).toEqual(
      [answer, names, keys],
    );
  });

  it("keeps country, role and address beside the name", () => {
    expect(readSubProcessors("Zendesk, Inc. (US)").value.subProcessors).toEqual([
      named("Zendesk, Inc.", "US"),
    ]);
    expect(readSubProcessors("Aucun (sauf hébergeur OVH)").value.subProcessors).toEqual([
      named("OVH", null, "hébergeur"),
    ]);
    expect(readSubProcessors("Ferrix SAS, 12 rue de la Paix, 75002 Paris").value.subProcessors).toEqual([
      named("Ferrix SAS", "FR", "12 rue de la Paix, 75002 Paris"),
    ]);
  });
});
