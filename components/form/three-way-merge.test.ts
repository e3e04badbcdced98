import { expect, test } from "vitest";
import { joinTexts, mergeTexts, readBase } from "./three-way-merge";

const base = {
  name: "Orvelle",
  country: null,
  phone: "",
  hasNoDpo: false,
  sites: ["MA"],
  address: "1 rue A\n69002",
};
const names = Object.keys(base);

test("a form sent back as it was read touches nothing", () => {
  const yours = {
    name: "Orvelle",
    country: "",
    phone: "",
    sites: ["MA", "", ""],
    address: "1 rue A\r\n69002",
  };
  const theirs = { ...base, phone: "+33 4", hasNoDpo: true, sites: ["MA", "TN"] };
  expect(mergeTexts(names, { base, yours, theirs })).toEqual(theirs);
});

test("what one wrote is kept beside what the other wrote", () => {
  const yours = { ...base, country: "FR", hasNoDpo: "true" };
  const theirs = { ...base, phone: "+33 4" };
  const merged = mergeTexts(names, { base, yours, theirs });
  expect(merged).toMatchObject({ country: "FR", hasNoDpo: "true", phone: "+33 4" });
});

test("a chosen side wins, a cleared field counts as written", () => {
  const yours = { ...base, name: "" };
  const theirs = { ...base, name: "Orvelle SA" };
  expect(mergeTexts(["name"], { base, yours, theirs })).toEqual({ name: "" });
  expect(mergeTexts(["name"], { base, yours, theirs }, { name: "theirs" })).toEqual({
    name: "Orvelle SA",
  });
});

test("rows are compared by their filled cells, as rows of the database and of a form write them", () => {
  const sites = [{ name: "Anfa", country: "MA", people: 120, isOutside: false }];
  const sent = [
    { country: "MA", name: "Anfa", people: "120" },
    { country: "", name: "" },
  ];
  const theirs = { sites: [{ ...sites[0]!, city: "Casablanca" }] };
  const merge = (yours: object[]) =>
    mergeTexts(["sites"], { base: { sites }, yours: { sites: yours }, theirs });
  expect(merge(sent)).toEqual(theirs);
  expect(merge([{ ...sent[0]!, people: "40" }])).toMatchObject({ sites: [{ people: "40" }] });
  expect(merge([])).toEqual({ sites: [] });
});

test("what is no base is an empty one", () => {
  expect(readBase({ base: JSON.stringify(base) })).toEqual(base);
  expect(readBase({})).toEqual({});
  expect(readBase({ base: "{" })).toEqual({});
});

test("blank rows and line ends that a browser adds are no change", () => {
  const base = { rows: [{ name: "Numéria", country: "FR", service: "" }], lines: "a\nb" };
  const yours = { rows: [...base.rows, { name: "", country: "", service: "" }], lines: "a\r\nb" };
  const theirs = { rows: [], lines: "a\nb\nc" };
  expect(mergeTexts(["rows", "lines"], { base, yours, theirs })).toEqual(theirs);
});

test("both sides of a list are joined where both changed it, and nothing else is", () => {
  const base = { lines: "a", rows: [{ name: "A" }], name: "x" };
  const yours = { lines: "a\nb", rows: [{ name: "A" }, { name: "B" }], name: "y" };
  const theirs = { lines: "a\nc", rows: [{ name: "C" }], name: "z" };
  const lists = { lines: "lines", rows: "rows", same: "lines" } as const;
  const texts = { base, yours, theirs };
  expect(joinTexts("lines", texts, lists)).toBe("a\nc\nb");
  expect(joinTexts("rows", texts, lists)).toEqual([{ name: "C" }, { name: "B" }]);
  // Keeps both sides apart where each made another row of one.
  expect(joinTexts("rows", { ...texts, yours: { rows: [{ name: "B" }] } }, lists)).toBeUndefined();
  expect(joinTexts("name", texts, lists)).toBeUndefined();
  expect(joinTexts("lines", { ...texts, theirs: base }, lists)).toBeUndefined();
});
