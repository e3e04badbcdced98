import type { Capacity } from "@/lib/domain/processing-record/types";
import { fold } from "@/lib/domain/text/fold";
import type { ImportTarget } from "./types";

export type OwnLanguage = "fr" | "en" | "ar";

/**
 * The heads over our own export of the processor's register, and the field that each is read as: `ignore` for the titles of the library and the day it speaks of. `marks` is what the register says of itself.
 */
export const OWN_HEADS: Readonly<
  Record<
    OwnLanguage,
    {
      marks: readonly string[];
      /** Heads of the sheet in which cells go on that were too long for a spreadsheet. */
      continued: readonly string[];
      fields: Readonly<Record<string, ImportTarget>>;
    }
  >
> = {
  fr: {
    marks: ["État", "État depuis le", "Version", "Enregistrée le", "Lacunes"],
    continued: ["Réf.", "Colonne", "Suite du texte"],
    fields: {
      "Réf.": "reference",
      "Client (responsable de traitement)": "controllerName",
      "Adresse du client": "controllerAddress",
      "Pays du client": "controllerCountry",
      "Contact client": "controllerContact",
      "DPO du client": "controllerDpo",
      "Représentant UE": "controllerRepresentative",
      "Responsables conjoints du client": "ignore",
      "Activité confiée": "activity",
      "Opérations réalisées": "operations",
      "Personnes concernées": "persons",
      "Données traitées": "dataCategories",
      "Données sensibles (O/N)": "special",
      "Sous-traitants ultérieurs": "subProcessors",
      "Pays d’accès / de transfert": "transfer",
      Garanties: "instrument",
      "Date TIA": "assessment",
      "Mesures de la bibliothèque": "ignore",
      "Mesures de sécurité": "measures",
      Début: "startsOn",
      Fin: "endsOn",
      "Dernière mise à jour": "reviewedOn",
      Commentaires: "notes",
      "Catégories art. 9 et 10": "specialCategories",
      "Mineurs (O/N)": "minors",
      "Article 8, mineurs": "minorsConsent",
      "Procédure pour les mineurs": "minorsProcedure",
      Destinataires: "recipients",
      Sites: "sites",
      Outils: "tools",
      Volumes: "volumes",
      Contrat: "contractReference",
      "Prochaine revue": "reviewDueOn",
      "Motif sans mesures": "measuresAbsentReason",
      "Documents art. 49(1)": "derogation",
      Fréquence: "frequency",
      "Exemption art. 30(5) (O/N)": "exemption",
      "État au": "ignore",
      "Concordance avec le journal": "ignore",
    },
  },
  en: {
    marks: ["State", "State since", "Version", "Recorded on", "Gaps"],
    continued: ["Ref.", "Column", "Text continued"],
    fields: {
      "Ref.": "reference",
      "Client (controller)": "controllerName",
      "Client address": "controllerAddress",
      "Client country": "controllerCountry",
      "Client contact": "controllerContact",
      "Client DPO": "controllerDpo",
      "EU representative": "controllerRepresentative",
      "Client’s joint controllers": "ignore",
      "Activity entrusted": "activity",
      "Operations carried out": "operations",
      "Data subjects": "persons",
      "Data processed": "dataCategories",
      "Sensitive data (Y/N)": "special",
      "Sub-processors": "subProcessors",
      "Countries of access or transfer": "transfer",
      Safeguards: "instrument",
      "TIA date": "assessment",
      "Measures from the library": "ignore",
      "Security measures": "measures",
      Start: "startsOn",
      End: "endsOn",
      "Last update": "reviewedOn",
      Comments: "notes",
      "Categories of art. 9 and 10": "specialCategories",
      "Minors (Y/N)": "minors",
      "Article 8, minors": "minorsConsent",
      "Procedure for minors": "minorsProcedure",
      Recipients: "recipients",
      Sites: "sites",
      Tools: "tools",
      Volumes: "volumes",
      Contract: "contractReference",
      "Next review": "reviewDueOn",
      "Reason without measures": "measuresAbsentReason",
      "Documents of art. 49(1)": "derogation",
      Frequency: "frequency",
      "Exemption art. 30(5) (Y/N)": "exemption",
      "As of": "ignore",
      "Agreement with the journal": "ignore",
    },
  },
  ar: {
    marks: ["الحالة", "الحالة منذ", "النسخة", "سُجلت بتاريخ", "النواقص"],
    continued: ["المرجع", "العمود", "تتمة النص"],
    fields: {
      المرجع: "reference",
      "الزبون (المسؤول عن المعالجة)": "controllerName",
      "عنوان الزبون": "controllerAddress",
      "بلد الزبون": "controllerCountry",
      "جهة اتصال الزبون": "controllerContact",
      "مندوب الزبون": "controllerDpo",
      "الممثل داخل الاتحاد": "controllerRepresentative",
      "المسؤولون المشتركون مع الزبون": "ignore",
      "النشاط الموكول": "activity",
      "العمليات المنجزة": "operations",
      "الأشخاص المعنيون": "persons",
      "المعطيات المعالجة": "dataCategories",
      "معطيات حساسة (ن/ل)": "special",
      "المعالجون من الباطن اللاحقون": "subProcessors",
      "بلدان الولوج أو النقل": "transfer",
      الضمانات: "instrument",
      "تاريخ تقييم أثر النقل": "assessment",
      "تدابير من المكتبة": "ignore",
      "تدابير الأمن": "measures",
      البداية: "startsOn",
      النهاية: "endsOn",
      "آخر تحيين": "reviewedOn",
      ملاحظات: "notes",
      "فئات المادتين 9 و10": "specialCategories",
      "قاصرون (ن/ل)": "minors",
      "المادة 8، القاصرون": "minorsConsent",
      "مسطرة القاصرين": "minorsProcedure",
      "المرسل إليهم": "recipients",
      المواقع: "sites",
      الأدوات: "tools",
      الأحجام: "volumes",
      العقد: "contractReference",
      "المراجعة المقبلة": "reviewDueOn",
      "سبب غياب التدابير": "measuresAbsentReason",
      "وثائق المادة 49(1)": "derogation",
      الوتيرة: "frequency",
      "إعفاء المادة 30(5) (ن/ل)": "exemption",
      "الحالة في": "ignore",
      "الاتفاق مع اليومية": "ignore",
    },
  },
};

