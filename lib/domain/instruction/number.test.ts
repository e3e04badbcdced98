import fc from "fast-check";
import { expect, it } from "vitest";
import { CODE, instructionNumber, proposeCode } from "./number";

const none = new Set<string>();

it.each([
  ["Téléno", "TLN"],
  ["Groupe Téléno SA", "TLN"],
  ["Orvelle Énergie", "ORE"],
  ["Filature du Gapeau", "FIG"],
  ["Banque Populaire du Rhône", "BPR"],
  ["SA", "SA"],
  ["3 Suisses", "RT1"],
  ["شركة الاتصالات", "RT1"],
])("%s is called %s", (name, code) => expect(proposeCode(name, none)).toBe(code));

it("takes the next likely one where it is taken", () => {
  expect(proposeCode("Téléno", new Set(["TLN"]))).toBe("TEL");
  expect(proposeCode("Téléno", new Set(["TLN", "TEL"]))).toBe("TE2");
  expect(proposeCode("شركة", new Set(["RT1", "RT2"]))).toBe("RT3");
});

it("proposes what is a code and nobody has, whatever the name", () => {
  fc.assert(
    fc.property(fc.string(), fc.array(fc.string()), (name, others) => {
      const taken = new Set<string>();
      for (const other of [name, name, ...others]) {
        const code = proposeCode(other, taken);
        expect(code).toMatch(CODE);
        expect(taken.has(code)).toBe(false);
        taken.add(code);
      }
    }),
  );
});

it("is written with the year and three figures at least", () => {
  expect(instructionNumber({ code: "TLN", year: 2026, counter: 7 })).toBe("TLN-2026-007");
  expect(instructionNumber({ code: "TLN", year: 2026, counter: 1234 })).toBe("TLN-2026-1234");
});
