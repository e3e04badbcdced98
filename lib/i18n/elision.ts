import type { Locale } from "./locale";

/** A placeholder after « de » or « que », in a tag or not: "de {name}", "que <b>{name}". */
const BEFORE_NAME = /(?<![\p{L}’])([dD]|[qQ]u)e (?=((?:<\w+>)?)\{(\w+)\})/gu;
const VOWEL = /^[aàâäæeéèêëiîïoôöœuùûü]/i;
/** « Yves » elides, « Yasmine » does not: there the y is a consonant. */
const VOWEL_Y = /^y[^aeiouyéèêàâôûî]/i;
/** « onze », « oui » and « ouistiti » begin like a vowel and keep « de » whole. */
const ASPIRATED = /^(onz|oui(?![a-z])|ouist|uhlan|ululer|yaourt)/i;
/**
 * Words with a mute h come from Latin and Greek, and are listed by their beginnings. Any other h is taken as aspirated,
 * as it is in names from Arabic, German and English: « de Hassan », « de Huawei ».
 */
const MUTE_H =
  /^h(ab[ei]|al[eo]|arm[oe]n|armon|éb|ebdo|ect|élè|éli|élo|elsinki|ém|ep[ht]|erb|érit|éraul|ermè|eur[eo]|exa|ib[eo]|ier|ipp|ist|iv|om[éeomn]|onn|onor|ôp|ôt|ori[zs]|orl|ort|osp|uil|uma|umi|ydr|yg|ym|yp)/i;

/**
 * The message with « d’ » and « qu’ » before the values that ask for them: « propriétaire de {organisation} » reads
 * « propriétaire d’{organisation} » where the organisation is Orvelle. Other languages as they are.
 */
export function elideBeforeValues(
  message: string,
  values: Readonly<Record<string, unknown>> | undefined,
  locale: Locale | (string & {}),
): string {
  if (locale !== "fr" || !values) return message;
  return message.replace(BEFORE_NAME, (whole, word: string, _tag, name: string) => {
    const value = values[name];
    return typeof value === "string" && asksForElision(value) ? `${word}’` : whole;
  });
}

/** « de Paris », « d’Athènes »: for words that are put together outside a message. */
export function withDe(name: string): string {
  return asksForElision(name) ? `d’${name}` : `de ${name}`;
}

/** A reference such as "AU-2026-004" is spelt out, and keeps « de » whole. */
function asksForElision(name: string): boolean {
  const text = name.replace(/^[\u2066-\u2069\u200e\u200f«"“\s]+/, "");
  const [word = ""] = text.split(/\s/, 1);
  if (/\d/.test(word) || ASPIRATED.test(word)) return false;
  return VOWEL.test(word) || VOWEL_Y.test(word) || MUTE_H.test(word);
}
