import { describe, expect, it } from "vitest";
import { columnsOfOpenOrder } from "./date-order";

describe("columnsOfOpenOrder", () => {
  it.each([
    [[["date"], ["03/04/2026 10:30"], ["04/04/2026 11:00"]], [0]],
    [
      [
        ["numéro", "jour"],
        ["0612345678", "01.02.2026"],
      ],
      [1],
    ],
    [[["date"], ["03/04/2026 10:30"], ["13/04/2026 10:30"]], []],
    [[["date"], ["03/04/2026 10:30"], ["04/13/2026 10:30"]], []],
    [[["date"], ["2026-04-03 10:30"]], []],
    [[["date"], [""], ["1787043600"]], []],
    [[], []],
  ])("of %j are %j", (rows, columns) => expect(columnsOfOpenOrder(rows)).toEqual(columns));
});
