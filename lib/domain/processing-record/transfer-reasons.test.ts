import { describe, expect, it } from "vitest";
import { assess } from "./completeness";
import { caseWith } from "./examples.fixture";
import { claimsDirectCollection } from "./transfer-reasons";

describe("claimsDirectCollection", () => {
  it.each([
    "Données collectées directement auprès des personnes",
    "Recueillies au téléphone auprès des personnes concernées",
    "Fournies par les personnes elles-mêmes lors de l’appel",
    "Saisies par la personne concernée dans notre formulaire",
    "Données reçues directement des personnes",
    "Il n’y a pas de transfert. Les données sont recueillies directement auprès des appelants.",
    "Collectées auprès des personnes directement",
    "Collected directly from the data subjects",
    "Provided by the individuals themselves",
    "تُجمع المعطيات من الأشخاص المعنيين مباشرة",
    "تُجمع المعطيات مباشرة من الأشخاص المعنيين",
    "Collectées directement auprès des personnes, saisies dans notre base",
    "Collected directly from the data subjects and entered in our own system",
    "Transmises directement par les personnes concernées, fournies par les personnes elles-mêmes",
  ])("hears it in « %s »", (reason) => {
    expect(claimsDirectCollection(reason)).toBe(true);
  });

  it.each([
    "",
    "Accès direct au CRM du client par les personnes habilitées, hébergé à Paris",
    "Les téléconseillers travaillent directement sur l'outil du client ; personne n'exporte de données",
    "connexion directe des agents, personnel habilité, au SI du client",
    "Les données proviennent directement du client, à Paris",
    "Ne viennent pas directement des personnes",
    "Données non collectées directement, serveurs du client à Paris",
    "Aucune donnée n’est collectée directement auprès des personnes",
    "Données collectées auprès des personnes habilitées",
    "Recueillies directement auprès des personnes du plateau de Paris",
    "Recueillies auprès des personnes concernées. Les agents ont accès au dossier.",
    "Recueillies auprès des personnes concernées, dans le logiciel du responsable",
    "Collectées directement",
    "Not collected directly from the data subjects",
    "Received directly from the client",
    "Direct access by authorised persons",
    "لا تُجمع المعطيات من الأشخاص المعنيين مباشرة",
    "ولوج مباشر للأشخاص المخولين إلى نظام الزبون",
    "تُجمع مباشرة من الزبون",
    "Collectées auprès des personnes et dans le fichier du client",
    "Collectées directement auprès des personnes concernées et du fichier client",
    "Recueillies auprès des personnes concernées ainsi que dans le fichier clientèle",
    "Recueillies auprès des personnes concernées, complétées par la base du donneur d’ordre",
    "Collectées auprès des personnes concernées et transmises par Nordalia",
    "Fournies par les personnes elles-mêmes ou remises par la société",
    "Recueillies directement auprès des personnes. La liste d’appels vient de Nordalia.",
    "Collectées directement auprès des personnes et d’une liste achetée",
    "Collectées directement auprès des personnes et d’un partenaire",
    "Collected directly from the data subjects and from the client's file",
    "Collected directly from the data subjects and from customer files",
    "Provided by the individuals themselves, and lists sent by the principal",
    "Collected directly from the data subjects and enriched with a database",
    "تُجمع المعطيات من الأشخاص المعنيين مباشرة ومن ملف الزبون",
    "تُجمع المعطيات مباشرة من الأشخاص المعنيين ومن قاعدة بيانات الشركة",
  ])("keeps the transfer presumed for « %s »", (reason) => {
    expect(claimsDirectCollection(reason)).toBe(false);
    const content = { transferAnswer: "no" as const, transferReason: reason, destinations: [] };
    expect(assess(caseWith({ content })).map(({ rule }) => rule)).toContain("REG-6.presumed");
  });
});

it.each([
  "Une partie des données est collectée directement auprès des personnes",
  "Certaines données sont collectées directement auprès des personnes",
  "La plupart des données sont recueillies directement auprès des personnes",
  "Données collectées en partie directement auprès des personnes",
  "Some data are collected directly from the persons",
  "Most of the data are given by the persons themselves",
])("« %s » leaves the others presumed", (reason) => {
  expect(claimsDirectCollection(reason)).toBe(false);
});
