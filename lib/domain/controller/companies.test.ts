import { describe, expect, it } from "vitest";
import { companiesIn } from "./companies";

describe("companiesIn", () => {
  it.each([
    ["Nordalia / Sudalia / Estalia", ["Nordalia", "Sudalia", "Estalia"]],
    ["Nordalia/Sudalia", ["Nordalia", "Sudalia"]],
    ["AXA / MAIF", ["AXA", "MAIF"]],
    ["Nordalia et Sudalia", ["Nordalia", "Sudalia"]],
    ["Nordalia and Sudalia", ["Nordalia", "Sudalia"]],
    ["Nordalia und Sudalia", ["Nordalia", "Sudalia"]],
    ["Nordalia SA et Sudalia SARL", ["Nordalia SA", "Sudalia SARL"]],
    ["Nordalia SA & Sudalia SARL", ["Nordalia SA", "Sudalia SARL"]],
    ["Nordalia S.A. et Sudalia S.A.R.L.", ["Nordalia S.A.", "Sudalia S.A.R.L."]],
    ["Nordalia SAS, Sudalia SAS", ["Nordalia SAS", "Sudalia SAS"]],
    ["Nordalia SAS + Sudalia", ["Nordalia SAS", "Sudalia"]],
    ["Nordalia GmbH – Sudalia AG", ["Nordalia GmbH", "Sudalia AG"]],
    ["Nordalia, Sudalia et Estalia", ["Nordalia", "Sudalia", "Estalia"]],
    ["Nordalia ; Sudalia", ["Nordalia", "Sudalia"]],
    ["Nordalia\nSudalia", ["Nordalia", "Sudalia"]],
    ["Nordalia SA et Sudalia SA / Estalia", ["Nordalia SA", "Sudalia SA", "Estalia"]],
    ["société Nordalia et société Sudalia", ["société Nordalia", "société Sudalia"]],
    ["شركة الأطلس و شركة الريف", ["شركة الأطلس", "شركة الريف"]],
    ["نورداليا / سوداليا", ["نورداليا", "سوداليا"]],
  ])("%j names %j", (name, companies) => {
    expect(companiesIn(name)).toEqual(companies);
  });

  it.each([
    "Nordalia",
    "Nordalia SA",
    "Dupont et Fils",
    "Dupont & Fils SARL",
    "Weil et Associés",
    "Dupont, Durand et Associés",
    "Müller GmbH & Co. KG",
    "Smith and Sons Ltd",
    "Marks and Spencer",
    "Marks & Spencer plc",
    "Johnson & Johnson",
    "Caisse des dépôts et consignations",
    "Dupont et Durand SARL",
    "Novo A/S",
    "Maersk A/S",
    "24/7 Services",
    "Nordalia, Lyon",
    "Nordalia SA, Lyon",
    "Nordalia, Inc.",
    "Nordalia (ex-Sudalia)",
    "Nordalia – service clients",
    "Jean-Pierre Conseil",
    "AC/DC Records",
    "Nordalia c/o Sudalia",
    "Ville de Lyon",
    "شركة محمد وأولاده",
    "",
  ])("%j is one", (name) => {
    expect(companiesIn(name)).toEqual([]);
  });
});
