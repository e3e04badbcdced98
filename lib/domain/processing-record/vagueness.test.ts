import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { enumeratesOperations, isEmptyClaim, isHollow, isVague } from "./vagueness";

describe("isVague", () => {
  it.each([
    "Prestation centre d'appels",
    "prestation centre d’appels",
    "PRESTATIONS DE CENTRE D’APPELS",
    "Centre d'appels",
    "call-centre services",
    "Call center service",
    "services",
    "Prestation de services",
    "Gestion de la relation client",
    "« Gestion de la relation clients »",
    "gestion relation clientèle à distance",
    "Traitement de données",
    "traitement des données à caractère personnel",
    "télémarketing",
    "Telemarketing B2C",
    "service client",
    "Back-office",
    "customer relationship management",
    "Outsourced customer care",
    "contact centre",
    "BPO / CRM",
    "خدمات مركز النداء",
    "خدمات مراكز الاتصال",
    "تدبير العلاقة مع الزبناء",
    "معالجة المعطيات",
    "معالجة البيانات ذات الطابع الشخصي",
    "التسويق الهاتفي",
    "إدارة علاقات العملاء",
    "néant",
    "",
    "2024",
    "à compléter",
  ])("finds nothing done in « %s »", (text) => {
    expect(isVague(text)).toBe(true);
  });

  it.each([
    "Appels sortants, prise de rendez-vous",
    "Service clients, appels entrants",
    "Permanence téléphonique de nuit",
    "Réabonnement par téléphone",
    "Enquête annuelle",
    "Recouvrement des loyers",
    "Réponses écrites",
    "Back-office sinistres",
    "Encaissement par téléphone",
    "Écoute qualité",
    "outbound calls",
    "call recording",
    "Composition depuis une liste remise",
    "استقبال المكالمات",
    "تسجيل المكالمات",
    "تحصيل الديون",
  ])("reads what is done in « %s »", (text) => {
    expect(isVague(text)).toBe(false);
  });

  it("does not take the client's name for a description", () => {
    expect(isVague("Services pour Nordalia", ["NORDALIA SA"])).toBe(true);
    expect(isVague("Relances pour Nordalia", ["NORDALIA SA"])).toBe(false);
    expect(isVague("Recouvrement", ["Recouvrement SA"])).toBe(false);
  });

  it("is blind to case, accents and punctuation", () => {
    const text = fc.constantFrom(
      "Prestation centre d'appels",
      "Prise de rendez-vous",
      "Télémarketing",
      "Écoute",
    );
    const noise = fc.constantFrom(" ", "  ", " - ", " / ", "… ", "« ");
    fc.assert(
      fc.property(text, noise, (one, between) => {
        const other = one.toUpperCase().normalize("NFD").replace(/ /g, between);
        expect(isVague(other)).toBe(isVague(one));
      }),
    );
  });
});

describe("enumeratesOperations", () => {
  it.each([
    ["Appels sortants, prise de rendez-vous", true],
    ["Appels entrants : remboursements, pièces", true],
    ["Prise de rendez-vous", false],
    ["Prise de rendez-vous, services", false],
    ["Services, gestion, assistance", false],
    ["تسجيل، تنقيط", true],
  ])("%s: %s", (text, expected) => {
    expect(enumeratesOperations(text)).toBe(expected);
  });
});

describe("isHollow", () => {
  it.each([
    "",
    "  ",
    "-",
    "—",
    "?",
    "oui",
    "OK",
    "Néant",
    "n/a",
    "N.A.",
    "sans objet",
    "à faire",
    "RAS",
    "لا يوجد",
  ])("« %s » says nothing", (text) => {
    expect(isHollow(text)).toBe(true);
  });

  it.each([
    "n/a, société de Vienne",
    "Hanse Vertretung GmbH, Bremen",
    "données hébergées à Paris",
    "TIA",
    "+33 5 65 00 00 00",
    "2023-14",
  ])("« %s » says something", (text) => {
    expect(isHollow(text)).toBe(false);
  });
});

describe("isEmptyClaim", () => {
  it.each([
    "oui",
    "ok",
    "mesures en place",
    "Mesures de sécurité conformes au RGPD",
    "mesures techniques et organisationnelles appropriées",
    "state of the art security",
    "industry-standard security measures",
    "néant",
    "voir politique de sécurité",
    "التدابير التقنية والتنظيمية المناسبة",
  ])("« %s » describes nothing", (text) => {
    expect(isEmptyClaim(text)).toBe(true);
  });

  it.each([
    "Mesures : journaux conservés six mois",
    "Badge + code",
    "VPN",
    "Contrôle d'accès par badge",
    "Sauvegarde chiffrée des données",
    "Bureau vide le soir",
    "Formation des agents",
    "ISO 27001",
    "تشفير المعطيات",
  ])("« %s » describes a measure", (text) => {
    expect(isEmptyClaim(text)).toBe(false);
  });
});
