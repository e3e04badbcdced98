import { describe, expect, it } from "vitest";
import { z } from "zod";
import { cursorField, dayField, searchField, viewField } from "./list-query";

const query = z.object({
  view: viewField(["open", "archived"]),
  q: searchField,
  on: dayField,
  after: cursorField,
});

describe("an address of a list", () => {
  it("opens the first view, unfiltered, where it says nothing", () => {
    expect(query.parse({})).toEqual({ view: "open", q: "", on: "", after: "" });
  });

  it("is read as typed", () => {
    const asked = { view: "archived", q: "Orvelle", on: "2026-03-14", after: "Nom\u0001id" };
    expect(query.parse({ ...asked, q: " Orvelle " })).toEqual(asked);
  });

  it("ignores what is no such field: another view, a repeated or an endless one", () => {
    expect(query.parse({ view: "gone", q: ["a", "b"], on: "x".repeat(41), after: "x".repeat(901) })).toEqual(
      query.parse({}),
    );
  });
});
