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
});
