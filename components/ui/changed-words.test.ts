import fc from "fast-check";
import { expect, test } from "vitest";
import { markChanges } from "./changed-words";

const changed = (before: string, after: string) =>
  markChanges(before, after)
    .filter((run) => run.changed)
    .map((run) => run.text.trim());

test.each([
  ["réception d’appels ; tickets", "réception d’appels ; tickets ; rappels", ["; rappels"]],
  ["saisie de pièces de sinistre", "saisie de pièces de sinistre", []],
  ["Maroc", "Maroc et Tunisie", ["et Tunisie"]],
  ["écoute qualité, notation", "notation", []],
  ["", "enregistrement", ["enregistrement"]],
  ["chat", "", []],
])("%j then %j", (before, after, expected) => {
  expect(changed(before, after)).toEqual(expected);
});

test("the runs joined give the text back, and nothing is marked in a text that did not change", () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 60 }), fc.string({ maxLength: 60 }), (before, after) => {
      expect(
        markChanges(before, after)
          .map((run) => run.text)
          .join(""),
      ).toBe(after);
      expect(markChanges(after, after).some((run) => run.changed)).toBe(false);
    }),
  );
});
