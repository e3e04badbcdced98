import { describe, expect, it } from "vitest";
import { BLANK_CONTENT, withBlanks, withoutBlanks } from "./blank-content";
import { emptyContent, recordContentSchema } from "./content";

describe("a content without its blanks", () => {
  it("says its activity, and nothing where the entry does", () => {
    expect(withoutBlanks(BLANK_CONTENT)).toEqual({ activity: "-" });
    expect(withoutBlanks(emptyContent("Télévente"))).toEqual({ activity: "Télévente" });
  });

  it("is made whole again, in the order of its fields", () => {
    const content = recordContentSchema.parse({
      activity: "Télévente",
      operations: ["Appels sortants"],
      transferAnswer: "yes",
      destinations: [{ country: "MA" }],
      exemptionClaimed: true,
      startsOn: { value: "2024-03", text: "mars 2024" },
      notes: "Volume : 3",
    });
    const whole = withBlanks(withoutBlanks(content));
    expect(JSON.stringify(whole)).toBe(JSON.stringify(content));
  });

  it("reads the same under the schema as the whole content", () => {
    const content = { ...emptyContent(" Télévente "), notes: " deux " };
    expect(JSON.stringify(recordContentSchema.parse(withoutBlanks(content)))).toBe(
      JSON.stringify(recordContentSchema.parse(content)),
    );
  });
});
