import { describe, expect, it, test } from "vitest";
import formatMessage from "./format-message";
import { elideBeforeValues, withDe } from "./elision";
import { composeLetter } from "./letter";
import { translator } from "./translator";

describe("« de » before a name", () => {
  test.each([
    ["Orvelle", "d’Orvelle"],
    ["Énergies du Nord", "d’Énergies du Nord"],
    ["Iliade Santé", "d’Iliade Santé"],
    ["Uzès", "d’Uzès"],
    ["EDF", "d’EDF"],
    ["Yves Rocher", "d’Yves Rocher"],
    ["Yasmine", "de Yasmine"],
    ["Hôpital Saint-Louis", "d’Hôpital Saint-Louis"],
    ["Harmonie Mutuelle", "d’Harmonie Mutuelle"],
    ["Humanis", "d’Humanis"],
    ["Hassan Alaoui", "de Hassan Alaoui"],
    ["Huawei", "de Huawei"],
    ["Hauts-de-France Habitat", "de Hauts-de-France Habitat"],
    ["Onze Cents", "de Onze Cents"],
    ["Méridiane", "de Méridiane"],
    ["La Poste", "de La Poste"],
    ["AU-2026-004", "de AU-2026-004"],
    ["3 Suisses", "de 3 Suisses"],
    ["أوربيل", "de أوربيل"],
    ["", "de "],
  ])("%s → %s", (name, words) => {
    expect(withDe(name)).toBe(words);
  });
});

describe("a message before its values", () => {
  test.each([
    ["propriétaire de {name} : {by}", "propriétaire d’{name} : {by}"],
    ["Que {name} traite, et que {by} sache", "Qu’{name} traite, et que {by} sache"],
    ["Demander l’autorisation de <bdi>{name}</bdi>", "Demander l’autorisation d’<bdi>{name}</bdi>"],
    ["{n, plural, one {celle de {name}} other {celles de {name}}}", undefined],
    ["le code {name}, dont la mode {name}", "le code {name}, dont la mode {name}"],
  ])("%s", (message, elided) => {
    const values = { name: "Orvelle", by: "Claire", n: 2 };
    expect(elideBeforeValues(message, values, "fr")).toBe(elided ?? message.replaceAll("de {", "d’{"));
    expect(elideBeforeValues(message, values, "en")).toBe(message);
  });
});

describe("every way in which a sentence is said", () => {
  it("on a page", () => {
    const stated = formatMessage("key", "Logo de {name}", { name: "Orvelle" }, { locale: "fr" });
    expect(stated).toBe("Logo d’Orvelle");
  });

  it("in a document", async () => {
    const t = await translator("fr", "export");
    expect(t("document.logo", { name: "Orvelle" })).toBe("Logo d’Orvelle");
    expect(t("document.logo", { name: "Méridiane" })).toBe("Logo de Méridiane");
  });

  it("in a letter", async () => {
    const { subject } = await composeLetter({
      template: "contact-ended",
      locale: "fr",
      params: { name: "Claire", by: "Nadia", controller: "Orvelle", organisation: "Atlas" },
      secrets: {},
      organisation: null,
    });
    expect(subject).toBe("Votre accès au portail d’Orvelle est clos");
  });
});
