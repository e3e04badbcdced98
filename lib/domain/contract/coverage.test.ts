import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { compareCoverage } from "./coverage";

const ALLOWED = [
  "Appels sortants de prospection",
  "Réception et traitement des appels",
  "Enregistrement des appels",
  "Gestion des fichiers d’emprunteurs",
];
const of = (cell: string, allowed: readonly string[] = ALLOWED) => {
  const { excess, uncompared } = compareCoverage([cell], allowed);
  return { excess, uncompared };
};
const covered = { excess: [], uncompared: [] };
const afterCursor = (...stated: string[]) => ({ excess: stated, uncompared: [] });
const uncompared = (...stated: string[]) => ({ excess: [], uncompared: stated });

describe("what is covered", () => {
  it.each([
    ["the same words", "Enregistrement des appels"],
    ["other capitals and accents", "ENREGISTREMENT DES APPELS"],
    ["a plural", "Enregistrements des appels"],
    ["a synonym", "Recording of calls"],
    ["Arabic", "تسجيل المكالمات"],
    ["less of the same", "Enregistrement chiffré d’appels filtrés"],
    ["an object that both share", "Réception d’appels"],
    ["two that are each allowed", "Enregistrement des appels et réception d’appels"],
    ["two of one object", "Réception et traitement des appels"],
    ["two in one sentence", "Enregistrement des appels sortants de prospection"],
    ["what is not done", "Appels sortants de prospection, sans enregistrement de la voix"],
    ["nothing but what is not done", "Aucune transcription"],
    ["nothing", ""],
  ])("%s", (_case, cell) => expect(of(cell)).toEqual(covered));
});

describe("what is joined in one cell is compared one by one", () => {
  it.each([
    [
      "et",
      "Gestion des fichiers d’emprunteurs et revente des fichiers d’emprunteurs à des courtiers",
      "revente des fichiers d’emprunteurs à des courtiers",
    ],
    [
      "and",
      "Recording of calls and resale of the borrowers’ files to brokers",
      "resale of the borrowers’ files to brokers",
    ],
    ["a comma", "Enregistrement des appels, transcription", "transcription"],
    ["a semicolon", "Enregistrement des appels ; profilage des clients", "profilage des clients"],
    ["a stroke", "Réception d’appels / vente à distance", "vente à distance"],
    ["a line", "Réception d’appels\nLocation de listes", "Location de listes"],
    ["an Arabic comma", "تسجيل المكالمات، بيع الملفات", "بيع الملفات"],
    ["و before an article", "تسجيل المكالمات والتنميط", "التنميط"],
    ["و before a known word", "تسجيل المكالمات وبيع الملفات", "بيع الملفات"],
    ["puis", "Réception d’appels puis écoute en direct", "écoute en direct"],
    ["&", "Réception d’appels & recouvrement amiable", "recouvrement amiable"],
  ])("%s", (_joint, cell, rest) => expect(of(cell)).toEqual(afterCursor(rest)));

  it("does not hide behind what is not done", () => {
    const cell = "Réception d’appels sans enregistrement mais avec revente des fichiers";
    expect(of(cell)).toEqual(uncompared(cell));
  });

  it("names each of several", () => {
    expect(of("Profilage, transcription et enregistrement des appels")).toEqual(
      afterCursor("Profilage", "transcription"),
    );
  });
});

describe("what cannot be compared is said, never covered", () => {
  it.each([
    ["an aim of its own", "Enregistrement des appels à des fins biométriques"],
    ["wider than what is allowed", "Appels"],
    ["another object", "Gestion des fichiers de patients"],
    ["what should have been there", "Appels sortants de prospection sans consentement"],
    ["the same in English", "Recording of calls without consent"],
  ])("%s", (_case, cell) => expect(of(cell)).toEqual(uncompared(cell)));

  it.each([
    ["nothing was read of what is allowed", [], true],
    ["one contract of several was not read", ALLOWED, false],
  ] as const)("%s", (_case, allowed, isWholeRead) => {
    expect(compareCoverage(["Location de listes"], allowed, isWholeRead)).toEqual(
      uncompared("Location de listes"),
    );
  });

  it("is not asked of what one contract covers, whatever another leaves unread", () => {
    expect(compareCoverage(["Enregistrement des appels"], ALLOWED, false)).toEqual(covered);
  });
});

describe("what a contract denies it does not allow", () => {
  it.each([
    ["Appels sortants, sans enregistrement", "Enregistrement"],
    ["Outbound calls without recording", "Recording"],
    ["مكالمات صادرة دون تسجيل", "تسجيل المكالمات"],
  ])("%s", (allowed, cell) => expect(of(cell, [allowed])).toEqual(afterCursor(cell)));
});

describe("whatever is said and allowed", () => {
  const words = fc.constantFrom(
    "appels",
    "sortants",
    "enregistrement",
    "revente",
    "fichiers",
    "courtiers",
    "écoute",
    "sans",
  );
  const cell = fc
    .array(fc.array(words, { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 3 })
    .map((parts) => parts.map((part) => part.join(" ")).join(" et "));

  it("what is allowed in its own words is covered", () => {
    fc.assert(
      fc.property(fc.array(cell, { minLength: 1 }), fc.array(cell), (stated, more) => {
        expect(compareCoverage(stated, [...stated, ...more])).toEqual(covered);
      }),
    );
  });

  it("a word that is nowhere allowed is never covered", () => {
    fc.assert(
      fc.property(cell, fc.array(cell, { minLength: 1 }), (stated, allowed) => {
        const found = compareCoverage([`${stated} biométrie faciale`.replaceAll("sans", "avec")], allowed);
        expect([...found.excess, ...found.uncompared].join(" ")).toContain("biométrie");
      }),
    );
  });
});
