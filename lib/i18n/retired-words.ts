import type { Locale } from "./locale";
import type { FlatMessages, MessageFault } from "./message-rules";

/** `except` holds keys, or beginnings of keys, where the old word is right, each with its reason. */
type RetiredWord = { wrong: RegExp; say: string; except?: Readonly<Record<string, string>> };

const DOCUMENT = "a document, on paper or in PDF";
const IN_FULL = "a letter of the alphabet";
const SPOKEN = "said aloud on the telephone";
const TEMPLATE = "words of a client’s own activity";

/** Addresses one reader: your account, your password, you. Letters, journal and screens address several, as the portal does. */
const ADDRESSED_AS_ONE =
  /(?<!\p{L})(?:[وفبل]?(?:حساب|مؤسست|دور|بريد|جلسات|عامل|اسم|هاتف|كلمة مرور|إلي|علي|لدي|غير|سطر|كلمات|جهاز|يمكن|هويت|أن|من))ك(?!\p{L})|(?<!\p{L})(?:أنت|كنت|نسيت|شئت)(?!\p{L})/u;
/** Orders one reader. Words that are also a noun or a past tense are left out. */
const ORDERED_AS_ONE =
  /(?:^|[.:؛،؟«}]\s*|(?:ثم|أو|وإلا)\s)[وف]?(?:افتح|انظر|انتظر|اطلب|احفظ|ابحث|احكم|اختر|اقرأ|اكتب|امسح|انتقل|ارجع|احذف|انسخ|اضغط|اجعل|ابدأ|احتفظ|اتبع|اذكر|أضف|أعط|أبق|أجب|أخبر|جر[ّ]?ب)(?!\p{L}|\p{M})/u;

/** Codes of rules and clauses: a page names the article or the thing. Exports keep them, where files are compared. */
const CODES: RetiredWord = {
  wrong: /\b(?:REG1?|ADV1?|SUB|MINORS)-\w+|\bK\d\d\b|\b[A-Z]{2,}_[A-Z]{2,}\b/,
  say: "the article, or the name of the clause",
  except: { "contract.import.cells.clause": "column of a file that is read again" },
};

