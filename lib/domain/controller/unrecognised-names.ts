import { findPlace } from "@/lib/domain/country/places";
import { isGenericWord } from "./generic-words";
import { nameFinder, wordsOf } from "./find-names";
import { indexNames, type NamedParty } from "./name-index";

/** Acronyms of machines and files, which name nobody. */
const TECHNICAL = new Set(
  (
    "api arp aws bdd cdr cpu crm csv dhcp dlp dns edr erp ftp gps gsm html http https iban imap ip iso it ivr json lan ldap " +
    "mfa nas nfc ntp ocr os otp pabx pbx pc pdf php pin pme pop raid ram rdp rib rsa sas sftp sip sms smtp soc sql ssd ssh " +
    "ssl sso svi tcp tls url usb utc vip vlan voip vpn wan wifi xls xlsx xml zip"
  ).split(" "),
);

/**
 * Words of texts that are written as names, with a capital inside a sentence or in capitals, and that nobody among
 * `parties`, no place and none of `known` bears. In a script without capitals none can be told.
 */
export function unrecognisedNames(
  texts: readonly string[],
  parties: readonly NamedParty[],
  known: readonly string[],
): string[] {
  const find = nameFinder(indexNames(parties));
  const words = new Set(known.flatMap((text) => wordsOf(text).map(({ plain }) => plain)));
  const isKnown = (plain: string) =>
    isGenericWord(plain) || TECHNICAL.has(plain) || words.has(plain) || findPlace(plain) !== null;
  return [...new Set(texts.flatMap((text) => unrecognisedIn(text, find, isKnown)))];
}

function unrecognisedIn(
  text: string,
  find: ReturnType<typeof nameFinder>,
  isKnown: (plain: string) => boolean,
): string[] {
  const sentences = text.split(/[.!?](?=\s|$)|[•–—]\s|\n/u);
  return sentences.flatMap((sentence) => {
    const words = wordsOf(sentence);
    const found = find(sentence);
    const isFound = (at: number) => found.some(({ from, to }) => from <= at && at < to);
    const isAllCapitals = words.length > 2 && words.every(({ raw }) => raw === raw.toUpperCase());
    const names: string[] = [];
    let last = -2;
    words.forEach(({ raw, plain }, at) => {
      const isName = !isAllCapitals && (at > 0 ? isCapital(raw) : isAcronym(raw));
      if (!isName || plain.length < 3 || /\d/u.test(raw) || isFound(at) || isKnown(plain)) return;
      if (last === at - 1) names.push(`${names.pop() ?? ""} ${raw}`);
      else names.push(raw);
      last = at;
    });
    return names;
  });
}

function isCapital(raw: string): boolean {
  return /^\p{Lu}/u.test(raw);
}

function isAcronym(raw: string): boolean {
  return /^\p{Lu}{3,}$/u.test(raw);
}
