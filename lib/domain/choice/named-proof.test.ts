import { expect, it } from "vitest";
import { namesProof } from "./named-proof";

it.each([
  "FORM-17",
  "Appel enregistré, ligne 3",
  "voir formulaire n° 12",
  "case non cochée par défaut",
  "enr. 2026-10-01.wav",
  "نموذج 12",
])("%s names a proof", (cell) => {
  expect(namesProof(cell)).toBe(true);
});

it.each([
  "",
  "-",
  "idem",
  "- id -",
  "//",
  "voir ci-dessus",
  "voir annexe",
  "#REF!",
  "#N/A",
  "à signer",
  "en attente",
  "à recevoir le 12/10",
  "néant",
  "pas de preuve",
  "aucune",
  "no proof",
  "à compléter",
  "نفسه",
  "لا يوجد",
])("%j names none", (cell) => {
  expect(namesProof(cell)).toBe(false);
});
