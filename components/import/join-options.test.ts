import { describe, expect, test } from "vitest";
import { joinOptions } from "./join-options";

const alone = { key: "new:orvelle", name: "Orvelle", existingId: null, spellings: ["Orvelle"], near: [] };
const spelt = {
  key: "new:alveole",
  name: "Mutuelle Alvéole",
  existingId: null,
  spellings: ["Mutuelle Alvéole", "MUTUELLE ALVEOLE"],
  near: ["known:1"],
};
const known = [
  { key: "known:1", legalName: "Mutuelle Alvéoles" },
  { key: "known:2", legalName: "Banque Sauvière" },
];

describe("joinOptions", () => {
  test("begins with where the spelling is, then what is near", () => {
    const { choices } = joinOptions(spelt, "MUTUELLE ALVEOLE", [alone, spelt], known);
    expect(choices.map(({ key }) => key)).toEqual(["new:alveole", "known:1", "new:orvelle", "known:2"]);
    expect(choices[1]!.name).toBe("Mutuelle Alvéoles");
  });

  test("a spelling alone under a new name is already apart", () => {
    expect(joinOptions(alone, "Orvelle", [alone, spelt], known).apart).toBeNull();
  });

  test("one of several, or one that joined the register, may be kept apart", () => {
    expect(joinOptions(spelt, "MUTUELLE ALVEOLE", [spelt], []).apart).toBe("new:apart MUTUELLE ALVEOLE");
    const joined = { ...alone, key: "known:2", existingId: "2" };
    expect(joinOptions(joined, "Orvelle", [joined], known).apart).toBe("new:apart Orvelle");
  });

  test("among thousands only what is near is offered", () => {
    const many = Array.from({ length: 5000 }, (_, index) => ({
      key: `known:${index}`,
      legalName: `C ${index}`,
    }));
    const { choices } = joinOptions(spelt, "MUTUELLE ALVEOLE", [alone, spelt], many);
    expect(choices.map(({ key }) => key)).toEqual(["new:alveole", "known:1"]);
  });

  test("nothing is offered twice", () => {
    const joined = { ...spelt, key: "known:1", existingId: "1", near: ["new:orvelle"] };
    const keys = joinOptions(joined, "MUTUELLE ALVEOLE", [alone, joined], known).choices.map(
      ({ key }) => key,
    );
    expect(new Set(keys).size).toBe(keys.length);
  });
});
