import { describe, expect, it } from "vitest";
import { packNames, titleOf, unpackNames } from "./naming";
import { ownWords } from "./own-words";

const libraryTitle = (code: string) => `<${code}>`;
const library = { reference: "M-004", title: "", libraryCode: "two-factors" };
const own = { reference: "M-048", title: "Broyeur | accueil", libraryCode: null };
const rewritten = { reference: "M-005", title: "Clé pour tous", libraryCode: "two-factors" };

describe("the name of a measure", () => {
  it("is its own, or the library's in the reader's language", () => {
    expect([library, own, rewritten].map((measure) => titleOf(measure, libraryTitle))).toEqual([
      "<two-factors>",
      "Broyeur | accueil",
      "Clé pour tous",
    ]);
  });

  it("travels in a gap without a language", () => {
    expect(unpackNames(packNames([library, own, rewritten]), libraryTitle)).toEqual([
      "M-004 <two-factors>",
      "M-048 Broyeur / accueil",
      "M-005 Clé pour tous",
    ]);
    expect(unpackNames("", libraryTitle)).toEqual([]);
  });
});

describe("ownWords", () => {
  const words = [
    { title: "Bureaux nets", description: "Rien ne reste." },
    { title: "Clean desks", description: "Nothing stays." },
  ];
  const none = { title: "", description: "" };
  it.each([
    ["the library's, word for word", words[1]!, none],
    ["no title", { title: "", description: "Rien" }, none],
    ["its title alone", { title: "Bureaux nets", description: "" }, none],
  ])("%s: the library's still", (_, stated, stored) => expect(ownWords(stated, words)).toEqual(stored));

  it("a changed sentence, or two languages mixed, is the organisation's own", () => {
    const changed = { title: "Bureaux nets", description: "Sauf le plan." };
    const mixed = { title: "Bureaux nets", description: "Nothing stays." };
    expect([changed, mixed].map((stated) => ownWords(stated, words))).toEqual([changed, mixed]);
    expect(ownWords({ title: "Broyeur", description: "" }, [])).toEqual({
      title: "Broyeur",
      description: "",
    });
  });
});
