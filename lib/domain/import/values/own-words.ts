import {
  FREQUENCIES,
  MINORS_CONSENTS,
  SPECIAL_CATEGORIES,
  type RecordContent,
} from "@/lib/domain/processing-record/content";
import { fold } from "@/lib/domain/text/fold";
import { reading, type Reading } from "../doubts";
import { readAnswer } from "./answer";
import { splitItems } from "./list";

type Frequency = RecordContent["frequency"];
type MinorsConsent = RecordContent["minorsConsent"];
type Category = RecordContent["specialCategories"][number];

/** Words of our own export in its three languages. */
export const SPECIAL_WORDS: Readonly<Record<Category, readonly string[]>> = {
  "racial-or-ethnic-origin": [
    "Origine raciale ou ethnique",
    "Racial or ethnic origin",
    "الأصل العرقي أو الإثني",
  ],
  "political-opinions": ["Opinions politiques", "Political opinions", "الآراء السياسية"],
  "religious-or-philosophical-beliefs": [
    "Convictions religieuses ou philosophiques",
    "Religious or philosophical beliefs",
    "المعتقدات الدينية أو الفلسفية",
  ],
  "trade-union-membership": ["Appartenance syndicale", "Trade union membership", "الانتماء النقابي"],
  genetic: ["Données génétiques", "Genetic data", "معطيات جينية"],
  "biometric-identification": [
    "Biométrie aux fins d’identification",
    "Biometrics for identification",
    "البيومترية لأغراض تحديد الهوية",
  ],
  health: ["Santé", "Health", "الصحة"],
  "sex-life-or-orientation": [
    "Vie ou orientation sexuelles",
    "Sex life or sexual orientation",
    "الحياة أو الميول الجنسية",
  ],
  "criminal-convictions": [
    "Condamnations et infractions (art. 10)",
    "Criminal convictions and offences (art. 10)",
    "الإدانات والجرائم (المادة 10)",
  ],
};

export const FREQUENCY_WORDS: Readonly<Record<Exclude<Frequency, "unanswered">, readonly string[]>> = {
  continuous: ["Continue", "Continuous", "مستمرة"],
  daily: ["Quotidienne", "Daily", "يومية"],
  regular: ["Régulière", "Regular", "منتظمة"],
  occasional: ["Occasionnelle", "Occasional", "عرضية"],
};

export const CONSENT_WORDS: Readonly<Record<Exclude<MinorsConsent, "unanswered">, readonly string[]>> = {
  engaged: [
    "Consentement pour un service en ligne offert directement à l’enfant",
    "Consent for an online service offered directly to the child",
    "الموافقة على خدمة إلكترونية مقدمة مباشرة للطفل",
  ],
  "other-basis": [
    "Une autre base légale que le consentement",
    "A legal basis other than consent",
    "أساس قانوني غير الموافقة",
  ],
  "no-online-service": [
    "Aucun service en ligne offert directement à l’enfant",
    "No online service offered directly to the child",
    "لا خدمة إلكترونية مقدمة مباشرة للطفل",
  ],
  counselling: [
    "Service de prévention ou de conseil",
    "Preventive or counselling service",
    "خدمة وقاية أو إرشاد",
  ],
};

const CATEGORIES = SPECIAL_CATEGORIES.map((id) => [id, SPECIAL_WORDS[id].map(fold)] as const);
const OFTEN = FREQUENCIES.flatMap((id) =>
  id === "unanswered" ? [] : [[id, FREQUENCY_WORDS[id].map(fold)] as const],
);
const CONSENTS = MINORS_CONSENTS.flatMap((id) =>
  id === "unanswered" ? [] : [[id, CONSENT_WORDS[id].map(fold)] as const],
);

/** Categories of articles 9 and 10 by their names; what is none of them is left over. */
export function readCategories(cell: string): Reading<Category[]> {
  const found = splitItems(cell).map((item) => ({ item, id: find(CATEGORIES, item) }));
  const unknown = found.filter(({ id }) => id === null).map(({ item }) => item);
  const ids = new Set(found.map(({ id }) => id));
  return reading(
    SPECIAL_CATEGORIES.filter((id) => ids.has(id)),
    [],
    unknown.join(" ; "),
  );
}

/** Article 30(5): reads a frequency; other words are left over. */
export function readFrequency(cell: string): Reading<Frequency> {
  const id = find(OFTEN, cell);
  return reading(id ?? "unanswered", [], id ? "" : cell);
}

/** Article 8: reads whether it is engaged, or why not; other words are left over. */
export function readMinorsConsent(cell: string): Reading<MinorsConsent> {
  const id = find(CONSENTS, cell);
  return reading(id ?? "unanswered", [], id ? "" : cell);
}

/** Article 30(5): reads whether the exemption is claimed; other text is left over. */
export function readExemption(cell: string): Reading<boolean> {
  const { value, doubts, leftover } = readAnswer(cell);
  return reading(value.answer === "yes", doubts, value.text || leftover);
}

function find<Id>(known: readonly (readonly [Id, readonly string[]])[], stated: string): Id | null {
  const folded = fold(stated);
  return known.find(([, words]) => words.includes(folded))?.[0] ?? null;
}
