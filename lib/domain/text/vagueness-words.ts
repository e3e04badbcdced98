/** Words that carry no meaning of their own. Folded: no accent, no capital, no Arabic article. */
const LINKS = `
  a ai al and au aupres aux avec by ce ces d dans de des du en et for from l la le les leur leurs nos notre of on
  ou our par pour s sa se ses son sur the their to un une via vos votre with
  عبر على عن في لدى لفائدة من مع و او هذه هذا
`;

/** Words that name the trade and not what is done with the data: true of every client, they tell nothing of one. */
const TRADE = `
  accompagnement activite activites appel appels assistance b2b b2c back bpo call center centre centres clientele
  client clients commercial commerciale commerciales commerciaux crm distance divers diverse diverses donnee donnees
  caractere personnel personnelle personnelles externalisation externalise externalisee externalises externalisees
  contrat mission missions
  front general generale generales generaux gestion global globale hotline marketing mission offshore nearshore office
  operation operationnel operationnelle operations plateau plateforme prestataire prestation prestations projet
  relation relations relationnelle service services solution solutions soustraitance sous support telemarketing
  telephone telephonie telephonique telephoniques teleoperateur teleoperateurs traitance traitement traitements usuel usuels
  account activities activity assistance business care contact contacts customer customers data desk general handling
  help helpdesk management operation outsourced outsourcing personal phone process processes processing project
  provider relationship relationships subcontracting tasks telemarketing telephone various work works calls
  ادارة اتصال اتصالات اتصالي اعمال انشطة بيانات تدبير تسويق تعهيد حرفاء خدمة خدمات زبائن زبناء زبون شخصي شخصية علاقات
  علاقة عملاء عميل متنوعة مختلفة مركز مراكز معالجة معالجات معطيات معلومات مكالمات مكالمة مناولة مهام نداء نشاط
  هاتف هاتفي هاتفية طابع ذات
`;

/** Words written where nothing was known: a cell filled, a thing not said. */
const HOLLOW = `
  aucun aucune completer confirmer definir demander determiner fait faire idem inconnu inconnue indefini indetermine
  m na n neant nd nil non none nothing objet oui ok ko ras r o renseigne renseigner sans so suivre todo
  tbc tbd tba unknown update verifier voir vrai x xx xxx y yes no not available applicable pending done
  نعم لا لاشيء شيء يوجد غير معروف محدد متوفر منطبق لاحقا سيحدد بدون ينطبق موضوع
`;

/** Words that claim security without describing any: "mesures techniques et organisationnelles appropriées". */
const CLAIMS = `
  adapte adaptee adaptees adaptes adequat adequate adequates adequats applicable applique appliquee appliquees
  appropriate approprie appropriee appropriees appropries art article assure assuree bon bonne bonnes bons conforme
  conformes conformite conformement donnee donnees ensemble entreprise etat existant existante existantes garanti
  garantie garanties general generale generales gdpr groupe haut haute industrie industry interne internes   legislation loi maximale mesure mesures mise mises necessaire necessaires niveau norme normes nous organisationnel
  organisationnelle organisationnelles organisationnels place politique pratique pratiques procedure procedures
  protection reglement reglementation regle regles requis requise requises respect respecte respectees respecter rgpd
  securise securisee securises securite standard standards suffisant suffisante suffisantes technique techniques
  tout toute toutes tous usage usuel usuelle usuelles vigueur
  all are best compliance compliant company data ensured existing good high implemented in into is level measure
  measures necessary organisational organizational our place policy practice practices procedures protected reasonable
  required respected rules secure secured security standard state such sufficient suitable taken technical usual we
  اجراءات امان امن امنية تدابير تقنية تنظيمية جميع حماية لازمة مناسبة ملائمة متخذة معطيات بيانات ضرورية قانون وفق
  موجودة معمول بها كل
`;

/** Words of a purpose that is none, 30(1)(b): « gestion administrative du personnel », "internal business needs". */
const PURPOSES = `
  administrer administratif administratifs administration administrative administratives besoin besoins collaborateur
  collaborateurs courant courante employe employes entreprise etablissement finalite finalites fonctionnement gerer
  humain humaine humaines interne internes legitime legitimes organisation quotidien quotidienne ressource ressources rh
  salarie salaries societe suivi usage usages utilisation
  administration administrative business company employee employees hr human internal legitimate manage managing need
  needs purpose purposes resource resources running staff use
  اجراء اداري ادارية اغراض بشرية حاجيات داخلي داخلية شوون شركة غرض مستخدمين مقاولة موارد موظفين
`;

/** Words that stand for data without naming any, 30(1)(c). */
const DATA = `
  autre autres caractere concernees divers diverses donnee donnees ensemble information informations necessaire
  necessaires personnel personnelle personnelles personne personnes toute toutes tous utile utiles
  all data information necessary other personal relevant subject subjects various
  اخرى بيانات جميع ذات شخصي شخصية ضرورية طابع كل معطيات معلومات مختلفة
`;

/** Words of a term that sets no limit, 30(1)(f): « la durée légale », "as long as necessary", « illimitée ». */
const TERMS = `
  applicable applicables aussi conforme conformement conservation conserve conservee conservees conserver delai delais
  duree durees finalite finalites illimite illimitee illimites indefini indefinie indefiniment indeterminee legal legale
  legales legaux legislation loi lois longtemps necessaire necessaires norme normes obligation obligations permanent
  permanente poursuivie prevu prevue prevus que reglementaire reglementaires reglementation requis requise respect selon
  temps traitement usage utile utiles vigueur
  gdpr rgpd tant
  according appropriate as be data fulfil indefinite indefinitely is kept law laws legal long necessary needed period
  periods permanent processing purpose purposes regulation regulations required requirement requirements retained
  retention statutory term time unlimited until
  احتفاظ الى اجل بها حسب حفظ ضرورية طبقا قانون قانوني قانونية لازمة محدودة مدة مدد معمول مطلوبة وفق وفقا
`;

export const LINK_WORDS = words(LINKS);
export const TRADE_WORDS = words(TRADE);
export const HOLLOW_WORDS = words(HOLLOW);
export const CLAIM_WORDS = words(CLAIMS);
export const PURPOSE_WORDS = words(PURPOSES);
export const DATA_WORDS = words(DATA);
export const TERM_WORDS = words(TERMS);

function words(text: string): ReadonlySet<string> {
  return new Set(text.trim().split(/\s+/));
}