/** Heads that the company's own register, art. 30(1), has instead of some of those, or beyond them. */
export const OWN_REGISTER_HEADS: Readonly<Record<OwnLanguage, Readonly<Record<string, ImportTarget>>>> = {
  fr: {
    "Responsable de traitement": "ignore",
    "Responsables conjoints": "jointControllers",
    Activité: "activity",
    Finalités: "purposes",
    "Sous-traitants": "subProcessors",
    "Pays tiers": "transfer",
    "Durée de conservation": "retention",
    "Motif sans durée": "retentionAbsentReason",
    "Base légale": "legalBases",
    "Condition art. 9(2) et 10": "specialCondition",
    "Information des personnes": "informationNotice",
    "Numéros CNDP": "cndpNumbers",
    "Vise l’Union (O/N)": "targetsUnion",
  },
  en: {
    Controller: "ignore",
    "Joint controllers": "jointControllers",
    Activity: "activity",
    Purposes: "purposes",
    Processors: "subProcessors",
    "Third countries": "transfer",
    "Retention period": "retention",
    "Reason for no period": "retentionAbsentReason",
    "Legal basis": "legalBases",
    "Condition art. 9(2) and 10": "specialCondition",
    "Information given": "informationNotice",
    "CNDP numbers": "cndpNumbers",
    "Targets the Union (Y/N)": "targetsUnion",
  },
  ar: {
    "المسؤول عن المعالجة": "ignore",
    "المسؤولون المشتركون": "jointControllers",
    النشاط: "activity",
    الغايات: "purposes",
    "المعالجون من الباطن": "subProcessors",
    "البلدان الثالثة": "transfer",
    "مدة الحفظ": "retention",
    "سبب عدم ذكر المدة": "retentionAbsentReason",
    "الأساس القانوني": "legalBases",
    "شرط المادتين 9(2) و10": "specialCondition",
    "إخبار الأشخاص": "informationNotice",
    "أرقام اللجنة الوطنية": "cndpNumbers",
    "تستهدف الاتحاد (ن/ل)": "targetsUnion",
  },
};

/** The language of our own export that a head is of, when it has all its marks; somebody else's « État » has not. */
export function ownLanguage(header: readonly string[]): OwnLanguage | null {
  const heads = new Set(header.map(fold));
  const languages = Object.keys(OWN_HEADS) as OwnLanguage[];
  return languages.find((language) => hasMarks(heads, OWN_HEADS[language].marks)) ?? null;
}

/** A register that was exported as kept has no column for its gaps, the last of the marks. */
function hasMarks(heads: ReadonlySet<string>, marks: readonly string[]): boolean {
  return marks.slice(0, -1).every((mark) => heads.has(fold(mark)));
}

/** The register that our own export is of; null for a table of somebody else's. */
export function ownRegister(header: readonly string[]): Capacity | null {
  const language = ownLanguage(header);
  if (!language) return null;
  const heads = new Set(header.map(fold));
  const named = Object.keys(OWN_REGISTER_HEADS[language]).filter((head) => heads.has(fold(head)));
  return named.length * 2 > Object.keys(OWN_REGISTER_HEADS[language]).length ? "controller" : "processor";
}

/** Maps the columns of our own export by their place; a column that somebody added is not among them. */
export function ownColumns(header: readonly string[]): Map<number, ImportTarget> {
  const language = ownLanguage(header);
  if (!language) return new Map();
  const { marks, fields } = OWN_HEADS[language];
  const own = ownRegister(header) === "controller" ? OWN_REGISTER_HEADS[language] : {};
  const targets = new Map<string, ImportTarget>([
    ...marks.map((mark) => [fold(mark), "ignore"] as const),
    ...Object.entries({ ...fields, ...own }).map(([head, target]) => [fold(head), target] as const),
  ]);
  return new Map(
    header.flatMap((head, column) => {
      const target = targets.get(fold(head));
      return target ? [[column, target] as const] : [];
    }),
  );
}
