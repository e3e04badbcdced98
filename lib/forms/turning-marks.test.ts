import { describe, expect, it } from "vitest";
import { withoutTurningMarks } from "./turning-marks";

/** Every character that Unicode gives the property Bidi_Control. */
const CONTROLS = Array.from({ length: 0x10000 }, (_, code) => String.fromCharCode(code)).filter((character) =>
  /\p{Bidi_Control}/u.test(character),
);
const MARKS = ["\u061C", "\u200E", "\u200F"];

describe("a mark of direction", () => {
  it.each(CONTROLS.filter((character) => !MARKS.includes(character)).map((mark) => [code(mark), mark]))(
    "%s, which turns what follows, is removed",
    (_, mark) => {
      expect(withoutTurningMarks(`Centre ${mark}d'appels${mark}`)).toBe("Centre d'appels");
    },
  );

  it.each(MARKS.map((mark) => [code(mark), mark]))("%s, which Arabic needs, stays", (_, mark) => {
    expect(withoutTurningMarks(`أمانة${mark} (2026)`)).toBe(`أمانة${mark} (2026)`);
  });
});

function code(character: string): string {
  return `U+${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, "0")}`;
}
