/** Effects of a word on the statement beside it. */
export type QualifierKind = "negation" | "exception" | "ended" | "planned" | "condition" | "unknown";

/** Phrases in French, English and Arabic. Folded: no accent, no capital, no Arabic article; "_" parts words. */
export const QUALIFIER_PHRASES: Readonly<Record<QualifierKind, string>> = {
  negation: `
    pas non aucun aucune aucuns aucunes sans ni jamais plus_de plus_d plus_aucun plus_aucune ne n_est n_a n_y nul nulle
    neant rien interdit interdite interdits interdites refuse refusee exclu exclue exclus exclues
    not no none never without nor neither isn_t aren_t don_t doesn_t wasn_t nothing excluded forbidden prohibited
    unsigned denied rejected declined abgelehnt geweigerd rechazado rechazada rifiutato rifiutata
    ليس ليست لا لم لن دون بدون غير بلا ما_من لا_يوجد ممنوع مستبعد عدم مرفوض مرفوضة
    nicht kein keine keiner keines keinem keinen niemand ohne niet geen niemand zonder sin ningun ninguno ninguna nadie senza
    nessun nessuno nessuna
  `,
  exception: `
    sauf hors excepte exceptee exceptes hormis a_l_exception exception a_part en_dehors autre_que autres_que a_l_exclusion
    hors_de excluant mis_a_part mais
    except excepting excluding other_than apart_from but unless save_for outside with_the_exception
    باستثناء استثناء الا عدا ماعدا ما_عدا سوى خارج لكن
    ausser ausgenommen behalve uitgezonderd salvo excepto tranne eccetto
  `,
  ended: `
    jusqu jusque jusqu_en jusqu_a ancien ancienne anciens anciennes anciennement ex termine terminee termines terminees
    resilie resiliee resilies expire expiree expires expirees arrete arretee arretes cesse cessee supprime supprimee clos
    close avant auparavant precedemment precedent precedente anterieurement historique obsolete abandonne abandonnee
    remplace remplacee remplaces remplacees en_remplacement n_est_plus ne_plus denonce denoncee annule annulee caduc caduque caduques puis ensuite etait etaient
    until till former formerly ended terminated expired ceased previously previous before was were used_to up_to then
    cancelled canceled discontinued lapsed past no_longer not_anymore replaced
    expire expirent expirant echu echue echues perdu perdue perdues sorti sortie retire retiree retires retirees ferme fermee fermes fermees suspendu suspendue suspendus suspendues bloque bloquee
    revoque revoquee revoques quitte dissous dissoute desactive desactivee
    closed withdrawn removed suspended stopped revoked retired decommissioned phased_out dissolved superseded
    expires expiring switched_off turned_off opted_out gekundigt beendet lauft_aus stillgelegt abgeschaltet entfernt geloscht abgelaufen geschlossen eingestellt widerrufen ausgelaufen
    stopgezet verwijderd vervalt opgezegd verlopen gestopt beeindigd gesloten ingetrokken
    dado_de_baja dada_de_baja caducado caducada caducados caducadas vencido vencida vencidos vencidas cerrado cerrada
    suprimido suprimida eliminado eliminada rescindido rescindida
    dismesso dismessa scaduto scaduta scaduti scadute cessato cessata cessati cessate chiuso chiusa rimosso rimossa disdetto sospeso sospesa revocato revocata revocati revocate
    الالغاء الغاء متوقف متوقفة محذوف محذوفة الغي الغيت ملغي مغلق مغلقة موقوف موقوفة معلق معلقة توقف توقفت اوقف اوقفت فسخت تم_فسخ تم_حذفه تم_حذفها تم_استغناء استغني
    حتى الى_غاية سابقا سابق سابقة قديم قديمة ثم انتهى انتهت منتهية ملغى ملغاة كان كانت قبل
    bis danach ya_no despues nicht_mehr ersetzt niet_meer bis_zum ehemals früher fruher vormals tot voorheen hasta antes fino_a
  `,
  planned: `
    a_signer a_designer a_choisir a_determiner a_selectionner a_renouveler a_revoir a_refaire a_actualiser a_regulariser a_formaliser a_obtenir a_valider a_prevoir
    a_terme a_venir en_cours prevu prevue prevus prevues prochain prochaine prochains prochainement bientot futur future
    futurs futures projet projete projetee envisage envisagee envisages planifie planifiee planifies a_faire a_definir
    en_attente a_confirmer a_conclure a_negocier a_mettre sera seront ulterieurement signature_en_cours en_projet
    en_preparation en_negociation a_partir brouillon a_l_etude demande demandee attendu attendue
    planned upcoming soon pending to_be to_sign in_progress will shall expected tbc draft under_negotiation
    under_review in_review en_signature en_relecture en_revue being_signed forthcoming intended proposed from_next scheduled later awaiting waiting_for
    renegociation en_renouvellement manquant manquante manquants manquantes missing outstanding
    في_انتظار انتظار in_verhandlung in_vorbereitung bald demnachst folgt fehlt fehlen fehlend fehlende
    in_onderhandeling binnenkort volgt ontbreekt ontbreken
    en_tramite en_fase_de proximamente pronto falta faltan faltante
    in_fase_di prossimamente a_breve manca mancano mancante
    مرتقب مرتقبة مقترح مقترحة مقرر مقررة مخطط قيد قريبا في_طور سيتم سوف ناقص ناقصة مستقبلا منتظر منتظرة مزمع لاحقا مستقبل ستوقع
    geplant vorgesehen gepland voorzien previsto prevista pendientes pendiente previstas previstos prevista previste noch_nicht in_arbeit a_la_espera in_attesa in_corso
  `,
  condition: `
    si le_cas_echeant eventuel eventuelle eventuels eventuelles eventuellement possible possibles possiblement peut_etre
    selon parfois ponctuel ponctuelle ponctuels ponctuellement en_cas sous_reserve potentiel potentielle potentiellement
    sous_condition sous_conditions uniquement_pour seulement_pour exclusivement_pour certains certaines exceptionnel exceptionnelle exceptionnellement occasionnel occasionnellement rarement
    only_for solely_for if where_applicable possibly maybe perhaps potential potentially in_case subject_to depending sometimes may might
    some occasional occasionally exceptionally rarely when_needed likely unlikely probably probable probables probablement
    where_required where_needed where_necessary as_required as_needed as_appropriate where_appropriate
    vraisemblablement au_besoin temporaire temporaires temporairement provisoire provisoires provisoirement
    temporary temporarily interim reconduit reconduite reconduits renouvele renouvelee renouveles prolonge prolongee
    renewed extended
    partiel partielle partiels partielles partiellement partly partially partial teilweise deels gedeeltelijk parcial parcialmente
    parziale parziali parzialmente in_parte جزئي جزئيا soms manchmal a_veces talvolta a_volte
    au_lieu en_lieu_et_place a_la_place au_profit instead_of in_place_of in_lieu_of rather_than plutot_que
    statt anstatt anstelle moglicherweise vielleicht wahrscheinlich vorubergehend verlangert
    in_plaats misschien waarschijnlijk tijdelijk verlengd
    en_lugar en_vez quizas quiza tal_vez posiblemente probablemente eventualmente temporal prorrogado prorrogada
    invece al_posto forse probabilmente eventuale eventuali temporaneo temporaneamente prorogato prorogata
    بدل بدلا عوض عوضا مجدد ممدد مؤقت مؤقتا
    اذا عند_الاقتضاء عند_اقتضاء ربما محتمل محتملة احيانا في_حالة حسب قد عند_حاجة استثنائيا
    nur_fur solo_para solo_per alleen_voor nur_im_notfall im_notfall bei_bedarf en_caso solo_en_caso in_caso falls eventuell ggf indien mogelijk eventueel
  `,
  unknown: `
    nc n_c nd n_d inconnu inconnue non_communique non_communiquee non_renseigne non_renseignee a_verifier a_completer
    unknown not_known to_check not_communicated unsure
    غير_معروف غير_معروفة مجهول غير_محدد
    unbekannt keine_angabe keine_angaben onbekend niet_bekend desconocido no_consta sconosciuto non_noto non_risulta
  `,
};

