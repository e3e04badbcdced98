import { fold } from "@/lib/domain/text/fold";
import type { ConsentCells } from "./consent-line";

/** Heads of a column as they are written, in French, English and Arabic. */
const WRITTEN_HEADS: Record<keyof ConsentCells, readonly string[]> = {
  number: [
    "numero",
    "numero de telephone",
    "telephone",
    "tel",
    "mobile",
    "portable",
    "number",
    "phone",
    "phone number",
    "msisdn",
    "gsm",
    "mobile phone",
    "cell phone",
    "numero de mobile",
    "numero mobile",
    "numero de portable",
    "numero telephone",
    "n de telephone",
    "n telephone",
    "no de telephone",
    "tel mobile",
    "tel portable",
    "telephone mobile",
    "telephone portable",
    "رقم الهاتف",
    "الهاتف",
    // Head of a checked list that came without one.
    "numero ou adresse",
    "number or address",
  ],
  givenOn: [
    "date",
    "date de consentement",
    "date du consentement",
    "donne le",
    "consentement le",
    "consenti le",
    "given on",
    "date given",
    "consent date",
    "consented at",
    "date et heure du consentement",
    "تاريخ الموافقة",
    "التاريخ",
  ],
  validUntil: [
    "valable jusqu au",
    "valide jusqu au",
    "jusqu au",
    "date de fin",
    "expire le",
    "expiration",
    "fin",
    "valid until",
    "until",
    "expires",
    "expires on",
    "end date",
    "صالح إلى غاية",
    "صالحة إلى غاية",
    "تاريخ النهاية",
    "تاريخ انتهاء الصلاحية",
  ],
  duration: ["duree", "duree de validite", "validite", "duration", "validity", "المدة", "مدة الصلاحية"],
  proof: [
    "preuve",
    "reference",
    "reference de la preuve",
    "reference de preuve",
    "id preuve",
    "proof",
    "proof reference",
    "evidence",
    "الحجة",
    "الإثبات",
    "مرجع الحجة",
    "مرجع الإثبات",
  ],
  wording: [
    "texte",
    "version",
    "version du texte",
    "mention",
    "formulation",
    "wording",
    "wording version",
    "text",
    "النص",
    "نص الموافقة",
  ],
};

/** Folds heads once, as those of a file are: Arabic letters are written in several ways too. */
const HEADS: Record<keyof ConsentCells, readonly string[]> = {
  number: WRITTEN_HEADS.number.map(fold),
  givenOn: WRITTEN_HEADS.givenOn.map(fold),
  validUntil: WRITTEN_HEADS.validUntil.map(fold),
  duration: WRITTEN_HEADS.duration.map(fold),
  proof: WRITTEN_HEADS.proof.map(fold),
  wording: WRITTEN_HEADS.wording.map(fold),
};

/** `prefix` is the country code of the numbers, and `country` their country, where they have columns of their own. */
export type ConsentColumns = Partial<Record<keyof ConsentCells | "prefix" | "country", number>>;

/** Finds the column of each cell by its folded head; the first of two alike. */
export function findConsentColumns(heads: readonly string[]): ConsentColumns {
  const found = (Object.keys(HEADS) as (keyof ConsentCells)[]).map((cell) => {
    const at = heads.findIndex((head) => HEADS[cell].includes(head));
    return [cell, at < 0 ? undefined : at] as const;
  });
  const { prefix, country } = findPlaceColumns(heads);
  return {
    ...Object.fromEntries(found),
    ...(prefix !== null && { prefix }),
    ...(country !== null && { country }),
  };
}

/** Heads of the one column of numbers of a file. */
export const NUMBER_HEAD_NAMES: readonly string[] = HEADS.number;

/** Heads of further columns of numbers of one person, with those that a file of consents is read by. */
const NUMBER_HEADS: readonly string[] = [
  ...HEADS.number,
  ...["fixe", "tel fixe", "telephone fixe", "numero fixe", "numero de fixe", "landline", "home phone"],
  ...["tel bureau", "telephone bureau", "tel professionnel", "telephone professionnel", "work phone"],
  ...["tel domicile", "telephone domicile", "autre telephone", "autre tel", "autre numero", "other phone"],
  ...[1, 2, 3].flatMap((at) =>
    ["telephone", "tel", "mobile", "portable", "phone", "numero"].map((head) => `${head} ${at}`),
  ),
];
/** Heads that name the number of a person or of their file: a column beside them that says which is the one. */
const BARE_HEADS: readonly string[] = ["numero", "number"];

/** Finds the columns of numbers by their folded heads: a person may be refused under any. */
export function findNumberColumns(heads: readonly string[]): number[] {
  const found = [...heads.keys()].filter((at) => NUMBER_HEADS.includes(heads[at] ?? ""));
  const named = found.filter((at) => !BARE_HEADS.includes(heads[at] ?? ""));
  return named.length > 0 ? named : found;
}

const PREFIX_HEADS: readonly string[] = [
  ...["indicatif", "indicatif pays", "indicatif telephonique", "indicatif international", "prefixe"],
  ...["code pays telephone", "phone code", "phone country code", "dial code", "dialling code"],
  ...["calling code", "الرمز الدولي"],
].map(fold);

/** Heads of columns of countries, that of the numbers first: whose number it is says more than where somebody lives. */
const COUNTRY_HEADS: readonly string[] = [
  ...[
    "pays du numero",
    "pays du telephone",
    "pays telephone",
    "pays numero",
    "phone country",
    "number country",
  ],
  ...["country of number", "country of the number", "بلد الرقم", "بلد الهاتف"],
  ...[
    "pays",
    "country",
    "pays de residence",
    "country of residence",
    "pays client",
    "pays du client",
    "nom du pays",
  ],
  ...[
    "country name",
    "pays territoire",
    "pays ou territoire",
    "territoire",
    "territory",
    "البلد",
    "الدولة",
    "بلد",
  ],
  ...["بلد الاقامة", "pais", "land", "paese", "country region", "pays region", "code iso pays", "pays iso"],
  ...["code pays iso", "country iso", "country iso code", "iso country", "iso2"],
  // Either the codes of countries or those of their numbers: cells say which.
  ...["country code", "code pays", "رمز البلد"],
].map(fold);

/** Finds the columns of country codes of the numbers and of countries by their folded heads; null where none is named so. */
export function findPlaceColumns(heads: readonly string[]): {
  prefix: number | null;
  country: number | null;
} {
  const columnOf = (names: readonly string[]) =>
    names.map((name) => heads.indexOf(name)).find((at) => at >= 0) ?? null;
  return { prefix: columnOf(PREFIX_HEADS), country: columnOf(COUNTRY_HEADS) };
}

/** Heads of a column of e-mail addresses. */
export const ADDRESS_HEADS: readonly string[] = [
  ...["email", "e mail", "courriel", "mail", "adresse", "adresse e mail", "adresse email"],
  ...["adresse electronique", "email address", "البريد الإلكتروني", "البريد الالكتروني"],
].map(fold);

/** Finds the column of e-mail addresses by its folded head; -1 where none is named so. */
export function findAddressColumn(heads: readonly string[]): number {
  return heads.findIndex((head) => ADDRESS_HEADS.includes(head));
}

/** True where every line can be read: its number, its day, its proof, and how long it holds. */
export function areComplete({ number, givenOn, validUntil, duration, proof }: ConsentColumns): boolean {
  const hasEnd = validUntil !== undefined || duration !== undefined;
  return number !== undefined && givenOn !== undefined && proof !== undefined && hasEnd;
}
