import { itemAt } from "@/lib/domain/invariant/required";

/**
 * Words that mean one thing, in the languages of contracts and registers; each as `significantWords` folds it. The first of a
 * group stands for all of it.
 */
const ALIKE: readonly string[] = [
  "appel appeler call calling phone telephonique مكالمه مكالمات اتصال اتصالات",
  "sortant emission emis outbound outgoing صادر صادره صادرات",
  "entrant reception recevoir inbound incoming receipt وارد وارده استقبال",
  "enregistrement enregistrer enregistre recording record recorded تسجيل تسجيلات",
  "ecoute ecouter listening listen monitoring استماع تنصت",
  "transcription transcrire transcribing transcribe تفريغ",
  "vente vendre vendu sale sell selling بيع",
  "revente revendre resale resell reselling",
  "cession ceder disposal تفويت",
  "location louer rental renting تاجير",
  "achat acheter purchase buying شراء",
  "suppression supprimer effacement effacer purge deletion delete erasure erase محو حذف",
  "conservation conserver stockage stocker archivage archiver storage store retention keeping حفظ تخزين ارشفه",
  "consultation consulter acces acceder access viewing اطلاع ولوج",
  "saisie saisir entry input ادخال",
  "modification modifier rectification rectifier update updating تحديث تصحيح تعديل",
  "collecte collecter recueil recueillir collection collect gathering جمع",
  "envoi envoyer transmission transmettre sending send ارسال احاله",
  "transfert transferer transfer نقل",
  "profilage profiler profiling تنميط",
  "segmentation segmenter تقسيم",
  "ticket billet تذكره تذاكر",
  "traitement traiter processing handling معالجه",
  "gestion gerer management managing تدبير تسيير",
  "prospection prospecter prospecting canvassing استقراء",
  "rappel rappeler callback",
  "relance relancer reminder dunning تذكير",
  "recouvrement recovery تحصيل",
  "enquete sondage survey استطلاع",
  "identite identity هويه",
  "nom name surname اسم اسماء",
  "coordonnee contact",
  "voix voice صوت اصوات",
  "sante health medical صحه",
  "paiement payment اداء دفع",
  "client customer زبون زبناء عميل عملاء",
  "prospect lead",
  "salarie employe employee staff اجير اجراء موظف موظفين",
  "mineur enfant child children minor قاصر قصر اطفال",
  "emprunteur borrower مقترض مقترضين مقترضون",
  "courtier broker وسيط وسطاء سماسره",
  "fichier file ملف ملفات",
  "liste list قائمه قوائم",
  "donnee data معطيات بيانات",
  "commande order طلبيه طلبيات",
  "reclamation complaint شكايه شكايات",
  "direct live simultane مباشر",
];

const MEANINGS = new Map(
  ALIKE.flatMap((group) => {
    const words = group.split(" ");
    return words.map((word) => [word, itemAt(words, 0)] as const);
  }),
);

export function isKnownWord(word: string): boolean {
  return MEANINGS.has(word);
}

/** The word that stands for all that mean the same; a word that is not known stands for itself. */
export function meaningOf(word: string): string {
  const found = MEANINGS.get(word) ?? MEANINGS.get(singularOf(word));
  return found ?? singularOf(word);
}

function singularOf(word: string): string {
  if (word.length <= 3 || !/[a-z]/.test(word)) return word;
  return word
    .replace(/(?:eaux|aux)$/, (ending) => (ending === "aux" ? "al" : "eau"))
    .replace(/(?<=..)e?s$|x$/, (e) => (e === "es" ? "e" : ""));
}

/** Words that only restrict an operation: less of it, or with more safety. */
const NARROWER = new Set(
  (
    "filtre partiel limite ponctuel aleatoire securise chiffre pseudonymise anonymise masque seul seulement uniquement " +
    "echantillon certain quelque habilite filtered partial limited random secure encrypted masked only sample some " +
    "فقط بعض محدود مشفر"
  ).split(" "),
);

export function isNarrower(word: string): boolean {
  return NARROWER.has(word) || NARROWER.has(word.replace(/e$/, ""));
}

/** Negations: the words that follow are excluded. */
export const NEGATIONS = new Set(
  "sans aucun aucune non pas ne hors sauf excepte exclu jamais without no not excluding except never دون بدون باستثناء عدا".split(
    " ",
  ),
);

/** Safeguards: an operation without one is wider, and not narrower. */
export const SAFEGUARDS = new Set(
  (
    "consentement accord autorisation opposition information chiffrement limite controle consent permission " +
    "authorisation authorization encryption limit control موافقه اذن تشفير"
  ).split(" "),
);
