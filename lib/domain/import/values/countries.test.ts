import { describe, expect, it } from "vitest";
import { readTransferCountries } from "./countries";

const read = (cell: string) => {
  const { value, doubts } = readTransferCountries(cell);
  return { ...value, keys: doubts.map(({ key }) => key) };
};
const to = (country: string, place = "") => ({ country, place });

describe("readTransferCountries", () => {
  it.each([
    ["TUNISIE", [to("TN")]],
    ["Tunisie (Sfax, Sousse)", [to("TN", "Sfax, Sousse")]],
    ["Tunisie ; Bénin", [to("TN"), to("BJ")]],
    ["Tunisie, Bénin et Togo", [to("TN"), to("BJ"), to("TG")]],
    ["Tunisie / Maroc", [to("TN"), to("MA")]],
    ["Maroc\nTunisie", [to("MA"), to("TN")]],
    ["Fès", [to("MA", "Fès")]],
    ["Maroc, Fès, Oujda", [to("MA", "Fès, Oujda")]],
    ["Fès (Maroc)", [to("MA", "Fès")]],
    ["Maroc – plateau de nuit", [to("MA", "plateau de nuit")]],
    ["Maroc : Fès ; France", [to("MA", "Fès"), to("FR")]],
    ["المغرب", [to("MA")]],
  ])("%j names its countries", (cell, destinations) => {
    expect(read(cell)).toEqual({ answer: "yes", destinations, reason: "", text: "", keys: [] });
  });

  it.each([
    ["OEB", "OEB"],
    ["European Patent Office (Munich)", "European Patent Office (Munich)"],
    ["Office européen des brevets, La Haye", "Office européen des brevets, La Haye"],
    ["المكتب الأوروبي لبراءات الاختراع", "المكتب الأوروبي لبراءات الاختراع"],
    ["Europäisches Patentamt", "Europäisches Patentamt"],
  ])("%j names the Patent Organisation, wherever it sits", (cell, internationalOrganisation) => {
    const destinations = [{ country: null, place: "", internationalOrganisation }];
    expect(read(cell)).toMatchObject({ answer: "yes", destinations, text: "", keys: [] });
  });

  it.each([
    ["France, Maghreb", [to("FR")]],
    ["France et Maghreb", [to("FR")]],
    ["Paris et étranger", [to("FR")]],
    ["Maroc, Afrique de l’Ouest", [to("MA")]],
  ])("%j names some countries and hides others", (cell, destinations) => {
    expect(read(cell)).toMatchObject({ answer: "yes", destinations, text: cell, keys: ["countryUnnamed"] });
  });

  it.each([
    ["Maroc (Maghreb)", [to("MA", "Maghreb")]],
    ["Afrique du Sud", [to("ZA")]],
    ["جنوب إفريقيا", [to("ZA")]],
  ])("%j is a country all the same", (cell, destinations) => {
    expect(read(cell)).toMatchObject({ answer: "yes", destinations, keys: [] });
  });

  it("reads an organisation beside countries", () => {
    expect(read("Maroc ; OEB")).toMatchObject({
      answer: "yes",
      destinations: [to("MA"), { country: null, place: "", internationalOrganisation: "OEB" }],
      keys: [],
    });
  });

  it("keeps the whole sentence that a country was found in", () => {
    expect(read("accès à distance depuis la Tunisie, la nuit")).toMatchObject({
      answer: "yes",
      destinations: [to("TN")],
      text: "accès à distance depuis la Tunisie, la nuit",
    });
  });

  it.each([
    "Hors UE",
    "hors Union européenne",
    "Hors EEE",
    "outside the EU",
    "Pays tiers",
    "Oui",
    "خارج الاتحاد الأوروبي",
    "Maghreb",
    "Afrique du Nord",
    "Pays du Golfe",
    "North Africa",
    "المغرب العربي",
    "شمال إفريقيا",
  ])("%s is a transfer that names no country", (cell) => {
    expect(read(cell)).toEqual({
      answer: "yes",
      destinations: [],
      reason: "",
      text: cell,
      keys: ["countryUnnamed"],
    });
  });

  it("reads the country that « hors UE » goes on to name", () => {
    expect(read("Hors UE (Tunisie)")).toMatchObject({
      answer: "yes",
      destinations: [to("TN")],
      text: "Hors UE (Tunisie)",
    });
  });

  it.each([
    ["Aucun", "", []],
    ["Non", "", []],
    ["sans objet", "sans objet", []],
    ["Aucun – serveurs à Dublin", "serveurs à Dublin", ["noneButPlace"]],
    ["Non, données tenues en interne", "données tenues en interne", []],
    ["UE uniquement", "UE uniquement", []],
    ["Espagne ; Portugal", "Espagne ; Portugal", []],
    ["Aucun transfert hors UE", "Aucun transfert hors UE", []],
  ])("%s is a no", (cell, reason, keys) => {
    expect(read(cell)).toEqual({ answer: "no", destinations: [], reason, text: "", keys });
  });

  it("says which part names no country, and keeps it", () => {
    expect(read("Maroc ; plateau B")).toEqual({
      answer: "yes",
      destinations: [to("MA")],
      reason: "",
      text: "Maroc ; plateau B",
      keys: ["countryUnknown"],
    });
    expect(read("offshore")).toMatchObject({
      answer: "unanswered",
      text: "offshore",
      keys: ["countryUnknown"],
    });
  });

  it("answers nothing for a blank, nor for words that say nothing", () => {
    expect(read("").answer).toBe("unanswered");
    expect(readTransferCountries("à définir")).toMatchObject({
      value: { answer: "unanswered" },
      leftover: "à définir",
    });
  });
});
