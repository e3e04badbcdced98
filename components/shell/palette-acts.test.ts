import { describe, expect, it } from "vitest";
import { ACTS, type Act } from "@/lib/domain/nouns/policy";
import { listActs, matchActs, type PaletteAct } from "./palette-acts";

const say = (key: string) => key;
const where = { org: "atlas", closed: [], may: ACTS };

describe("listActs", () => {
  it("leads to every open item, and leaves writing to those who may", () => {
    const hrefs = (acts: PaletteAct[]) => acts.flatMap(({ href }) => href ?? []);
    expect(hrefs(listActs(where, say))).toEqual(
      expect.arrayContaining(["/atlas", "/atlas/records", "/atlas/records/new", "/account"]),
    );
  });

  it.each<[Act, string]>([
    ["record.write", "/atlas/own-records/new"],
    ["record.write", "/atlas/records/templates"],
    ["measure.write", "/atlas/measures/library"],
    ["member.manage", "/atlas/members/new"],
    ["import.run", "/atlas/records/import"],
  ])("whoever may not %s is not led to %s", (act, href) => {
    const hrefs = (may: readonly Act[]) => listActs({ ...where, may }, say).map((one) => one.href);
    expect(hrefs(ACTS)).toContain(href);
    expect(hrefs(ACTS.filter((one) => one !== act))).not.toContain(href);
  });

  it("says nothing of a closed item", () => {
    const closed = listActs({ ...where, closed: ["journal"] }, say).map(({ href }) => href);
    expect(closed).not.toContain("/atlas/journal");
  });

  it("gives each a name of its own", () => {
    const ids = listActs(where, say).map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
  });
});

describe("matchActs", () => {
  const acts = ["Nouvelle fiche", "Apparence : sombre"].map((label, at) => ({
    id: String(at),
    label,
    group: at === 0 ? "acts" : "appearance",
  })) as PaletteAct[];

  it.each([
    ["fic nouv", ["0"]],
    ["sombre", ["1"]],
    ["uvelle", []],
    ["", ["0"]],
  ])("%j", (question, ids) => expect(matchActs(acts, question).map(({ id }) => id)).toEqual(ids));
});
