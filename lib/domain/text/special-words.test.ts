import { describe, expect, it } from "vitest";
import { namesBankDetails, namesHealthData, namesSpecialData } from "./special-words";

const HEALTH = `
  groupe sanguin · Groupes sanguins · allergies · allergie alimentaire · données de santé · mutuelle santé · dossier médical ·
  médecin traitant · ordonnances · carte Vitale · patients · handicap · taux d’invalidité · grossesse · femme enceinte ·
  hospitalisations · vaccination · diabète · statut VIH · arrêt maladie · arrêts de travail · accident du travail · RQTH ·
  consultation médicale · soins infirmiers · fumeur / non-fumeur · IMC · appareil auditif · perte d’autonomie · chirurgie ·
  psychiatre · diagnostic médical · traitement médicamenteux · résultats de dépistage · cause du décès ·
  blood group · Blood type · allergies and intolerances · health insurance · sick leave · pregnancy · medical history ·
  prescriptions · disability · vaccines · HIV status · surgery · diagnosis · drug test · hearing aid ·
  فصيلة الدم · الزمرة الدموية · الحساسية · المعطيات الصحية · الملف الطبي · الأمراض المزمنة · الإعاقة · اللقاح · الأدوية · طبيب
`;
const SPECIAL = `
  appartenance syndicale · syndicat · délégué syndical · opinions politiques · parti politique · religion · convictions
  religieuses · croyances · origine ethnique · origine raciale · orientation sexuelle · vie sexuelle · empreintes digitales ·
  empreinte vocale · données biométriques · reconnaissance faciale · ADN · données génétiques · casier judiciaire ·
  condamnations pénales · infractions · repas halal · baptême · incarcération ·
  trade union membership · political opinions · religious beliefs · ethnicity · sexual orientation · fingerprints ·
  biometric data · criminal record · convictions and offences · genetic data · race ·
  الانتماء النقابي · الآراء السياسية · المعتقدات الدينية · الديانة · الأصل العرقي · البصمة · المعطيات البيومترية ·
  السوابق العدلية · السجل العدلي · الحياة الجنسية
`;
const NEITHER = `
  pénalités de retard · pénalité · pénaliser · syndic de copropriété · syndic · nom du syndic · conseil syndical ·
  syndicat des copropriétaires · politique de confidentialité · politique tarifaire · politiques internes · numéro invalide ·
  adresses invalides · consultation du site · consultation de compte · consultations des factures · diagnostic technique ·
  diagnostic de panne · diagnostics immobiliers · diagnostic de performance énergétique · empreinte carbone ·
  empreinte numérique · liquidation judiciaire · redressement judiciaire · maladresse · musique pour patienter ·
  ordonnancement des appels · soin du client · santé financière · délai de prescription · prescription de la dette ·
  nom, prénom, téléphone · sexe · nationalité · date de naissance · IBAN · numéro de sécurité sociale · historique d’achats ·
  code IRIS · parties au contrat · partie du dossier · casier postal · orientation client · genre · mode de vie · origine de
  l’appel · couleur préférée · bonne foi · virus informatique ·
  late penalties · penalty fees · privacy policy · invalid number · health check of the line · network diagnostics ·
  disabled accounts · credit union · European Union member · gender · nationality · race condition · browser fingerprint ·
  device fingerprint · blind transfer ·
  الأشخاص الطبيعيون · طبيعة العقد · صحة البيانات · صحة العنوان · سياسة الخصوصية · غرامات التأخير · عرقلة · الجنسية · الجنس ·
  الديون · حساسية البيانات · بيانات حساسة · البصمة الكربونية · رقم الهاتف · علاج الشكايات
`;

const listed = (packed: string) => packed.split("·").map((one) => one.replace(/\s+/g, " ").trim());

describe("words of article 9 and 10", () => {
  it.each(listed(HEALTH))("« %s » tells of health", (text) => {
    expect([namesSpecialData(text), namesHealthData(text)]).toEqual([true, true]);
  });

  it.each(listed(SPECIAL))("« %s » is special, and no health", (text) => {
    expect([namesSpecialData(text), namesHealthData(text)]).toEqual([true, false]);
  });

  it.each(listed(NEITHER))("« %s » is neither", (text) => {
    expect([namesSpecialData(text), namesHealthData(text)]).toEqual([false, false]);
  });

  it.each([
    ["Syndic de copropriété, appartenance syndicale", true],
    ["Pénalités de retard, condamnations pénales", true],
    ["Consultation du dossier médical", true],
    ["pénalités, politique de prix, diagnostic réseau", false],
  ])("of several words « %s »: %s", (text, expected) => {
    expect(namesSpecialData(text)).toBe(expected);
  });
});

describe("namesBankDetails", () => {
  it.each([
    ["RIB", true],
    ["carte bancaire", true],
    ["numéro de carte", true],
    ["carte de crédit", true],
    ["bank card", true],
    ["carte grise", false],
    ["carte d’identité", false],
    ["carte Vitale", false],
    ["carte de fidélité", false],
    ["SIM card", false],
  ])("%s: %s", (text, expected) => {
    expect(namesBankDetails(text)).toBe(expected);
  });
});
