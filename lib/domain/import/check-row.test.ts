import { describe, expect, it } from "vitest";
import { MOROCCO } from "@/lib/domain/processing-record/examples.fixture";
import { emptyContent, type RecordContent } from "@/lib/domain/processing-record/content";
import { checkRow } from "./check-row";
import type { RowReading } from "./types";

const TODAY = "2026-11-28";
const row = (content: Partial<RecordContent>, more: Partial<RowReading> = {}): RowReading => ({
  line: 2,
  cells: [],
  reference: "T-1",
  controllerName: "Voltiris SA",
  controller: {},
  content: { ...emptyContent("Relances"), ...content },
  doubts: [],
  ...more,
});
const keysOf = ({ doubts }: RowReading) => doubts.map(({ field, key }) => `${field} ${key}`);

describe("checkRow", () => {
  it("takes no day to come for a signature, an assessment or a review, and keeps its words", () => {
    const date = { value: "2027-03-01", text: "1er mars 2027" };
    const destination = {
      ...MOROCCO,
      signedOn: date,
      assessedOn: date,
      instrumentText: "CCT du 1er mars 2027",
    };
    const checked = checkRow(row({ destinations: [destination], reviewedOn: date, notes: "x" }), TODAY);
    expect(keysOf(checked)).toEqual(["instrument dateAhead", "assessment dateAhead", "reviewedOn dateAhead"]);
    expect(checked.content.destinations[0]).toMatchObject({
      signedOn: null,
      assessedOn: null,
      instrumentText: "CCT du 1er mars 2027",
      assessmentText: "1er mars 2027",
    });
    expect(checked.content).toMatchObject({ reviewedOn: null, notes: "x\n1er mars 2027" });
  });

  it("leaves a row of the past, and of a year that has begun, as it is", () => {
    const past = row({
      destinations: [{ ...MOROCCO, signedOn: { value: "2026", text: "" } }],
      reviewedOn: { value: TODAY, text: "" },
    });
    expect(checkRow(past, TODAY)).toBe(past);
  });

  it.each([
    ["Nordalia / Sudalia", {}, ["controllerName severalControllers"]],
    ["Nordalia SA et Sudalia SARL", {}, ["controllerName severalControllers"]],
    ["Nordalia / Sudalia", { registrationNumber: "552 100 554" }, []],
    ["Dupont et Fils", {}, []],
    ["Nos clients", {}, []],
    ["Client A / Client B", {}, []],
  ])("%s with %j: %j", (controllerName, controller, expected) => {
    expect(keysOf(checkRow(row({}, { controllerName, controller }), TODAY))).toEqual(expected);
  });

  it("names each company that the name holds", () => {
    const checked = checkRow(row({}, { controllerName: "Nordalia / Sudalia" }), TODAY);
    expect(checked.doubts[0]?.params).toEqual({ text: "Nordalia / Sudalia", names: "Nordalia · Sudalia" });
  });
});
