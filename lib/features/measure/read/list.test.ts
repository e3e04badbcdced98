import { describe, expect, it } from "vitest";
import { matchesQuery, measureQuerySchema } from "./list";

const measure = {
  reference: "M-004",
  title: "Écrans à l’abri des regards",
  description: "Filtres de confidentialité",
  family: "premises",
  articles: ["32(1)(b)"],
  records: 0,
};
const asked = (search: Record<string, unknown>) => matchesQuery(measure, measureQuerySchema.parse(search));

describe("answersQuery", () => {
  it.each([
    [{}, true],
    [{ q: "ecrans CONFIDENTIALITE" }, true],
    [{ q: "m-004" }, true],
    [{ q: "écrans badge" }, false],
    [{ family: "premises", article: "32(1)(b)", use: "unused" }, true],
    [{ family: "access" }, false],
    [{ article: "32(1)(a)" }, false],
    [{ use: "used" }, false],
  ])("%o: %s", (search, answer) => expect(asked(search)).toBe(answer));

  it("leaves out what makes no sense in an address", () => {
    expect(
      measureQuerySchema.parse({ view: "x", family: "zzz", article: ["32(4)"], use: "?", q: ["a"] }),
    ).toEqual({
      view: "active",
      q: "",
      family: "",
      article: "",
      use: "",
    });
  });
});
