import { describe, expect, it } from "vitest";
import type { Capacity } from "@/lib/domain/processing-record/types";
import { applyRememberedMapping, guessColumns, withoutAsked } from "./columns";
import { IMPORT_TARGETS } from "./types";
import { VENDOR_HEADS } from "./vendor-heads";

const BESIDE = ["Client", "Activité"];
const askedOf = (head: string, register: Capacity = "processor", beside = BESIDE) =>
  guessColumns([...beside, head], [], register).at(-1)?.asked;

describe("a head that means several fields", () => {
  it.each([
    ["Pays", ["controllerCountry", "transfer", "sites"]],
    ["Country", ["controllerCountry", "transfer", "sites"]],
    ["البلد", ["controllerCountry", "transfer", "sites"]],
    ["Type", ["operations", "dataCategories", "special"]],
    ["Responsable", ["controllerContact", "note"]],
    ["Destinataires", ["recipients", "subProcessors", "transfer"]],
    ["Localisation", ["transfer", "sites", "controllerAddress"]],
    ["Date", ["startsOn", "reviewedOn", "endsOn"]],
    ["Durée", ["endsOn", "volumes"]],
  ])("%s is asked with the fields that no other column has", (head, candidates) => {
    expect(askedOf(head)).toEqual(candidates);
  });

  it("is a question of its register: article 30(1) names recipients, and terms", () => {
    const own = ["Traitement", "Finalités"];
    expect(askedOf("Destinataires", "controller", own)).toBeUndefined();
    expect(askedOf("Durée", "controller", own)).toEqual(["retention", "endsOn", "volumes"]);
  });

  it("is told by the address or the tool right beside it, or by a heading over it", () => {
    const withAsked = (heads: string[]) =>
      guessColumns(heads).flatMap(({ header, asked }) => (asked ? [header] : []));
    expect(withAsked(["Client", "Adresse", "Pays", "Activité"])).toEqual([]);
    expect(withAsked(["Client", "Activité", "Pays", "Garanties"])).toEqual([]);
    expect(withAsked(["Client", "Activité", "Transferts › Pays"])).toEqual([]);
    expect(withAsked(["Client", "Pays", "Activité"])).toEqual(["Pays"]);
  });

  it("keeps its cells in the notes until a person says, and is asked no more then", () => {
    const guess = guessColumns(["Client", "Activité", "Pays"]);
    expect(withoutAsked(guess).map(({ target }) => target)).toEqual(["controllerName", "activity", "note"]);
    const settled = guess.map(({ asked: _asked, ...column }) =>
      column.header === "Pays" ? { ...column, target: "transfer" as const } : column,
    );
    expect(applyRememberedMapping(guess, settled)).toEqual(settled);
    expect(applyRememberedMapping(guess, withoutAsked(guess))).toEqual(guess);
  });

  it("leaves heads of our own export and heads of one meaning alone", () => {
    expect(guessColumns(["Réf.", "Client", "Pays d’accès", "Date de début"]).some(({ asked }) => asked)).toBe(
      false,
    );
  });
});

describe("heads of models and programs", () => {
  it.each(
    VENDOR_HEADS.filter(({ isPublished }) => isPublished).flatMap(({ source, heads }) =>
      Object.entries(heads).flatMap(([target, phrases]) =>
        phrases.split(" | ").map((head) => [source, head, target] as const),
      ),
    ),
  )("%s: %s is placed", (_, head, target) => {
    const [column] = guessColumns([head], [], "controller");
    expect([column?.target, column?.asked]).toEqual([target, undefined]);
  });

  it.each(
    VENDOR_HEADS.filter(({ isPublished }) => !isPublished).flatMap(({ source, heads }) =>
      Object.entries(heads).flatMap(([target, phrases]) =>
        phrases.split(" | ").map((head) => [source, head, target] as const),
      ),
    ),
  )("%s: %s is asked, for nobody has seen the file", (_, head, target) => {
    const registers: Capacity[] = ["processor", "controller"];
    const asked = registers.flatMap((register) => guessColumns([head], [], register)[0]?.asked ?? []);
    expect(asked).toContain(target);
  });

  it("name their source, and fields that exist", () => {
    for (const { source, isPublished, heads } of VENDOR_HEADS) {
      expect(source.includes("from memory")).toBe(!isPublished);
      for (const target of Object.keys(heads)) expect(IMPORT_TARGETS).toContain(target);
    }
  });
});
