import { foldedWords } from "./vagueness";

const BANK = /^(rib|ibans?|bic|bancaires?|banque|banking|bank|iban|cartes?|card|cards|بنكي|بنكية|بنك|ايبان)$/;

const SPECIAL = new RegExp(
  "^(sante|medica|patient|malad|pathologi|handicap|invalid|grossess|diagnos|ordonnance|consultation|soin|biometri|" +
    "empreinte|geneti|ethni|racia|religi|croyance|confession|politi|syndic|sexu|penal|condamn|infraction|judiciaire|" +
    "health|illness|disease|disab|pregnan|prescription|fingerprint|genom|belief|offence|convict|criminal|" +
    "vitale|صحة|صحية|طبي|مرض|اعاقة|بيومتري|جيني|عرق|ديني|ديانة|سياسي|نقاب|جنائي)",
);

/** True when bank details are named: RIB, IBAN, card, bank account. */
export function namesBankDetails(text: string): boolean {
  return foldedWords(text).some((word) => BANK.test(word));
}

/** The number of the national identity card, for which law 09-08 wants an authorisation, art. 12(1). */
const IDENTITY_CARD =
  /(^| )(cin|cnie|nin|carte nationale|identity card|national id|بطاقة (ال)?تعريف|بطاقة (ال)?وطنية)( |$)/;

/** True when the number of the identity card is named: CIN, CNIE. */
export function namesIdentityCard(text: string): boolean {
  return IDENTITY_CARD.test(foldedWords(text).join(" "));
}

/** True when something is named that may belong to article 9 or 10. */
export function namesSpecialData(text: string): boolean {
  return foldedWords(text).some((word) => SPECIAL.test(word));
}
