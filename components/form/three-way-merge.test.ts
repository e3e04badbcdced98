import { expect, test } from "vitest";
import { mergeTexts, readBase } from "./three-way-merge";

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