/** Words that say: the same as the row above. */
export const DITTO_WORDS: ReadonlySet<string> = new Set(
  `
  idem id ibid ibidem dito ditto same pareil meme memes que ci dessus ligne precedente precedent voir as above see row
  previous la le au comme the line client clients cliente societe company customer controller responsable titolare kunde klant
  auftraggeber gleicher gleiche misma stessa dezelfde zelfde شركة زبون حريف مسؤول
  نفس نفسه نفسها شيء مرجع مثله مثلها كذلك ما سبق كما اعلاه سابقا مثل انظر ديتو
  chose vor vorstehend detto supra
  wie oben zie boven siehe igual idéntico identico arriba come sopra dto desgl desgleichen ebenso ebenda ebd mismo lo ver vedi stesso
`
    .trim()
    .split(/\s+/),
);

/** At least one of them makes a ditto: "voir" alone does not. */
export const DITTO_HEADS =
  /(?:^| )(?:idem|id|ibid|ibidem|dito|ditto|same|pareil|meme|ci dessus|precedente|above|نفس|نفسه|نفسها|مثله|مثلها|كذلك|gleicher|gleiche|mismo|misma|stesso|stessa|zelfde|dezelfde|سبق|اعلاه|wie oben|siehe oben|zie boven|dto|desgl|desgleichen|ebenso|ebenda|ebd|wie vor|wie vorstehend|detto|lo mismo|lo stesso|ver arriba|vedi sopra|igual|identico|come sopra)(?: |$)/;

/** Words of an answer without a meaning of their own beside it: they may be left over. */
export const WITHOUT_MEANING: ReadonlySet<string> = new Set(
  `
  ce jour actuellement present presentement heure vigueur oui yes o y x est sont il elle ils ou aussi ainsi notamment
  uniquement seulement only solely exclusivement exclusively exclusif exclusive simple direct directe
  is are be been currently today now day date also especially including inclus incluant dont both and et
  depuis de from since des vers dans chez a au aux en y compris
  acces accessible accessibles consultation transfert transferts transfer transfers pays country countries lieu lieux
  destination destinations donnees data personnelles personal plateau plateaux site sites centre centres center call
  appels localisation localisations zone zones region ville
  نعم حاليا يومه فقط حصريا ولوج وصول نقل بلد بلدان دولة دول معطيات بيانات موقع مواقع مركز من الى نحو انطلاقا هو هي
`
    .trim()
    .split(/\s+/),
);
