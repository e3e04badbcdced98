import { describe, expect, it } from "vitest";
import { LIST_COLUMNS, readColumns, USUAL_COLUMNS, writeColumns } from "./list-columns";

describe("readColumns and writeColumns", () => {
  it.each([[[]], [["gaps"]], [["text", "state"]], [[...LIST_COLUMNS]], [[...USUAL_COLUMNS]]] as const)(
    "give back %j",
    (columns) => expect(readColumns(writeColumns([...columns]))).toEqual(columns),
  );

  it("say nothing of the usual choice", () => expect(writeColumns([...USUAL_COLUMNS])).toBe(""));

  it("keep the order of the list, whatever that of the address", () =>
    expect(readColumns("reviewed.text")).toEqual(["text", "reviewed"]));

  it.each(["", "nothing", "script.alert", "constructor"])("fall back on the usual columns for %j", (text) =>
    expect(readColumns(text)).toEqual(USUAL_COLUMNS),
  );
});
