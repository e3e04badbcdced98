import { describe, expect, it } from "vitest";
import { splitQualified } from "./qualified";

describe("splitQualified", () => {
  it.each([
    ["Ferrix SAS", "Ferrix SAS", null, null],
    ["Ferrix SAS (France)", "Ferrix SAS", "France", null],
    ["Ferrix SAS (France) – téléphonie", "Ferrix SAS", "France", "téléphonie"],
    ["Ferrix SAS(France): téléphonie", "Ferrix SAS", "France", "téléphonie"],
    ["Ferrix – téléphonie (nuit)", "Ferrix", null, "téléphonie (nuit)"],
    ["Ferrix  -  téléphonie", "Ferrix", null, "téléphonie"],
    ["Ferrix (France) - téléphonie", "Ferrix", "France", "téléphonie"],
    ["Saint-Ferrix (ex Ferrix) SAS", "Saint-Ferrix (ex Ferrix) SAS", null, null],
    ["Ferrix ((France)", "Ferrix (", "France", null],
    ["Ferrix –", "Ferrix –", null, null],
  ])("%s", (text, name, inBrackets, after) => {
    expect(splitQualified(text)).toEqual({ name, inBrackets, after });
  });
});
