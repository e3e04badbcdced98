import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import { COMMON_WORDS } from "./common-words";
import { isCommonPassword, reliesOnOwnWords, passwordSchema } from "./password";

const SALMA = {
  name: "Salma Idrissi",
  email: "s.idrissi@nejma-contact.example",
  organisations: ["Téléphonie du Détroit"],
};

describe("isCommonPassword", () => {
  it.each([
    "password1234",
    "Password2026!",
    "P@ssw0rd123456",
    "MotDePasse2025",
    "motdepasse!!!!",
    "azertyuiop123",
    "AZERTYUIOP!!",
    "qwertyuiop123",
    "123456789012",
    "111111111111",
    "098765432100",
    "abcdefghijkl",
    "1q2w3e4r5t6y",
    "1qaz2wsx3edc",
    "azerty-azerty",
    "marwanmarwan",
    "soleilsoleil",
    "iloveyou1234",
    "Casablanca2026",
    "bonjour bonjour",
    "Bienvenue2024!",
    "changeme-changeme",
    "inchallah2026",
    "Été été été été",
    "aaaaaaaaaaaaaaaaaaaaaaaa",
    "adminadmin123",
    "parissaintgermain",
    "PSG-ParisSaintGermain",
    "winteriscoming1",
    "YassineRachida94",
    "dimaraja1949",
    "allezlesbleus98",
    "allahouakbar123",
    "hakunamatata99",
    "كلمة السر 1234",
    "محمدرسولالله123",
    "الحمدلله2026",
    "برشلونة ريال مدريد",
  ])("refuses %s", (password) => {
    expect(isCommonPassword(password)).toBe(true);
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
  ])("takes %s", (password) => {
    expect(isCommonPassword(password)).toBe(false);
  });

  test("any of its words with what people put around it", () => {
    const ending = fc.constantFrom(
      "1",
      "12",
      "123",
      "1234",
      "!",
      "!!",
      "2024",
      "2026!",
      "01",
      "007",
      "*",
      "@1",
    );
    const dressed = fc.tuple(fc.constantFrom(...COMMON_WORDS), ending, ending, fc.boolean());
    fc.assert(
      fc.property(dressed, ([word, before, after, isLoud]) =>
        isCommonPassword(`${before}${isLoud ? word.toUpperCase() : word}${after}`),
      ),
    );
  });
});

describe("leansOnOwnWords", () => {
  it.each([
    "SalmaIdrissi2026",
    "salma.idrissi!",
    "idrissi-nejma-01",
    "Nejma-Contact-2026",
    "AmanaAmanaSalma",
    "amana-motdepasse",
    "TelephonieDuDetroit",
    "detroit-telephonie-26",
  ])("refuses %s to the person of that name", (password) => {
    expect(reliesOnOwnWords(password, SALMA)).toBe(true);
  });

  it("leaves a long sentence in which the name happens", () => {
    expect(reliesOnOwnWords("salma compte les vagues du matin", SALMA)).toBe(false);
    const nadia = { name: "Nadia Zerhouni", email: "n@b.example", organisations: [] };
    expect(reliesOnOwnWords("BenkiraneSalma2026", nadia)).toBe(false);
  });
});

test("passwordSchema says one thing at a time", () => {
  const keys = (password: string) =>
    passwordSchema.safeParse(password).error?.issues.map(({ message }) => message);
  expect(keys("court")).toEqual(["passwordShort"]);
  expect(keys("a".repeat(257))).toEqual(["tooLong"]);
  expect(keys("password1234")).toEqual(["passwordCommon"]);
  expect(keys("une phrase assez longue")).toBeUndefined();
});
