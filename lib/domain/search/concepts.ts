import { type Concept, say } from "./concept";
import { TERM_CONCEPTS } from "./term-concepts";

const WORK = "work";

/** Lists what people of the field call alike. A term has the words of its concepts and not those of their words: no chain loops. */
export const CONCEPTS: readonly Concept[] = [
  {
    words: say(
      "cct | ccts | scc | sccs | clauses types | clauses contractuelles types | clauses type | standard contractual clauses | standard clauses | model clauses | 2021 914 | شروط تعاقديه نموذجيه | شروط تعاقديه | بنود تعاقديه",
    ),
    codes: [
      "tool:scc-2021-914",
      "tool:scc-2021-915",
      "tool:scc-2010-87",
      "instrument:scc-2021-914",
      "instrument:scc-2021-915",
      "instrument:scc-unspecified",
    ],
    group: "transfers",
  },
  {
    words: say(
      "tia | tias | eit | analyse impact transfert | analyse d impact du transfert | analyse d impact de transfert | analyse d impact des transferts | analyse d impact transfert | evaluation d impact du transfert | transfer impact assessment | transfer impact assessments | تقييم اثر نقل | تحليل اثر نقل",
    ),
    codes: ["assessment:yes"],
    group: "transfers",
  },
  {
    words: say(
      "aipd | pia | dpia | eivp | analyse d impact | etude d impact | evaluation d impact | impact assessment | privacy impact assessment | data protection impact assessment | تحليل اثر | تقييم اثر",
    ),
    codes: ["noun:assistance"],
    group: WORK,
  },
  {
    words: say(
      "dpa | dpas | contrat de sous traitance | contrats de sous traitance | clause de sous traitance | clauses de sous traitance | convention de sous traitance | accord de sous traitance | accord de traitement | data processing agreement | data processing addendum | processing agreement | article 28 | art 28 | عقد معالجه من باطن | عقد معالجه | اتفاقيه معالجه | عقد مناوله",
    ),
    codes: ["noun:contract"],
    group: "contracts",
  },
  {
    words: say("contrat | contrats | contract | contracts | agreement | عقد | عقود"),
    codes: ["noun:contract"],
    group: "contracts",
  },
  {
    words: say(
      "effacement | effacements | effacer | suppression | supprimer | destruction | droit a l oubli | droit oubli | erasure | erase | deletion | delete | right to be forgotten | محو | حذف | مسح | اتلاف",
    ),
    codes: ["right:erasure"],
    group: "rightsRequests",
  },
  {
    words: say("droit d acces | dsar | sar | access request | subject access request | حق ولوج | ولوج"),
    codes: ["right:access"],
    group: "rightsRequests",
  },
  {
    words: say(
      "opposition | oppositions | objection | objections | desabonnement | stop pub | opt out | تعرض | اعتراض",
    ),
    codes: ["right:objection", "right:marketing-objection"],
    group: "rightsRequests",
  },
  {
    words: say(
      "demande | demandes | demande de droit | demandes de droits | exercice de droits | request | requests | data subject request | طلب | طلبات",
    ),
    codes: ["noun:rights-request"],
    group: "rightsRequests",
  },
  {
    words: say(
      "preavis | delai de preavis | denonciation | notice | notice period | اشعار مسبق | مهله اشعار | اجل اشعار | اخطار مسبق",
    ),
    codes: ["notice:yes"],
    group: "contracts",
  },
  {
    words: say(
      "audit | audits | audite | inspection | inspections | auditing | تدقيق | افتحاص | مراجعه داخليه",
    ),
    codes: ["clause:K22", "noun:internal-audit"],
    group: WORK,
  },
  {
    words: say(
      "cndp | commission nationale de controle | declaration cndp | autorisation cndp | loi 09 08 | law 09 08 | لجنه وطنيه لمراقبه حمايه | لجنه وطنيه | قانون 09 08",
    ),
    codes: ["noun:cndp-filing"],
    group: WORK,
  },
  {
    words: say(
      "violation | violations | violation de donnees | fuite | fuites | fuite de donnees | incident | incidents | breach | breaches | data breach | personal data breach | data leak | leak | خرق | خروقات | خرق بيانات | انتهاك | تسريب | تسرب | اختراق | حادث",
    ),
    codes: ["noun:breach"],
    group: "breaches",
  },
  {
    words: say(
      "mesure | mesures | mesures de securite | mesures techniques | tom | toms | measure | measures | security measures | technical and organisational measures | تدبير | تدابير | اجراءات امنيه",
    ),
    codes: ["noun:measure"],
    group: "measures",
  },
  {
    words: say(
      "chiffrement | chiffre | chiffree | cryptage | crypte | encryption | encrypted | تشفير | مشفر",
    ),
  },
  { words: say("sauvegarde | sauvegardes | backup | backups | نسخ احتياطي") },
  {
    words: say(
      "conservation | duree de conservation | durees de conservation | retention | retention period | storage period | احتفاظ | مده احتفاظ | مده حفظ",
    ),
  },
  {
    words: say(
      "sous traitant | sous traitants | sous traitant ulterieur | sous traitants ulterieurs | st ulterieur | sub processor | sub processors | subprocessor | subprocessors | معالج من باطن | معالجون من باطن | معالجين من باطن | معالج فرعي | مناول",
    ),
    codes: ["noun:sub-processor"],
    group: "subProcessors",
  },
  {
    words: say("instruction | instructions | consigne | consignes | تعليمات | تعليمه"),
    codes: ["noun:instruction"],
    group: "instructions",
  },
  {
    words: say(
      "autorisation | autorisations | accord prealable | autorisation prealable | autorisation generale | autorisation specifique | agrement | authorisation | authorisations | authorization | authorizations | prior authorisation | اذن | اذون | ترخيص | تراخيص",
    ),
    codes: ["noun:authorisation"],
    group: "authorisations",
  },
  {
    words: say(
      "transfert | transferts | transfert hors ue | transfert de donnees | transferts de donnees | transfer | transfers | data transfer | data transfers | نقل | نقل بيانات | نقل معطيات | عمليات نقل | تحويل",
    ),
    codes: ["noun:transfer"],
    group: "transfers",
  },
  {
    words: say(
      "client | clients | cliente | responsable de traitement | responsables de traitement | responsable du traitement | donneur d ordre | controller | controllers | data controller | customer | زبون | زبناء | عميل | عملاء | مسوول عن معالجه",
    ),
    codes: ["noun:controller"],
    group: "controllers",
  },
  {
    words: say(
      "mineur | mineurs | enfant | enfants | minor | minors | child | children | قاصر | قاصرون | قاصرين | قصر | طفل | اطفال",
    ),
    codes: ["minors:yes"],
    group: "records",
  },
  {
    words: say(
      "sante | donnees de sante | medical | medicale | medicales | health | health data | صحه | صحيه | بيانات صحيه",
    ),
    codes: ["special:health"],
    group: "records",
  },
  {
    words: say(
      "formation | formations | sensibilisation | training | trainings | awareness | تكوين | تدريب | تحسيس",
    ),
    codes: ["noun:training"],
    group: WORK,
  },
  {
    words: say("procedure | procedures | mode operatoire | مسطره | مساطر"),
    codes: ["noun:procedure"],
    group: WORK,
  },
  {
    words: say("veille | veille juridique | legal watch | رصد"),
    codes: ["noun:watch-item"],
    group: WORK,
  },
  {
    words: say(
      "dpo | dpd | designation dpo | designation du dpo | delegue a la protection des donnees | delegue | deleguee | data protection officer | مندوب",
    ),
    codes: ["noun:dpo-designation"],
    group: WORK,
  },
  {
    words: say(
      "demarchage | prospection | prospection telephonique | demarchage telephonique | telemarketing | teleprospection | cold calling | bloctel | استقراء | تسويق هاتفي",
    ),
  },
  {
    words: say("script | scripts | script d appel | call script | سيناريو"),
    codes: ["noun:call-script"],
    group: "telephone",
  },
  {
    words: say("campagne | campagnes | campaign | campaigns | حمله | حملات"),
    codes: ["noun:campaign"],
    group: "telephone",
  },
  {
    words: say("consentement | consentements | consent | consents | opt in | موافقه | رضا"),
    codes: ["noun:consent-collection", "basis:consent"],
    group: "telephone",
  },
  {
    words: say("message | messages | fil | fils | echange | echanges | thread | threads | مراسله | مراسلات"),
    codes: ["noun:thread"],
    group: "threads",
  },
  {
    words: say(
      "courriel | courriels | courrier | courriers | mail | mails | email | emails | e mail | lettre | lettres | letter | letters | رساله | رسايل",
    ),
    codes: ["noun:mail"],
    group: "letters",
  },
  {
    words: say("etats unis | usa | united states | us | america | ولايات متحده | امريكا"),
    codes: ["country:US"],
  },
  {
    words: say("royaume uni | uk | united kingdom | angleterre | grande bretagne | مملكه متحده | بريطانيا"),
    codes: ["country:GB"],
  },
  { words: say("hebergement | hebergeur | hebergeurs | hosting | cloud | استضافه") },
  { words: say("ia | intelligence artificielle | ai | artificial intelligence | ذكاء اصطناعي") },
  {
    words: say("biometrie | biometrique | biometriques | biometric | biometrics | بيومتري"),
    codes: ["special:biometric"],
  },
  {
    words: say("bcr | regles d entreprise contraignantes | binding corporate rules | قواعد موسسه ملزمه"),
    codes: ["tool:bcr", "instrument:bcr"],
    group: "transfers",
  },
  { words: say("paie | paye | salaires | payroll | اجور") },
  { words: say("salarie | salaries | employes | collaborateurs | employees | staff | اجراء | مستخدمين") },
  { words: say("enregistrement | enregistrements | ecoute | recording | recordings | تسجيل | تسجيلات") },
  { words: say("recouvrement | impayes | impaye | debt collection | collection of debts | تحصيل") },
  ...TERM_CONCEPTS,
];