/** Words that screens, letters and files no longer use, and what data protection officers say instead. */
export const RETIRED_WORDS: Readonly<Record<Locale, readonly RetiredWord[]>> = {
  fr: [
    CODES,
    {
      wrong: /\blettres?\b/i,
      say: "courriel",
      except: {
        "authorisation-letter.": DOCUMENT,
        "authorisation.channels.letter": DOCUMENT,
        "authorisation.move.": DOCUMENT,
        "authorisation.refusals.telephoneProvesNothing": DOCUMENT,
        "dossier.fingerprint.text": DOCUMENT,
        "grant.hints.mandate": DOCUMENT,
        "portal-instruction.letter": DOCUMENT,
        "consultation.issues.country": IN_FULL,
        "controller.merge.otherHint": IN_FULL,
        "dossier-file.disclosed": IN_FULL,
        "instruction.refusals.code": IN_FULL,
        "measure.coverage.": IN_FULL,
        "organisation.fields.euRepresentativeReason": IN_FULL,
        "organisation.errors.domainPublic": "a post box",
        "public-page.hints.address": IN_FULL,
        "public-page.issues.addressForm": IN_FULL,
        "record.naming.worded": IN_FULL,
        "template-library.": TEMPLATE,
        "ui.typeCountry": IN_FULL,
      },
    },
    {
      wrong: /votre mois court|pas encore en service/i,
      say: "what is known: a period that the client’s law sets",
    },
    {
      wrong: /cet export contient les données de tous vos clients/i,
      say: "data of clients or of persons: some exports hold those of one",
    },
    { wrong: /\(module\s3, BCR…\)/, say: "tools of the client’s own law beside module 3" },
    { wrong: /votre prestataire|un prestataire à la fois/i, say: "votre sous-traitant" },
    {
      wrong: /responsables?\sde\straitement/i,
      say: "responsable du traitement",
      except: { "export.csv.": "a head that an import reads again" },
    },
    {
      wrong: /interlocuteur|correspondants?\b/i,
      say: "contact",
      except: { "template-library.": TEMPLATE },
    },
    {
      wrong: /\bdites\b/i,
      say: "indiquez, précisez",
      except: {
        "gaps.REG1-a_joint.why": "what the reader said",
        "instruction.move.reasonHint": "reasons that are said",
        "telephone.script.": SPOKEN,
      },
    },
    { wrong: /\bne v(?:aut|alent|audra)\s(?:plus|que|qu’|rien)/, say: "est valable, produit effet" },
    {
      wrong: /^(?:Inscrire|Noter|Dater|Écrire)\s/,
      say: "Ajouter, Nouveau (door) ; Enregistrer (button)",
      except: { "template-library.": TEMPLATE },
    },
    { wrong: /^Revenir\b|^Ne rien faire$/, say: "Annuler (form) ; Retour à … (link)" },
    { wrong: /constats et conseils|\{# conseils?\}/, say: "lacune, recommandation" },
    { wrong: /\bnon dite?s?\b|pas encore dit/i, say: "non renseigné" },
    { wrong: /joignables? à toute heure|contacts? d’urgence/i, say: "contact d’astreinte" },
    { wrong: /(?:mise?s?|laissée?s?) de côté/, say: "écarté, ignoré" },
    { wrong: /\b(?:la|de) maison\b/, say: "règles internes" },
    {
      wrong: /hors champ|heure zéro|retard indu|blanc sans motif|prenez congé|\bnuage\b/i,
      say: "the field’s words",
    },
    {
      wrong: /(?<!\p{L})ôt(?:er|ée?s?)(?!\p{L})|^Indifférent$|^À remplir\.$|carré à scanner/iu,
      say: "the field’s words",
    },
    {
      wrong: /(?<!en-)\btêtes\b|\btête (?:du journal|de la chaîne|publiée|signée)/i,
      say: "empreinte signée",
    },
    {
      wrong: /^Emporter|reprendre un (?:tableur|registre)/i,
      say: "exporter, télécharger ; importer, restaurer",
    },
    { wrong: /demande(?:nt)? un acte|choses demandent|ce qui presse/i, say: "actions à traiter" },
    {
      wrong: /registres? des choix/i,
      say: "consentements et oppositions",
    },
    {
      wrong: /^(?:Les )?demandes des personnes$|travaille sous\b/i,
      say: "exercice des droits ; sous-traitant de",
    },
    {
      wrong: /(?<!\p{L})vaut\s(?:à partir|jusqu|encore|\d)|ne vaut jamais/iu,
      say: "applicable, est valable",
    },
    {
      wrong: /\b(?:un automate parle|une machine compose|lire un journal)\b/i,
      say: "message préenregistré, numérotation automatique, importer",
    },
    {
      wrong: /mentions? à compléter|lignes? à régler|\bécarts? à\b/i,
      say: "lacune",
    },
    {
      wrong: /arrêter ce changement|renoncer à ce changement/i,
      say: "the field’s words",
    },
    {
      wrong: /liait les parties le|^où (?:elle|il) en (?:était|est)\b|^où nous en sommes/i,
      say: "afficher au … ; situation",
    },
    { wrong: /\bcampagnes?\b.*\bjugée?s?\b|appels?\b.*\bjugés?\b|règles? de la maison/, say: "contrôler" },
  ],
  en: [
    CODES,
    { wrong: /\bmend(?:ed|ing)?\b/i, say: "correct, close" },
    { wrong: /\bwhat lacks|nothing lacks/i, say: "what is missing" },
    { wrong: /silence counts no more|this no was/i, say: "it takes effect" },
    { wrong: /requests of persons/i, say: "data subject requests" },
    {
      wrong: /statutory duty|\bowed (?:under|to)\b|you owe\b/i,
      say: "legal obligation, required",
      except: { "organisation.why.contract": "owed by contract to the client" },
    },
    { wrong: /fate of the data/i, say: "deletion or return" },
    { wrong: /periods before erasure/i, say: "time limits for erasure" },
    { wrong: /asks? for an act\b/i, say: "actions due" },
    { wrong: /\bthe register of choices\b/i, say: "consents and objections" },
    { wrong: /\bcorrespondents?\b/i, say: "contact" },
    { wrong: /^EXERCISE\b|\{EXERCISE/, say: "DRILL" },
    {
      wrong:
        /\b(?:serves?|listed|changes|holds?|binds?|is|are|enter|reachable) no more\b|^(?:Be|To be) \w+ no more/i,
      say: "no longer",
    },
    {
      wrong: /\bletters? (?:that|will|left|waits?|and Today)\b/i,
      say: "e-mail",
    },
    {
      wrong: /^(?:Tell (?:the|a) controller (?:of|with)|Told (?:in|wrongly|after|before)\b|Told on$)/,
      say: "notify, notified",
    },
    { wrong: /^(?:Nothing is|What is) owed|\bowed without delay|\bis owed\.$/i, say: "due, required" },
    { wrong: /begin a file/i, say: "record a breach" },
    { wrong: /rooms of the portal/i, say: "portal sections" },
  ],
  ar: [
    CODES,
    {
      wrong: /معالج(?:ون|ين|ا|ًا|اً)? (?:ال)?لاحق/,
      say: "المعالج من الباطن اللاحق",
    },
    { wrong: /الخروق(?!ات)/, say: "الخروقات" },
    {
      wrong: /الأذونات/,
      say: "الأذون",
    },
    { wrong: /(?:many|other) \{# تعليمات\}/, say: "# تعليمة" },
    { wrong: /\{hours, number\} ساعة/, say: "a plural of ساعة" },
    { wrong: /النفاذ عن بعد/, say: "الولوج عن بعد" },
    { wrong: /اللائحة (?:المرفقة|الملحقة)/, say: "القائمة" },
    {
      wrong: /مقدم الخدمة/,
      say: "المعالج من الباطن",
      except: { "contract-end.answers.": "another than the processor" },
    },
    { wrong: /صباح الخير/, say: "مرحبًا", except: { "telephone.script.": SPOKEN } },
    { wrong: /^العروض$/, say: "طرق العرض" },
    { wrong: /سجل الاختيارات/, say: "الموافقات والاعتراضات" },
    { wrong: /أشعر به|مأذون$/, say: "تم الإشعار به ; مأذون به" },
    { wrong: /أين نحن|أين وصلنا|^أين وصل|^خرق؟$/, say: "الامتثال ; الوضع ; إبلاغ عن خرق" },
    {
      wrong: /\d\)?\([أ-ي]\)/,
      say: "the letter of the article as in its citations: (a)",
    },
    { wrong: ADDRESSED_AS_ONE, say: "the plural: حسابكم، لكم، أنتم" },
    { wrong: ORDERED_AS_ONE, say: "the plural: أضيفوا، اكتبوا، اختاروا" },
  ],
};

/** Lists the texts that use a retired word where no exception allows it. */
export function findRetiredWords(catalogues: Record<Locale, FlatMessages>): MessageFault[] {
  return (Object.keys(catalogues) as Locale[]).flatMap((locale) =>
    Object.entries(catalogues[locale]).flatMap(([key, message]) =>
      RETIRED_WORDS[locale]
        .filter(({ wrong, except }) => wrong.test(message) && !isExcepted(key, except))
        .map(({ wrong, say }) => ({ locale, key, text: `${String(wrong.exec(message)?.[0])}: say ${say}` })),
    ),
  );
}

function isExcepted(key: string, except: RetiredWord["except"] = {}): boolean {
  return Object.keys(except).some((named) => (named.endsWith(".") ? key.startsWith(named) : key === named));
}
