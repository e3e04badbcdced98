import { expect, test } from "vitest";
import { isFiltered, listHref, unfilteredHref } from "./list-address";

const query = {
  view: "gaps",
  sort: "reference",
  q: "appels & rappels",
  controller: "",
  code: "REG-6",
  country: "",
  state: "",
  after: "T-050\u0001x",
} as const;

test("the defaults stay out of the address, and a new filter begins again", () => {
  expect(listHref("nejma", query, { code: "" })).toBe("/nejma/records?view=gaps&q=appels+%26+rappels");
});

test("the next page keeps every filter", () => {
  const href = listHref("nejma", query, { after: "T-100\u0001y" });
  expect(Object.fromEntries(new URLSearchParams(href.split("?")[1]))).toEqual({
    view: "gaps",
    q: "appels & rappels",
    code: "REG-6",
    after: "T-100\u0001y",
  });
});

test("filters go, the view stays", () => {
  expect(isFiltered(query)).toBe(true);
  expect(unfilteredHref("nejma", query)).toBe("/nejma/records?view=gaps");
  expect(isFiltered({ ...query, q: "", code: "" })).toBe(false);
});
