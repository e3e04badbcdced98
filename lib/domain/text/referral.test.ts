import { describe, expect, it } from "vitest";
import {
  isEmptyClaim,
  isHollowList,
  isReferral,
  isVague,
  isVagueData,
  isVaguePurpose,
  isVagueTerm,
} from "./vagueness";

describe("isReferral", () => {
  const REFERRALS = [
    "Selon le contrat",
    "selon contrat",
    "Voir annexe 1",
    "cf. annexe II",
    "Voir l’annexe B du contrat",
    "voir onglet 3",
    "Conformément à l’article 7.2 de la convention",
    "Prévu au contrat du client",
    "Selon les besoins du client",
    "Suivant demande du donneur d’ordre",
    "Voir document joint",
    "cf. cahier des charges",
    "ci-joint",
    "Ann. 4",
    "See annex 1",
    "as per contract",
    "according to the agreement",
    "As described in Schedule 2",
    "see attached",
    "as per request of the client",
    "حسب العقد",
    "انظر الملحق 1",
    "وفقا للعقد",
    "راجع المرفق رقم 2",
    "siehe Anlage 1",
    "según contrato",
    "vedi allegato 2",
    "zie bijlage 3",
  ];

  it.each(REFERRALS)("« %s » says where, and nothing else", (text) => {
    expect(isReferral(text)).toBe(true);
  });

  it.each(REFERRALS)("« %s » describes no operation, no measure, no purpose, no data and no term", (text) => {
    const stated = text;
    expect([
      isVague(stated),
      isEmptyClaim(stated),
      isVaguePurpose(stated),
      isVagueData(stated),
      isVagueTerm(stated),
    ]).toEqual([true, true, true, true, true]);
    expect(isHollowList([stated])).toBe(true);
  });

  it.each([
    "Voir annexe 1 : appels sortants",
    "Selon le contrat, écoute des appels",
    "Recouvrement selon le contrat",
    "Saisie des bons de commande",
    "Signature des contrats",
    "Badges et VPN, voir annexe 2",
    "call recording as per contract",
    "تسجيل المكالمات حسب العقد",
  ])("« %s » describes what is done", (text) => {
    expect([isReferral(text), isVague(text)]).toEqual([false, false]);
  });

  it.each([
    ["Selon le contrat : 5 ans", false],
    ["Voir annexe 1", true],
    ["Durée prévue à l’article 5 du contrat", true],
    ["art. 12.3 du contrat, soit 6 mois", false],
    ["3 mois (annexe 2)", false],
  ])("of « %s » as a term: vague %s", (text, expected) => {
    expect(isVagueTerm(text)).toBe(expected);
  });

  it.each(["Contrats", "Documents", "Bon de commande", "Clients", "Références", "contract"])(
    "« %s » names data or persons",
    (text) => {
      expect([isReferral(text), isHollowList([text])]).toEqual([false, false]);
    },
  );

  it("is fast on whatever is typed", () => {
    expect(isReferral("annexe ".repeat(5000))).toBe(true);
    expect(isReferral("annexe 1.1.1.1.".repeat(3000) + "!")).toBe(true);
  });
});
