import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { nameFinder, wordsOf } from "@/lib/domain/controller/find-names";
import { indexNames } from "@/lib/domain/controller/name-index";
import { EXAMPLE_CONTROLLERS } from "./content/controllers";
import { exampleSubProcessors } from "./content/sub-processors";

const clients = Object.entries(EXAMPLE_CONTROLLERS).map(([id, { legalName }]) => ({
  id,
  companies: [legalName],
}));
const find = nameFinder(indexNames(clients), { withShortForms: true });
const called = (text: string) => [
  ...new Set(
    find(text).flatMap(({ entries, isCertain }) => entries.map(({ id }) => `${id}${isCertain ? "" : "?"}`)),
  ),
];

/** Every Arabic word of the product's own catalogue, once. */
function arabicWords(): string[] {
  const folder = "lib/i18n/messages/ar";
  const all = readdirSync(folder)
    .flatMap((file) => wordsOf(readFileSync(`${folder}/${file}`, "utf8")))
    .flatMap(({ raw, plain }) => (/^\p{Script=Arabic}+$/u.test(plain) ? [raw] : []));
  return [...new Set(all)];
}

describe("Latin names in Arabic letters", () => {
  it.each([
    ["نُسخت ملفات أورفيل أمس", "orvelle?"],
    ["ملفات اورفيل", "orvelle?"],
    ["أُرسل إلى هرتزيا", "hertzia?"],
    ["هيرتزيا وأورفيل", "hertzia?"],
    ["لنوماد", "nomade?"],
    ["ليبريري نوماد", "nomade?"],
    ["كالانك", "calanques?"],
    ["أرميل", "armel?"],
    ["لومين", "lumen?"],
    ["هاربور", "harbour?"],
    ["وفينش", "harbour?"],
    ["ريفيير", "rivieres?"],
  ])("asks of « %s »", (text, id) => expect(called(text)).toContain(id));

  it.each([
    ["Axa", "ملفات أكسا"],
    ["Renault SAS", "ملفات رونو"],
    ["Renault", "لرينو"],
    ["Maif", "مايف"],
    ["Aviva", "أفيفا"],
    ["Accor SA", "أكور"],
    ["Peugeot", "بيجو"],
    ["Engie", "إنجي"],
    ["Auchan", "أوشان"],
  ])("asks of %s, which has two consonants, in « %s »", (name, text) => {
    const findShort = nameFinder(indexNames([{ id: "short", companies: [name] }]), { withShortForms: true });
    expect(findShort(text)).toMatchObject([{ isCertain: false, entries: [{ id: "short" }] }]);
  });

  it("asks of names of two consonants in less than one Arabic word of a thousand of this product", () => {
    const names = [
      "Axa",
      "Renault",
      "Maif",
      "Aviva",
      "Accor",
      "Peugeot",
      "Engie",
      "Auchan",
      "Nexa",
      "Thales",
      "Dior",
    ];
    const findShort = nameFinder(indexNames(names.map((name) => ({ id: name, companies: [name] }))), {
      withShortForms: true,
    });
    const asked = arabicWords().filter((word) => findShort(word).length > 0);
    expect(asked.length / arabicWords().length / names.length).toBeLessThan(0.001);
  });

  it("asks of an Arabic name in Latin letters", () => {
    const arabic = nameFinder(indexNames([{ id: "zitouna", companies: ["الزيتونة كاش"] }]), {
      withShortForms: true,
    });
    expect(arabic("copie chez Zeitouna").flatMap(({ entries }) => entries.map(({ id }) => id))).toEqual([
      "zitouna",
    ]);
  });

  it('takes none of the eight thousand Arabic words of this product for a party of the example, but "Saint" in one', () => {
    const words = arabicWords();
    expect(words.length).toBeGreaterThan(7000);
    const names = [
      ...clients.filter(({ companies: [name = ""] }) => /^\p{Script=Latin}/u.test(name)),
      ...Object.entries(exampleSubProcessors("2026-12-01")).map(([id, { identity }]) => ({
        id,
        companies: [identity.name],
      })),
    ];
    const findLatin = nameFinder(indexNames(names), { withShortForms: true });
    const wrong = words.filter((word) => findLatin(word).length > 0);
    expect(wrong).toEqual(["سانت"]);
  });
});
