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
  ])("keeps the transfer presumed for « %s »", (reason) => {
    expect(claimsDirectCollection(reason)).toBe(false);
    const content = { transferAnswer: "no" as const, transferReason: reason, destinations: [] };
    expect(assess(caseWith({ content })).map(({ rule }) => rule)).toContain("REG-6.presumed");
  });
});
