import { describe, expect, it } from "vitest";
import { findQualifiers, pointsElsewhere, readDitto, unusedWords } from "./qualifiers";

describe("findQualifiers", () => {
  it.each([
    ["pas le Maroc", ["negation"]],
    ["Maroc : non", ["negation"]],
    ["not Morocco", ["negation"]],
    ["no longer Tunisia", ["ended"]],
    ["ليس المغرب", ["negation"]],
    ["لا يوجد نقل", ["negation"]],
    ["plus de transfert vers la Tunisie depuis 2024", ["negation"]],
    ["Aucun (sauf hébergeur OVH)", ["negation", "exception"]],
    ["all but Tunisia", ["exception"]],
    ["باستثناء الدعم", ["exception"]],
    ["Tunisie jusqu’en 2023, puis Maroc", ["ended", "ended"]],
    ["ex-Tunisie", ["ended"]],
    ["Tunisia until 2023", ["ended"]],
    ["تونس إلى غاية 2023", ["ended"]],
    ["CCT à signer", ["planned"]],
    ["SCC to be signed", ["planned"]],
    ["قيد التوقيع", ["planned"]],
    ["en cours", ["planned"]],
    ["le cas échéant", ["condition"]],
    ["if needed", ["condition"]],
    ["عند الاقتضاء", ["condition"]],
    ["NC", ["unknown"]],
    ["Depuis Casa et Dakar", []],
    ["Maroc (Casablanca, Rabat)", []],
    ["Néant à ce jour", ["negation"]],
  ])("%s", (text, kinds) => expect(findQualifiers(text).map(({ kind }) => kind)).toEqual(kinds));
});

describe("pointsElsewhere", () => {
  it.each([
    "idem ligne 2",
    "ditto (row 3)",
    "pareil que la ligne 2",
    "id (cf. l.2)",
    "= ligne 2",
    "=B2",
    "نفس السطر 2",
  ])("%s names another row", (text) => expect(pointsElsewhere(text)).toBe(true));

  it.each(["identical", "unchanged", "inchangé", "as before", "répéter"])(
    "%s says that of another row",
    (text) => expect(pointsElsewhere(text)).toBe(true),
  );

  it.each(["Ligne 2", "La Ligne 2", "Line 12", "ID Logistics", "Identical Twins SA", "L 2", "= 12"])(
    "%s is a content",
    (text) => expect(pointsElsewhere(text)).toBe(false),
  );
});

describe("readDitto", () => {
  it.each([
    "idem",
    "Idem.",
    "- id -",
    "voir ci-dessus",
    "//",
    '"',
    "”",
    "''",
    "〃",
    "« »",
    "ditto",
    "same as above",
    "as above",
    "même ligne que ci-dessus",
    "نفسه",
    "نفس ما سبق",
    "كما أعلاه",
    "مثله",
    "الشيء نفسه",
    "المرجع نفسه",
  ])("%s repeats the row above", (text) => expect(readDitto(text)).toEqual({ of: "" }));

  it("names the entry that is repeated", () => expect(readDitto("Idem I1")).toEqual({ of: "I1" }));

  it.each(["", "-", "—", "Idemia SAS", "voir annexe", "ID Logistics", "Same Group SA", "l’ancien site"])(
    "%s has a content of its own, or none",
    (text) => expect(readDitto(text)).toBeNull(),
  );
});

describe("pointsElsewhere", () => {
  it.each(["voir annexe", "cf. contrat", "see annex 2", "انظر الملحق", "voir onglet 2"])("%s", (text) =>
    expect(pointsElsewhere(text)).toBe(true),
  );
  it.each(["Maroc", "OVH", "Voirin SAS"])("%s states something", (text) =>
    expect(pointsElsewhere(text)).toBe(false),
  );
});

it("leaves words that no reader used, and those without meaning out", () => {
  expect(unusedWords("accès au Maroc la nuit", new Set(["maroc"]))).toEqual(["nuit"]);
});
