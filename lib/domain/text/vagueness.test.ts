import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  enumeratesOperations,
  isEmptyClaim,
  isHollow,
  isVague,
  isVagueData,
  isVaguePurpose,
  isVagueTerm,
} from "./vagueness";

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

describe("isVaguePurpose", () => {
  it.each([
    ["gestion", true],
    ["Gestion administrative du personnel", true],
    ["Besoins internes de l’entreprise", true],
    ["Gestion des ressources humaines", true],
    ["HR management", true],
    ["internal business needs", true],
    ["تدبير شؤون الموظفين", true],
    ["Gestion de la paie", false],
    ["Recrutement", false],
    ["Sécurité des locaux", false],
    ["Paying salaries", false],
    ["أداء الأجور", false],
  ])("%s: %s", (text, expected) => {
    expect(isVaguePurpose(text)).toBe(expected);
  });
});

describe("isVagueData", () => {
  it.each([
    ["Données personnelles", true],
    ["données à caractère personnel des personnes concernées", true],
    ["various personal information", true],
    ["معطيات شخصية مختلفة", true],
    ["Téléphone", false],
    ["Données bancaires", false],
    ["images", false],
    ["الأجر", false],
  ])("%s: %s", (text, expected) => {
    expect(isVagueData(text)).toBe(expected);
  });
});

describe("isVagueTerm", () => {
  it.each([
    ["Durée légale", true],
    ["le temps nécessaire à la finalité", true],
    ["Selon la réglementation en vigueur", true],
    ["Illimitée", true],
    ["as long as necessary", true],
    ["statutory retention period", true],
    ["المدة القانونية", true],
    ["Tant que nécessaire", true],
    ["Conformément à la loi 09-08", true],
    ["According to law 09-08 and the GDPR", true],
    ["طبقا للقانون 09.08", true],
    ["Jusqu’au 09-08-2027", false],
    ["Loi 09-08 : 3 mois", false],
    ["5 ans", false],
    ["Durée légale : 5 ans", false],
    ["jusqu’au départ du salarié", false],
    ["Deux ans après le dernier contact", false],
    ["one month", false],
    ["شهر واحد", false],
  ])("%s: %s", (text, expected) => {
    expect(isVagueTerm(text)).toBe(expected);
  });
});
