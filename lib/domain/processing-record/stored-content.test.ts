import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { recordContentSchema } from "./content";
import { CONTENT } from "./examples.fixture";
import { readStoredContent } from "./stored-content";

type Fields = Record<string, unknown>;
const FULL: Fields = {
  ...CONTENT,
  subProcessors: [{ name: "Numéria", country: "FR", service: "téléphonie", subProcessorId: null }],
  startsOn: { value: "2024-03", text: "mars 2024" },
};

describe("readStoredContent", () => {
  it("takes what was written as it is", () => {
    expect(readStoredContent(FULL)).toBe(FULL);
    expect(FULL).toEqual(recordContentSchema.parse(FULL));
  });

  it("gives a document that lacks a field, at any depth, what the schema gives it", () => {
    fc.assert(
      fc.property(fc.nat(), fc.nat(), (where, which) => {
        const stored = JSON.parse(JSON.stringify(FULL)) as Fields;
        const parts = [stored, ...(stored.destinations as Fields[]), ...(stored.subProcessors as Fields[])];
        const part = parts[where % parts.length]!;
        const fields = Object.keys(part).filter((field) => !["activity", "name"].includes(field));
        delete part[fields[which % fields.length]!];
        expect(readStoredContent(stored)).toEqual(recordContentSchema.parse(stored));
      }),
    );
  });

  it.each<[string, Fields]>([
    ["a field of a later version", { fromLater: "x" }],
    ["a date without its words", { startsOn: { value: "2024-03" } }],
    ["a list that is none", { destinations: undefined }],
  ])("leaves to the schema %s", (_, change) => {
    const stored = { ...FULL, ...change };
    expect(readStoredContent(stored)).toEqual(recordContentSchema.parse(stored));
  });
});
