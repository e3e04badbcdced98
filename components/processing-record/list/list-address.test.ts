import { expect, test } from "vitest";
import { isFiltered, listHref, todayHref, unfilteredHref } from "./list-address";

const PLACE = { org: "nejma", capacity: "processor" } as const;
const query = {
  view: "gaps",
  sort: "reference",
  q: "appels & rappels",
  controller: "",
  code: "REG-6",
  country: "",
  placeKind: "",
  state: "",
  special: "",
  minors: "",
  subProcessor: "",
  measure: "",
  on: "",
  columns: "",
  panel: "",
  after: "T-050\u0001x",
} as const;

test("the defaults stay out of the address, and a new filter begins again", () => {
  expect(listHref(PLACE, query, { code: "" })).toBe("/nejma/records?view=gaps&q=appels+%26+rappels");
});

test("the next page keeps every filter", () => {
  const href = listHref(PLACE, query, { after: "T-100\u0001y" });
  expect(Object.fromEntries(new URLSearchParams(href.split("?")[1]))).toEqual({
    view: "gaps",
    q: "appels & rappels",
    code: "REG-6",
    after: "T-100\u0001y",
  });
});

test("filters go, the view stays", () => {
  expect(isFiltered(query)).toBe(true);
  expect(unfilteredHref(PLACE, query)).toBe("/nejma/records?view=gaps");
  expect(isFiltered({ ...query, q: "", code: "" })).toBe(false);
  const ticks = { ...query, q: "", code: "", special: "health", minors: "yes" } as const;
  expect(isFiltered(ticks)).toBe(true);
  expect(unfilteredHref(PLACE, ticks)).toBe("/nejma/records?view=gaps");
});

test("a day in the past is no filter: it stays with every step, until one goes back to today", () => {
  const then = { ...query, q: "", code: "", on: "2026-03-14" };
  expect(isFiltered(then)).toBe(false);
  expect(unfilteredHref(PLACE, then)).toBe("/nejma/records?view=gaps&on=2026-03-14");
  expect(todayHref(PLACE, then)).toBe("/nejma/records?view=gaps");
});

test("the company's own register stands at an address of its own", () => {
  const own = { org: "nejma", capacity: "controller" } as const;
  expect(listHref(own, query, { q: "", code: "REG1-b" })).toBe("/nejma/own-records?view=gaps&code=REG1-b");
});
