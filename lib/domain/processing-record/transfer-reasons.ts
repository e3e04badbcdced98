import { foldedWords } from "@/lib/domain/text/vagueness";

const HOSTING = /^(heberg|host|serveur|server|cloud|datacent|stock|استضاف|مستضاف|خادم|خوادم)/;

const COLLECTING =
  / (collect|recueil|fourni|saisi|recu|obten|obtain|receiv|provid|gather|enter|given)|جمع|استق|يدلي|تحصيل/;

/** "Des personnes habilitées", "des personnes du plateau" are staff, not those the data are about. */
const STAFF =
  "\\b(?! (?:(?:du|de|des|in) |habilite|autorise|charge|responsable|designe|employe|salarie|authori))";
const PERSONS = `(?:personnes?|interesses?|individus?|appelants?)${STAFF}`;
const SUBJECTS = `(?:data subjects?|individuals?|persons?|people|callers?)${STAFF}`;
const FROM_PERSONS = [
  ` aupres (?:d |des |de la |de l |de chaque )${PERSONS}`,
  ` par (?:l |les |la |chaque )(?:personnes?|interesses?|appelants?) (?:elles? |eux |lui |concerne)`,
  ` directement (?:d |des |de la |de l |par les |par la |par l )${PERSONS}`,
  ` directly (?:from|by) (?:the |each )?${SUBJECTS}`,
  ` (?:from|by) (?:the |each )?${SUBJECTS} (?:directly|themselves)`,
  " (?:من|لدى) (?:طرف |قبل )?اشخاص معنيين (?:بها |بالامر )?(?:مباشرة|انفسهم)",
  " مباشرة (?:من|لدى) اشخاص معنيين",
].map((pattern) => new RegExp(pattern));

const NEGATION =
  / (ne|n|non|pas|ni|sans|jamais|aucune?s?|not|no|never|none|without|isn|aren|don|doesn|لا|ليس|ليست|لم|لن|دون|بدون|غير) /;

/** "Une partie", "certaines", "la plupart": what is said of some data leaves open from where the others come. */
const PARTLY =
  / (parties?|partiel\p{L}*|certaine?s?|plupart|quelques|plusieurs|majorite|majoritaire\p{L}*|principale\p{L}*|essentielle\p{L}*|surtout|generale\p{L}*|souvent|parfois|moitie|some|part|partly|partially|most|mostly|mainly|usually|often|sometimes|half|several|جزء|جزيا|بعض|معظم|اغلب|غالبا|احيانا) /u;

/** Access to the client's files is receipt from an exporter, however other data were collected. */
const ACCESS =
  / (acces|acced|connex|connect|consult|crm |erp |si |extranet|portail|log in|login|ولوج|نفاذ|اطلاع)/;
const OF_CLIENT =
  / (clients?|clientele|customers?|mandants?|commanditaires?|donneurs? d ordres?|principals?|controllers?|partenaires?|partners?|annonceurs?|tiers|third part(?:y|ies)|notre client|responsables?) |زبون|زبناء|عميل|عملاء|امر خدمة|مسوول|شركاء|شريك/;
/** A file has a sender, and is not what a person tells. */
const FILES =
  / (fichiers?|bases?|listes?|listings?|exports?|imports?|importe\p{L}*|extraits?|extractions?|tableaux?|leads?|cookies?|csv|excel|api|outils?|logiciels?|systemes?|applications?|serveurs?|files?|databases?|lists?|spreadsheets?|records|dataset|enrichi\p{L}*|enriched|achete\p{L}*|loue\p{L}*|purchased|rented|bought) |ملف|قاعد|لائحة|قائمة|لوائح|قوائم|جدول/u;
/** "Transmises par Nordalia", "remis par la société": somebody else than the persons sends. */
const SENT =
  / (transmis\p{L}*|remis\p{L}*|envoye\p{L}*|communique\p{L}*|confie\p{L}*|heberge\p{L}*|sent|transmitted|handed|supplied|entrusted|shared) (?!(?:directement |directly )?(?:par|by) (?:l |les |la |the |chaque |each )?(?:personnes?|interesses?|appelants?|data subjects?|individuals?|callers?|persons?|people))/u;

/** "Données hébergées à Paris": a reason that says where the data are, not from where they are seen. */
export function mentionsHosting(reason: string): boolean {
  return foldedWords(reason).some((word) => HOSTING.test(word));
}

/**
 * "Collectées directement auprès des personnes": no exporter sends them (EDPB 05/2021). Only a sentence that
 * affirms it counts; "directly" said of an access, or any word of the client's files, leaves the transfer
 * presumed: a wrong "no" hides a transfer, a wrong doubt costs one sentence.
 */
export function claimsDirectCollection(reason: string): boolean {
  const whole = fold(reason);
  if ([ACCESS, OF_CLIENT, FILES, SENT].some((pattern) => pattern.test(withoutOwn(whole)))) return false;
  return reason
    .split(/[.!\n]/)
    .map(fold)
    .some(affirmsDirectCollection);
}

/** "Dans notre base", "saisies dans notre outil": where the processor writes down what it was told. */
function withoutOwn(folded: string): string {
  return folded.replace(
    / (?:dans|sur|in|into|on|puis dans) (?:notre|nos|our) (?:propre |propres |own )?(?:fichiers?|bases?(?: de donnees)?|outils?|logiciels?|systemes?|applications?|crm|files?|databases?|tools?|systems?) /g,
    " ",
  );
}

function affirmsDirectCollection(sentence: string): boolean {
  if (NEGATION.test(sentence) || PARTLY.test(sentence) || !COLLECTING.test(sentence)) return false;
  return FROM_PERSONS.some((pattern) => pattern.test(sentence));
}

/** Folded words between single spaces, so that a pattern can ask for whole ones. */
function fold(text: string): string {
  return ` ${foldedWords(text).join(" ")} `;
}
