import { describe, expect, it } from "vitest";
import { asksDateOrder, dateOrderOf, monthFirstDays, withDateOrder } from "./date-order";
import type { ColumnMapping, DateOrder } from "./types";
import { readRow } from "./read-row";

const ENGLISH: ColumnMapping = [
  { column: 0, header: "Client", target: "controllerName" },
  { column: 1, header: "Activity", target: "activity" },
  { column: 2, header: "Start", target: "startsOn" },
  { column: 3, header: "Safeguards", target: "instrument" },
  { column: 4, header: "Remarks", target: "note" },
];
const FRENCH = ENGLISH.map((column) =>
  column.target === "startsOn" ? { ...column, header: "Date de début" } : column,
);
const row = (start: string, tool = "") => ({ cells: ["Orvelle", "Calls", start, tool, "01/02/2020"] });

function settled(
  mapping: ColumnMapping,
  starts: readonly string[],
  stated: { given?: DateOrder; remembered?: DateOrder } = {},
) {
  const { given = null, remembered = null } = stated;
  const found = withDateOrder(
    mapping,
    starts.map((start) => row(start)),
    { given, remembered },
  );
  return asksDateOrder(found) ? "asked" : dateOrderOf(found);
}

describe("withDateOrder", () => {
  it.each([
    [["02/03/2024"], "asked", "day"],
    [["02-03-2024"], "asked", "day"],
    [["02/03/2024", "31/03/2024"], "day", "day"],
    [["02/03/2024", "03/31/2024"], "month", "asked"],
    [["02/03/2024", "03/31/2024", "31/03/2024"], "asked", "asked"],
    [["2024-03-02", "02.03.2024", "March 2024", "03/2024", "24-03-12"], null, null],
    [["03/03/2024"], null, null],
  ] as const)("%j in English heads is %s, in French ones %s", (starts, english, french) => {
    expect(settled(ENGLISH, starts)).toBe(english);
    expect(settled(FRENCH, starts)).toBe(french);
  });

  it.each(["Fecha", "Zweck der Verarbeitung", "Begindatum", "تاريخ البداية", "Finalità"])(
    "a head such as %s is of a language that writes the day first",
    (header) => {
      const mapping = ENGLISH.map((column) =>
        column.target === "startsOn" ? { ...column, header } : column,
      );
      expect(settled(mapping, ["02/03/2024"])).toBe("day");
    },
  );

  it("takes what a person said, and what was said of a file of this shape unless its days deny it", () => {
    expect(settled(ENGLISH, ["02/03/2024"], { given: "month" })).toBe("month");
    expect(settled(ENGLISH, ["02/03/2024"], { remembered: "month" })).toBe("month");
    expect(settled(ENGLISH, ["31/03/2024", "02/03/2024"], { remembered: "month" })).toBe("asked");
    expect(settled(FRENCH, ["03/31/2024"], { remembered: "month" })).toBe("month");
  });

  it("asks with three cells of the file, of its dated columns alone, and once", () => {
    const rows = [row("02/03/2024"), row("", "SCC signed 04/05/2023"), row("06/07/2024"), row("08/09/2024")];
    const asked = withDateOrder(ENGLISH, rows, { given: null });
    expect(asked.flatMap(({ orderAsked }) => (orderAsked ? [orderAsked] : []))).toEqual([
      ["02/03/2024", "SCC signed 04/05/2023", "06/07/2024"],
    ]);
  });
});

describe("monthFirstDays", () => {
  it.each([
    ["02/03/2024", "2024-02-03"],
    ["2/3/24", "2024-02-03"],
    ["2/3/81", "1981-02-03"],
    ["SCC signed 04/05/2023, TIA 12-31-2023", "SCC signed 2023-04-05, TIA 2023-12-31"],
    ["31/03/2024", "31/03/2024"],
    ["02/30/2024", "02/30/2024"],
    ["02.03.2024", "02.03.2024"],
    ["03/2024", "03/2024"],
    ["ref. 1/02/03/2024", "ref. 1/02/03/2024"],
  ])("%s is read as %s", (cell, days) => expect(monthFirstDays(cell)).toBe(days));
});

it("reads the days of a row in the order of its file, and leaves the words of notes as they are", () => {
  const mapping = withDateOrder(ENGLISH, [], { given: null });
  const read = (given: DateOrder) => {
    const { cells } = row("02/03/2024", "SCC 2021/914 signed on 04/05/2023");
    return readRow({ line: 2, cells, mapping: withDateOrder(mapping, [{ cells }], { given }) }).content;
  };
  expect(read("month").startsOn?.value).toBe("2024-02-03");
  expect(read("month").notes).toContain("01/02/2020");
  expect(read("day").startsOn).toEqual({ value: "2024-03-02", text: "02/03/2024" });
});
