import { foldedWords } from "./vagueness";

const BANK = /^(rib|ibans?|bic|bancaires?|banque|banking|bank|cartes?|cards?|بنكي|بنكية|بنك|ايبان)$/;

/** Cards that pay nothing. */
const OTHER_CARDS =
  / (?:cartes? (?:d |de |nationale|grises?|vitales?|sim|cadeaux?|jeunes?|familles?|abonne|professionnel)|(?:id|identity|sim|gift|loyalty|member(?:ship)?|business|medical|health) cards?)/g;

/** True when bank details are named: RIB, IBAN, card, bank account. */
export function namesBankDetails(text: string): boolean {
  const stated = joined(text).replace(/ cartes? de (?=(?:credit|debit|paiement|banque) )/g, " carte ");
  return stated
    .replace(OTHER_CARDS, " ")
    .split(" ")
    .some((word) => BANK.test(word));
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
  const stated = withoutHarmless(text);
  return HEALTH.test(stated) || OTHERS.some((pattern) => pattern.test(stated));
}

/** True when something is named that tells of somebody's health, art. 4(15). */
export function namesHealthData(text: string): boolean {
  return HEALTH.test(withoutHarmless(text));
}

/** Words that begin so, between spaces. */
const starting = (stems: string) =>
  new RegExp(` (?:${stems.trim().split(/\s+/).join("|")})\\p{L}*(?= )`, "u");
/** Words or phrases as they stand; "_" parts the words of one. */
const whole = (phrases: string) =>
  new RegExp(` (?:${phrases.trim().split(/\s+/).join("|").replaceAll("_", " ")})(?= )`, "u");
const anyOf = (...patterns: RegExp[]) => new RegExp(patterns.map(({ source }) => source).join("|"), "u");

const HEALTH = anyOf(
  starting(`
    medica medecin malad pathologi handicap invalidit grossess diagnos hospital hopita clinique pharma vaccin
    allerg asthm diabet cancer oncolog tumeur dialys psychiatr psycholog psychother neurolog cardiolog gynecolog pediatr
    dermatolog radiolog ophtalmo orthopedi kinesi physiother chirurg surger surgical dentaire dentist dental infirmier
    infirmit symptom epilep alzheimer schizophren depressi addict alcool alcohol toxicoman therap transplant transfus
    contracept avortement abortion obstetric maternit menopaus incapacit inaptitud convalescen rehabilitat
    disease illness disab pregnan prescription sickness hospice nurs patholog immun covid seropositi contagi
    contamin depistage screening audioprothe prothes prosthe ordonnance
  `),
  whole(`
    sante health healthcare patient patients patiente patientes soin soins nurse enceinte aides_soignants hiv vih sida aids
    sang_rare groupe_sanguin groupes_sanguins groupe_rhesus rhesus blood_group blood_groups blood_type blood_types
    blood_test tests_sanguins test_sanguin bilan_sanguin analyses_de_sang analyse_de_sang prise_de_sang
    arret_de_travail arrets_de_travail accident_du_travail accidents_du_travail accident_de_travail conge_maladie
    sick_leave sick_note perte_d_autonomie dependance ehpad rqth aah mdph ald affection_longue_duree longue_duree_ald
    fumeur fumeurs smoker smokers imc bmi acuite_visuelle correction_visuelle appareil_auditif hearing_aid
    medical medically consultation_medicale ivg pma ivf fecondation regime_sans_sel glycemie tension_arterielle
    blood_pressure cholesterol test_pcr tests_pcr pcr carte_vitale cartes_vitales cause_du_deces cause_of_death drug_test drug_tests
    special_needs wheelchair fauteuil_roulant malvoyant malvoyants malentendant malentendants sourd sourds aveugle
    aveugles blind deaf autiste autisme autism intolerance_alimentaire intolerances_alimentaires food_intolerance
    صحة صحي صحية طبي طبية طبيب طبيبة اطباء طبيا مرض امراض مريض مرضى مرضية اعاقة اعاقات معاق معاقين ذوي_احتياجات_خاصة
    فصيلة_دم فصائل_دم زمرة_دم زمرة_دموية فصيلة_دموية حساسية حساسيات لقاح لقاحات تلقيح تطعيم دواء ادوية علاج علاجات مستشفى
    مستشفيات استشفاء سرطان سكري ايدز ربو ضغط_دم حمل_مراة امراة_حامل حوامل تحاليل_طبية تحليل_دم تشخيص تشخيصات وصفة_طبية
    عجز_صحي حادثة_شغل حوادث_شغل جراحة عملية_جراحية نفسية_مرضية ادمان مدمن
  `),
);

const OTHERS = [
  starting(`
    biometri geneti genom ethni racia religi croyan confession islam musulman muslim chretien christian catholi protestant
    juif juiv jewish judais bouddhis buddhis hindou hindu athee atheis laicite evangeli orthodox condamn infraction
    judiciair penal incarcer emprisonn imprison detenu homosex bisex heterosex transgen transsex lesbi syndic sexual sexuel
    criminal convict belief offence delinqu
    بيومتري جيني وراثي عرقي ديني نقابي جنائي عقائد معتقد
  `),
  whole(`
    adn dna iris_scan scan_de_l_iris reconnaissance_de_l_iris empreinte empreintes empreintes_digitales fingerprint
    fingerprints voiceprint voiceprints empreinte_vocale reconnaissance_faciale reconnaissance_vocale facial_recognition
    face_recognition voice_recognition facial_template gabarit_facial
    race races origine_raciale couleur_de_peau skin_colour skin_color ethnie
    religion religions culte cultes eglise mosquee synagogue paroisse bapteme halal casher kosher faith priest imam
    political politically politics politique politiques parti_politique partis_politiques opinions_politiques
    trade_union trade_unions union_membership union_member union_members labour_union labor_union greviste grevistes
    delegue_du_personnel gay lgbt lgbtq lgbti casier casier_judiciaire prison prisons garde_a_vue plainte_penale
    offense offenses arrest_record police_record casiers
    مسلم مسلمين مسيحي مسيحيين يهودي يهود ديانة ديانات دين_اسلامي مذهب سياسي سياسية سياسيا حزب احزاب انتماء_حزبي اصل_عرقي
    عرق اعراق لون_بشرة بصمة بصمات حمض_نووي حياة_جنسية ميول_جنسي ميول_جنسية توجه_جنسي توجهات_جنسية سوابق سوابق_عدلية
    سجل_عدلي ادانة ادانات جريمة جرائم جنحة جنح نقابة نقابات سجن سجين سجناء تعرف_وجه
  `),
];

