import { describe, expect, it } from "vitest";
import { isCommonPassword } from "@/lib/domain/account/password";
import { isGuessable } from "./guessable-password";

const isRefused = async (password: string) => isCommonPassword(password) || (await isGuessable(password));

describe("isGuessable", () => {
  it.each([
    "manchesterunited",
    "ManchesterCity10",
    "harrypotter12",
    "harry-potter-7",
    "lukeskywalker77",
    "metallica1983!",
    "volkswagengolf",
    "alexandre-sophie",
    "christopher2024",
    "jesuschrist777",
    "cocacola-pepsi",
    "gameofthrones8",
    "StarWars-2019",
    "JeanPierre1962",
    "nicolas-marie75",
    "MercedesBenz63",
    "dragonballz99",
    "BobMarley1981",
    "michaeljackson",
    "johnnyhallyday",
    "chelseafc2012",
    "ilovechocolate",
    "monamour2015",
    "toulouse31000",
    "superman-batman",
    "zinedinezidane",
    "lionelmessi10",
    "cristianoronaldo7",
    "mohamedsalah11",
    "bismillah786",
    "alhamdulillah1",
    "Tarik-et-Salma",
    "footballeur10",
  ])("refuses %s, of names and titles that no list of ours has to hold", async (password) => {
    expect(await isRefused(password)).toBe(true);
  });

  it.each([
    "une phrase assez longue",
    "un registre bien tenu",
    "correct horse battery staple",
    "quatre chevaux traversent la rivière",
    "4$9Kx!2@7mQp",
    "739182640573",
    "vG7-pLq2-xWz9",
    "أربعة خيول تعبر النهر",
    "le poulet de Sophie aime la musique",
    "fromage 47 parapluie zinc",
    "سبع قطط تنام فوق السطح",
    "mon chat dort sur le radiateur",
    "girafe-parapluie-cuivre",
    "ciel7moto3vert",
    "Xk29vLm0Qa8z",
  ])("takes %s", async (password) => {
    expect(await isRefused(password)).toBe(false);
  });

  it("estimates the beginning of a long one alone", async () => {
    expect(await isGuessable("password".repeat(32))).toBe(true);
    expect(await isGuessable(`quatre chevaux traversent la rivière ${"4@3!1$5".repeat(30)}`)).toBe(false);
  });
});
