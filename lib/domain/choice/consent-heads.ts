import type { ConsentCells } from "./consent-line";

/** Heads of a column as they are written, folded, in French and English. */
const HEADS: Record<keyof ConsentCells, readonly string[]> = {
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
  ],
  duration: ["duree", "duree de validite", "validite", "duration", "validity"],
  proof: [
    "preuve",
    "reference",
    "reference de la preuve",
    "reference de preuve",
    "id preuve",
    "proof",
    "proof reference",
    "evidence",
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
  ],
};

/** `prefix` is the country code of the numbers, where it has a column of its own. */
export type ConsentColumns = Partial<Record<keyof ConsentCells | "prefix", number>>;

/** Finds the column of each cell by its folded head; the first of two alike. */
export function findConsentColumns(heads: readonly string[]): ConsentColumns {
  const found = (Object.keys(HEADS) as (keyof ConsentCells)[]).map((cell) => {
    const at = heads.findIndex((head) => HEADS[cell].includes(head));
    return [cell, at < 0 ? undefined : at] as const;
  });
  const prefix = findPrefixColumn(heads);
  return { ...Object.fromEntries(found), ...(prefix !== null && { prefix }) };
}

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
  ...[
    "code pays telephone",
    "country code",
    "phone code",
    "phone country code",
    "dial code",
    "dialling code",
  ],
  ...["calling code", "رمز البلد", "الرمز الدولي"],
];

/** Finds the column of country codes of the numbers by its folded head; null where none is named so. */
export function findPrefixColumn(heads: readonly string[]): number | null {
  const at = heads.findIndex((head) => PREFIX_HEADS.includes(head));
  return at < 0 ? null : at;
}

/** Heads of a column of e-mail addresses. */
export const ADDRESS_HEADS: readonly string[] = [
  ...["email", "e mail", "courriel", "mail", "adresse", "adresse e mail", "adresse email"],
  ...["adresse electronique", "email address"],
];

/** Finds the column of e-mail addresses by its folded head; -1 where none is named so. */
export function findAddressColumn(heads: readonly string[]): number {
  return heads.findIndex((head) => ADDRESS_HEADS.includes(head));
}

/** True where every line can be read: its number, its day, its proof, and how long it holds. */
export function areComplete({ number, givenOn, validUntil, duration, proof }: ConsentColumns): boolean {
  const hasEnd = validUntil !== undefined || duration !== undefined;
  return number !== undefined && givenOn !== undefined && proof !== undefined && hasEnd;
}
