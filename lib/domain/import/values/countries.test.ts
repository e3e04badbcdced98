import { describe, expect, it } from "vitest";
import type { PlaceKind } from "@/lib/domain/country/place-kinds";
import { readTransferCountries } from "./countries";

const read = (cell: string) => {
  const { value, doubts } = readTransferCountries(cell);
  return { ...value, keys: doubts.map(({ key }) => key) };
};
const to = (country: string, place = "", placeKind?: PlaceKind) => ({
  country,
  place,
  ...(placeKind ? { placeKind } : {}),
});

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
    ["hébergé en Irlande, support au Maroc", [to("IE", "", "hosting"), to("MA", "", "support")]],
    ["Irlande (hébergement), Maroc (support)", [to("IE", "", "hosting"), to("MA", "", "support")]],
    ["Hébergement : Irlande\nSupport : Maroc", [to("IE", "", "hosting"), to("MA", "", "support")]],
    [
      "accès depuis le Maroc, serveurs à Paris",
      [to("MA", "", "access"), to("FR", "serveurs, Paris", "hosting")],
    ],
    ["accès depuis le Maroc", [to("MA", "", "access")]],
    ["support de nuit à Casablanca", [to("MA", "support de nuit, Casablanca", "support")]],
    ["hosted in Ireland, support from Morocco", [to("IE", "", "hosting"), to("MA", "", "support")]],
    ["مستضاف في أيرلندا، الدعم من المغرب", [to("IE", "", "hosting"), to("MA", "", "support")]],
    [
      "hébergement France, support Casablanca, accès Tunis",
      [to("FR", "", "hosting"), to("MA", "Casablanca", "support"), to("TN", "Tunis", "access")],
    ],
    ["Maroc (support, Casablanca)", [to("MA", "Casablanca", "support")]],
    ["hébergement et support au Maroc", [to("MA", "", "hosting"), to("MA", "", "support")]],
    ["Hébergement Maroc ; support Maroc (Fès)", [to("MA", "", "hosting"), to("MA", "Fès", "support")]],
  ])("%j keeps what is done at each place", (cell, destinations) => {
    expect(read(cell)).toEqual({ answer: "yes", destinations, reason: "", text: "", keys: [] });
  });

  it("keeps apart who is established somewhere, and asks whether the data are seen there", () => {
    const { keys, destinations } = read("support Casablanca, établissement Tunis");
    expect(keys).toEqual(["wordsUnsettled"]);
    expect(destinations).toEqual([to("MA", "Casablanca", "support"), to("TN", "Tunis", "establishment")]);
  });

  it("keeps what is done at a place that a condition limits", () => {
    const { keys, destinations } = read("hébergement France (sauf support Maroc)");
    expect(keys).toEqual(["wordsUnsettled"]);
    expect(destinations).toContainEqual(to("MA", "", "support"));
  });

  it.each(["établi aux États-Unis, serveurs en Irlande", "société américaine hébergée en Irlande"])(
    "%j asks whether who is established there sees the data",
    (cell) => {
      const { keys, destinations } = read(cell);
      expect(keys).toEqual(["wordsUnsettled"]);
      expect(destinations.map(({ country }) => country).toSorted()).toEqual(["IE", "US"]);
    },
  );

  it.each([
    ["serveurs au Congo", []],
    ["accès depuis le Congo", []],
    ["Support en Géorgie, hébergement France", ["FR"]],
    ["équipe de nuit en Guinée", []],
    ["Maroc (Congo)", ["MA"]],
  ])("%j asks which of the states of one name is meant", (cell, others) => {
    const { keys, destinations, text } = read(cell);
    expect([keys, text]).toEqual([["placeHomonym"], cell]);
    expect(destinations.flatMap(({ country }) => country ?? [])).toEqual(others);
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
    expect(read(cell)).toMatchObject({ answer: "yes", destinations, text: cell, keys: ["wordsUnsettled"] });
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

  it("asks of a part that names no country beside one that does, and keeps it", () => {
    expect(read("Maroc ; plateau B")).toEqual({
      answer: "yes",
      destinations: [to("MA")],
      reason: "",
      text: "Maroc ; plateau B",
      keys: ["wordsUnsettled"],
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