/** Phrases in which such words tell nothing of a person's health, belief, origin or offences. */
const HARMLESS = [
  starting("penalit penalis penalty penalti maladress maladroit ordonnancem patienter patience immunis"),
  whole(`
    syndic syndics syndic_de_copropriete syndics_de_copropriete syndic_d_immeuble syndication syndicated conseil_syndical
    conseils_syndicaux syndicat_des_coproprietaires syndicats_de_coproprietaires syndicat_de_copropriete
    syndicat_des_eaux syndicat_intercommunal syndicat_mixte syndicat_d_initiative syndicat_d_electrification
    penalties penalty credit_union credit_unions european_union
    politique_(?:de|du|des|d|commerciale|tarifaire|interne|client|clients|qualite|salariale|rh|cookies|prix|securite)
    politiques_(?:de|du|des|d|commerciales|tarifaires|internes) politique_commerciale
    liquidation_judiciaire liquidations_judiciaires redressement_judiciaire redressements_judiciaires procedure_judiciaire_civile
    administrateur_judiciaire administrateurs_judiciaires mandataire_judiciaire mandataires_judiciaires recouvrement_judiciaire
    commissaire_judiciaire vente_judiciaire expert_judiciaire experts_judiciaires
    empreinte_(?:carbone|numerique|sha|de_hachage|ecologique|du_fichier|energetique|environnementale|memoire|navigateur|md5|au_sol)
    empreintes_(?:carbone|numeriques|sha) browser_fingerprint device_fingerprint browser_fingerprinting
    diagnostics?_(?:technique|techniques|immobilier|immobiliers|panne|pannes|reseau|ligne|energetique|energetiques|de_performance|de_panne|de_ligne|du_reseau|auto|automobile|vehicule|a_distance|box|internet|electrique|gaz|plomb|amiante|termites|flash|commercial|informatique)
    (?:technical|network|line|vehicle|remote|system|device|router)_diagnos\\p{L}* diagnostics
    consultation_(?:du|de|des|d|client|web|en_ligne) consultations_(?:du|de|des|d)
    soins?_(?:du|de|des|d|esthetiques?|capillaires?|client|clients|apporte\\p{L}*) soin
    sante_(?:financiere|economique|de_l_entreprise|du_reseau|du_parc|des_entreprises) health_check health_checks healthcheck
    financial_health (?:account|credit|business|line)_health
    prescription_(?:de|du|des|d|acquisitive|quinquennale|biennale|extinctive|legale|commerciale|civile|trentenaire)
    (?:delai|delais|duree|date|interruption)_(?:de_)?prescription
    disabled_(?:account|accounts|user|users|button|buttons|line|lines|card|cards|feature|features)
    race_(?:condition|conditions|de|du|animale|canine|feline) races_de
    genetic_algorithm algorithme_genetique virus_informatique virus_informatiques
    contamination_(?:des|du)_(?:eaux|sol|fichiers) immunite_diplomatique
    infractions?_(?:au_reglement_interieur|contractuelles?)
    dependance_(?:fonctionnelle|logicielle|economique) dependances_(?:logicielles|techniques)
    screening_(?:cv|telephonique|candidats|calls|call|questions) call_screening
    depression_(?:atmospherique|tropicale) depressions_atmospheriques
    casier_(?:de|postal|consigne) casiers_(?:de|consignes)
    blind_(?:transfer|test|copy|tests) transfert_aveugle 
    convictions?_(?:commerciales?|d_achat) force_de_conviction
    صحة_(?:بيانات|معطيات|معلومات|توقيع|عنوان|عناوين|رقم|ارقام|طلب|طلبات|وثائق|فواتير|بريد|حساب)
    حساسية_(?:بيانات|معطيات|معلومات|سعر|اسعار)
    بصمة_(?:كربونية|رقمية|بيئية|ملف) تشخيص_(?:عطل|اعطال|شبكة|تقني) علاج_(?:شكايات|شكاوى|طلبات|ملفات|مشكل|مشاكل)
    نقابة_(?:محامين|ملاك|موثقين) عجز_مالي
  `),
].map((pattern) => new RegExp(pattern, "gu"));

/** The text without what is harmless; « syndicat » and « conviction religieuse » stay, « syndic » goes. */
function withoutHarmless(text: string): string {
  const stated = joined(text).replaceAll(
    / convictions?(?= (?:religieu|politi|philosoph|penal))/g,
    " croyance",
  );
  return HARMLESS.reduce((rest, pattern) => rest.replaceAll(pattern, " "), stated).replaceAll(/ +/g, " ");
}

/** Folded words between single spaces. */
function joined(text: string): string {
  return ` ${foldedWords(text).join(" ")} `;
}
