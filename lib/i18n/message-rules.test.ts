import { describe, expect, test } from "vitest";
import { readShape } from "./message-arguments";
import { findAbsentGroups, findFaults, flattenMessages } from "./message-rules";

const faults = (fr: string, en: string = "x", ar: string = "x") =>
  findFaults({ fr: { key: fr }, en: { key: en }, ar: { key: ar } }).map(
    ({ locale, text }) => `${locale}: ${text}`,
  );

describe("readShape", () => {
  test.each([
    ["rien à dire", []],
    ["Version {version} du {date}", ["date", "version"]],
    ["{count, plural, one {# lacune} other {# lacunes de {name}}}", ["count plural", "name"]],
    ["{n, number} sur <b>{total, number}</b>", ["<b>", "n number", "total number"]],
    ["{kind, select, a {A {x}} other {B {y}}} {x}", ["kind select", "x", "y"]],
    ["{n, plural, offset:1 =0 {nul} one {un} other {#}}", ["n plural"]],
    ["a < b et {c}", ["c"]],
  ])("%s", (message, asks) => {
    expect(readShape(message).asks).toEqual(asks);
  });

  test.each(["{count", "fin}", "{count, plural, one {x}", "{}"])("%s is refused", (message) => {
    expect(() => readShape(message)).toThrow();
  });
});

describe("findAbsentGroups", () => {
  const catalogue = { "record.title": "x", "record.use.lead": "x", "visit.shared.portal.visits": "x" };

  test.each([
    ['const t = useTranslations("record");', []],
    ['const t = await getTranslations("record.use");', []],
    ['const t = await getTranslations(\n  "record.uses",\n);', ["record.uses"]],
    ['[useTranslations("record.title"), useTranslations("ui")]', ["record.title", "ui"]],
    ["const t = useTranslations(group);", []],
    ['titled("record", "use.lead"), titled("portal", "visits")', ["portal"]],
    ['titled("record", "use.title")', ["record.use.title"]],
  ])("%s", (source, absent) => expect(findAbsentGroups(source, catalogue)).toEqual(absent));
});

describe("French typography", () => {
  test.each([
    ["l'activité", /apostrophe/],
    ["Base : contrat", /colon/],
    ["Envoyer ?", /U\+202F/],
    ["saisie ; tickets", /U\+202F/],
    ["« sans objet »", /«/],
    ["selon l’art. 33(2)", /art/],
    ["le 24 nov. 2026", /figure/],
    ["dans 16 h", /figure/],
    ["Un instant...", /three dots/],
    ["la loi 09-08", /U\+2011/],
    ["ce qui fut décidé", /passé composé/],
    ["tapez npm run journal", /operator/],
    ["réglez SMTP_URL", /operator/],
  ])("%s is refused", (message, says) => {
    expect(faults(message).join()).toMatch(says);
  });

  test.each([
    "l’activité",
    "Base\u00a0: contrat",
    "Envoyer\u202f?",
    "à 09:40, voir https://www.cnil.fr/?a=1",
    "«\u00a0sans objet\u00a0»",
    "art.\u00a033(2)",
    "le 24\u00a0nov.\u00a02026",
    "le mot «\u00a0?\u00a0»".replace("?", "\u202f?"),
  ])("%s is well set", (message) => {
    expect(faults(message)).toEqual([]);
  });
});

test("a key missing, empty, or asking for other values in one language is found", () => {
  expect(faults("{count} fiches", "{number} records", "{count}")).toEqual([
    "en: asks for [number], fr for [count]",
  ]);
  expect(faults("x", " ")).toEqual(["en: empty"]);
  expect(findFaults({ fr: { a: "x" }, en: {}, ar: { a: "x" } })).toEqual([
    { locale: "en", key: "a", text: "missing" },
  ]);
});

test("Arabic counts in twos, few and many, with European digits", () => {
  const plural = "{n, plural, one {#} other {#}}";
  expect(faults(plural, plural, plural)).toEqual([
    'ar: plural form "two" is missing',
    'ar: plural form "few" is missing',
    'ar: plural form "many" is missing',
  ]);
  expect(faults("x", "x", "المادة ٣٠")).toEqual(["ar: European digits, as in Morocco"]);
});

test("a catalogue flattens to its sentences", () => {
  expect(flattenMessages({ title: "t", states: { draft: "d", deep: { er: "x" } } })).toEqual({
    title: "t",
    "states.draft": "d",
    "states.deep.er": "x",
  });
});
