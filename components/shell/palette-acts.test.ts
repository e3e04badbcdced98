import { describe, expect, it } from "vitest";
import { listActs, matchActs, type PaletteAct } from "./palette-acts";

const say = (key: string) => key;
const where = { org: "atlas", closed: [], mayWrite: true };

describe("listActs", () => {
  it("leads to every open room, and leaves writing to those who may", () => {
    const hrefs = (acts: PaletteAct[]) => acts.flatMap(({ href }) => href ?? []);
    expect(hrefs(listActs(where, say))).toEqual(
      expect.arrayContaining(["/atlas", "/atlas/records", "/atlas/records/new", "/account"]),
    );
    const reader = hrefs(listActs({ ...where, closed: ["journal"], mayWrite: false }, say));
    expect(reader).not.toContain("/atlas/journal");
    expect(reader).not.toContain("/atlas/records/new");
    expect(reader).toContain("/atlas/records/export");
  });

  it("gives each a name of its own", () => {
    const ids = listActs(where, say).map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
  });
});

describe("matchActs", () => {
  const acts = ["Écrire une fiche", "Apparence : sombre"].map((label, at) => ({
    id: String(at),
    label,
    group: at === 0 ? "acts" : "looks",
  })) as PaletteAct[];

  it.each([
    ["fic ecr", ["0"]],
    ["sombre", ["1"]],
    ["crire", []],
    ["", ["0"]],
  ])("%j", (question, ids) => expect(matchActs(acts, question).map(({ id }) => id)).toEqual(ids));
});
