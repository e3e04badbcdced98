import type { ImportTarget } from "./types";

/** Over columns of a controller's own register, art. 30(1), beside those that both registers have. */
export const OWN_COLUMN_WORDS: Readonly<Partial<Record<ImportTarget, string>>> = {
  purposes:
    "finalité | finalités | finalité du traitement | finalités du traitement | finalité principale | objectif | objectifs | " +
    "objectif poursuivi | but | but du traitement | sous finalités | purpose | purposes | purpose of processing | " +
    "purposes of the processing | processing purpose | الغاية | الغايات | الغاية من المعالجة | غايات المعالجة | الغرض | الأغراض | " +
    "الغرض من المعالجة | أغراض المعالجة | الهدف من المعالجة | doel | doeleinden | verwerkingsdoel | zweck | zwecke | " +
    "zweck der verarbeitung | finalidad | finalidades | fines del tratamiento | finalita | finalita del trattamento" +
    " | zwecke der verarbeitung",
  legalBases:
    "base juridique | bases juridiques | base légale | bases légales | fondement | fondement juridique | fondement légal | " +
    "licéité | licéité du traitement | legal basis | legal bases | lawful basis | lawful basis for processing | legal ground | " +
    "article 6 lawful basis for processing personal data | الأساس القانوني | السند القانوني | الأسس القانونية | rechtsgrond | " +
    "grondslag | rechtsgrundlage | base juridica | base legal | base giuridica",
  retention:
    "durée de conservation | durées de conservation | délai de conservation | délais de conservation | conservation | " +
    "durée conservation données | délai d'effacement | délais d'effacement | délais prévus pour l'effacement | dur conservation | " +
    "archivage | retention | retention period | retention schedule | retention time | storage period | time limits for erasure | " +
    "retention schedule if possible | مدة الحفظ | مدة الاحتفاظ | مدة الاحتفاظ بالمعطيات | مدة الاحتفاظ بالبيانات | " +
    "مدة التخزين | آجال الحذف | bewaartermijn | bewaartermijnen | aufbewahrungsfrist | löschfrist | speicherdauer | " +
    "plazo de conservacion | periodo di conservazione | termini di cancellazione" +
    " | löschfristen | plazos de supresión",
  jointControllers:
    "responsable conjoint | responsables conjoints | responsable conjoint du traitement | coresponsable | co responsable | " +
    "co responsables | joint controller | joint controllers | name and contact details of joint controller | " +
    "المسؤولون المشتركون | المسؤول المشترك | gezamenlijke verwerkingsverantwoordelijke | gemeinsam verantwortliche | " +
    "corresponsable | contitolare | contitolari",
  subProcessors:
    "sous traitant | processors | processor | data processors | المعالجون من الباطن | verwerkers | auftragsverarbeiter",
  specialCondition:
    "condition article 9 | condition art 9 | exception article 9 | dérogation article 9 | article 9 condition | " +
    "article 9 condition for processing special category data",
  informationNotice:
    "information des personnes | information des personnes concernées | mention d'information | mentions d'information | " +
    "privacy notice | privacy notices | link to privacy notice | information given | إخبار الأشخاص | إعلام الأشخاص",
  cndpNumbers:
    "cndp | numéro cndp | n° cndp | récépissé cndp | déclaration cndp | autorisation cndp | formalité cndp | cndp number | " +
    "رقم التصريح | رقم اللجنة الوطنية",
};
