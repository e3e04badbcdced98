import type { ImportTarget } from "./types";

/**
 * Heads in French, English, Arabic, Dutch, Spanish, German and Italian, with those of the CNIL's and the
 * ICO's models of a processor's register. Case, accents, punctuation, order and small words are ignored.
 */
export const COLUMN_WORDS: Readonly<Partial<Record<ImportTarget, string>>> = {
  reference:
    "réf | référence | n° | numéro | n° de fiche | référence de la fiche | identifiant | id | code | ref | reference | " +
    "record id | entry number | المرجع | الرقم" +
    " | nr | nummer | lfd nr | laufende nummer | verwijzing | referentie | volgnummer | referencia | nº" +
    " | numero | riferimento | rif | codigo | codice" +
    " | n° d'ordre | kenmerk | referentienummer | registro nº | verzeichnisnummer | n registro" +
    " | nº de registro",
  controllerName:
    "client | clients | responsable de traitement | responsable du traitement | client responsable de traitement | " +
    "nom du client | donneur d'ordre | raison sociale | raison sociale du client | nom du responsable de traitement | " +
    "nom et coordonnées du responsable de traitement | nom et coordonnées du client | rt | société cliente | mandant | " +
    "controller | data controller | controller name | customer | customer name | client name | controller details | " +
    "controller name and contact details | name and contact details of controller | الزبون | العميل | المسؤول عن المعالجة" +
    " | verwerkingsverantwoordelijke | klant | naam klant | opdrachtgever | verantwoordelijke" +
    " | verantwortlicher | kunde | auftraggeber | name des verantwortlichen | kundenname" +
    " | responsable del tratamiento | cliente | nombre del cliente | titolare | titolare del trattamento" +
    " | committente | nome del cliente | ragione sociale | razon social | entreprise cliente" +
    " | nom de l entreprise | société | الشركة | اسم الزبون | اسم العميل | المتحكم" +
    " | verantwoordelijke voor de verwerking | nombre del responsable | firma | الزبناء | صاحب الأمر | صاحب المعالجة | الحريف" +
    " | مسؤول المعالجة" +
    " | organisme responsable | entité responsable | pour le compte de | responsible organisation | on behalf of | الجهة المسؤولة" +
    " | verantwortliche stelle | nombre y datos de contacto del responsable | encargante | المتحكم في البيانات | المتحكم في المعطيات",
  controllerAddress:
    "adresse | adresse du client | adresse du responsable de traitement | adresse postale | siège | siège social | " +
    "address | customer address | client address | controller address | العنوان" +
    " | adres | adres klant | anschrift | anschrift des verantwortlichen | direccion | domicilio" +
    " | indirizzo | sede legale | adr | عنوان الزبون" +
    " | registered office | registered address | vestigingsadres | dirección del cliente | domicilio social" +
    " | adresse des kunden | firmensitz | sitz | indirizzo cliente | عنوان العميل | المقر | المقر الاجتماعي",
  controllerCountry:
    "pays du client | pays du responsable de traitement | pays client | pays du siège | controller country | " +
    "client country | customer country | country of controller | بلد الزبون" +
    " | land klant | land des kunden | pais del cliente | paese del cliente" +
    " | vestigingsland | país del responsable | land des verantwortlichen | land van de klant" +
    " | paese del titolare | بلد العميل",
  controllerRegistration:
    "siren | siret | ice | rcs | n° tva | immatriculation | numéro d'immatriculation | registration number | " +
    "company number | kvk | ice du client | siren du client" +
    " | kvk nummer | ondernemingsnummer | bce | handelsregisternummer | hrb | ust idnr | nif | cif" +
    " | partita iva | codice fiscale | p iva | numéro siren | n° siret | n° rcs | identifiant fiscal" +
    " | السجل التجاري | التعريف الموحد للمقاولة",
  controllerContact:
    "contact | contact client | contact du client | interlocuteur | coordonnées | coordonnées du client | " +
    "contact du responsable de traitement | coordonnées du responsable de traitement | e-mail du client | " +
    "téléphone du client | controller contact | client contact | contact details | contact person | جهة الاتصال" +
    " | contactpersoon | contactgegevens | ansprechpartner | kontakt | kontaktdaten | contacto" +
    " | datos de contacto | persona de contacto | contatto | referente | recapiti | referent | الاتصال" +
    " | interlocuteur client | email client | courriel client | mail client | tél client | téléphone client" +
    " | client email | contact klant | email klant | contacto del cliente | correo del cliente" +
    " | ansprechpartner beim kunden | kontakt kunde | referente cliente | email cliente | المخاطب" +
    " | البريد الإلكتروني",
  controllerDpo:
    "dpo | dpo du client | dpo client | délégué à la protection des données | dpd | dpo du responsable de traitement | " +
    "nom et coordonnées du délégué à la protection des données | coordonnées du dpo | data protection officer | " +
    "controller dpo | name and contact details of data protection officer | مندوب حماية المعطيات | مسؤول حماية البيانات" +
    " | functionaris gegevensbescherming | fg | datenschutzbeauftragter | dsb" +
    " | delegado de proteccion de datos | responsabile della protezione dei dati | rpd" +
    " | contact dpo | dpo contact | email dpo | courriel du dpo | fg van de klant | dsb des kunden" +
    " | delegado del cliente | rpd del titolare | dpo del titolare | مندوب حماية البيانات" +
    " | مندوب حماية البيانات لدى الزبون",
  controllerRepresentative:
    "représentant | représentant ue | représentant dans l'union | représentant du responsable de traitement | " +
    "représentant union européenne | eu representative | representative | controller representative | " +
    "name and contact details of controller's representative | الممثل" +
    " | vertegenwoordiger | vertreter | representante | rappresentante",
  activity:
    "activité | activité confiée | traitement | nom du traitement | intitulé | intitulé du traitement | prestation | " +
    "mission | service | service rendu | catégorie de traitement | catégories de traitements | campagne | dénomination | " +
    "catégories de traitements effectués pour le compte du responsable | catégories de traitements effectués | " +
    "nom de l'activité | libellé | activity | processing activity | processing | category of processing | " +
    "categories of processing | name of processing | النشاط | المعالجة" +
    " | verwerking | verwerkingsactiviteit | categorie verwerkingen | categorieën van verwerkingen" +
    " | verarbeitung | verarbeitungstätigkeit | kategorien von verarbeitungen | kategorie der verarbeitung" +
    " | tratamiento | actividad de tratamiento | categorias de tratamientos | trattamento" +
    " | attività di trattamento | categorie di trattamenti | dienst | leistung | servicio | servizio" +
    " | traitement confié | finalité confiée | mission confiée | prestation confiée | tâche confiée | type de traitement | finalité du traitement confié | opération confiée" +
    " | campaign | projet | project | dienstverlening | dienstleistung | الخدمة | الخدمة المقدمة" +
    " | النشاط الموكل" +
    " | actividad | actividades | tätigkeit | tätigkeiten | activiteit | activiteiten | attività" +
    " | ce que nous faisons | nature de la prestation | what we do | ما نقوم به | was wir tun | wat wij doen" +
    " | processing carried out on behalf of the controller | kategorien von verarbeitungen die im auftrag durchgeführt werden | categorias de tratamientos efectuados por cuenta del responsable",
  operations:
    "opérations | opérations réalisées | opérations de traitement | tâches | description | description du traitement | " +
    "description de la prestation | détail | nature du traitement | nature des opérations | operations | " +
    "processing operations | description of processing | nature of processing | tasks | العمليات" +
    " | bewerkingen | omschrijving | beschreibung | art der verarbeitung | operaciones | descripcion" +
    " | operazioni | descrizione | opér | desc" +
    " | traitements effectués | actions | verwerkingshandelingen | operaciones de tratamiento | vorgänge" +
    " | verarbeitungsvorgänge | verarbeitungsschritte | tätigkeiten | operazioni di trattamento" +
    " | operazioni svolte | عمليات المعالجة | طبيعة العملية | طبيعة العمليات | العمليات المنجزة",
  persons:
    "personnes | personnes concernées | catégories de personnes | catégories de personnes concernées | data subjects | " +
    "categories of data subjects | categories of individuals | individuals | الأشخاص المعنيون" +
    " | betrokkenen | categorieën betrokkenen | betroffene personen | kategorien betroffener personen" +
    " | interesados | categorias de interesados | interessati | categorie di interessati | pers concernées" +
    " | الاشخاص" +
    " | categories of persons | categories of people | people concerned | personas afectadas | betroffene" +
    " | personengruppen | persone interessate | فئات الأشخاص | فئات الأشخاص المعنيين" +
    " | أصحاب المعطيات | أصحاب البيانات",
  dataCategories:
    "données | données traitées | données personnelles | données à caractère personnel | catégories de données | données collectées | types de données | " +
    "catégories de données personnelles | catégories de données à caractère personnel | data | personal data | " +
    "categories of personal data | data categories | types of data | المعطيات | البيانات" +
    " | persoonsgegevens | categorieën persoonsgegevens | gegevens | personenbezogene daten" +
    " | datenkategorien | kategorien personenbezogener daten | datos personales | categorias de datos" +
    " | dati personali | categorie di dati | cat de données | catégories données | dcp" +
    " | tipos de datos | datos tratados | datenarten | art der daten | tipi di dati | dati trattati" +
    " | فئات المعطيات | أنواع المعطيات | المعطيات ذات الطابع الشخصي | المعطيات الشخصية",
  special:
    "données sensibles | sensible | sensibles | données sensibles o n | données particulières | catégories particulières | " +
    "catégories particulières de données | article 9 | art 9 | art 9 rgpd | article 9 rgpd | données de santé | special categories | sensitive data | sensitive | " +
    "special category data | معطيات حساسة | بيانات حساسة" +
    " | bijzondere persoonsgegevens | bijzondere categorieën van persoonsgegevens | besondere kategorien personenbezogener daten | categorias especiales de datos | categorie particolari di dati | dati particolari | bijzondere gegevens | bijzondere categorieën | besondere kategorien | sensible daten" +
    " | datos sensibles | categorias especiales | dati sensibili | categorie particolari | sens" +
    " | données sens",
  minors:
    "mineurs | données de mineurs | personnes mineures | enfants | minors | children | القاصرون" +
    " | minderjarigen | minderjährige | kinder | menores | minori",
  minorsConsent: "article 8 mineurs | article 8 minors | المادة 8 القاصرون",
  minorsProcedure:
    "procédure pour les mineurs | procédure mineurs | procedure for minors | minors procedure | مسطرة القاصرين",
  subProcessors:
    "sous-traitants | sous-traitants ultérieurs | sous-traitant ultérieur | sous-traitance ultérieure | " +
    "sous-traitants de rang 2 | sub-processors | subprocessors | sub-processors used | further processors | " +
    "المناولون | المناولون الفرعيون" +
    " | subverwerkers | subverwerker | unterauftragsverarbeiter | unterauftragnehmer | subauftragnehmer" +
    " | subencargados | subencargado | sub responsabili | sub responsabile | subresponsabili" +
    " | st ultérieurs | stu | prestataires" +
    " | sous-traitance | st de rang 2 | subcontractors | subcontractor | onderaannemers | sub-verwerkers" +
    " | subencargados del tratamiento | subcontratistas | unterauftragsverhältnisse | subunternehmer" +
    " | subappaltatori | sub-responsabili del trattamento | المتعاقدون من الباطن | المعالجون من الباطن" +
    " | المعالجون من الباطن اللاحقون | المعالجون الفرعيون | المقاولون من الباطن | المتعاقدون من الباطن الفرعيون | المعالج الفرعي" +
    " | weitere auftragsverarbeiter",
  transfer:
    "transfert | transferts | transferts hors ue | accès hors ue | accès hors union | accès pays tiers | access outside eu | transferts hors union européenne | pays d'accès | pays de transfert | " +
    "pays d'accès de transfert | pays tiers | pays destinataires | pays de destination | localisation des données | localisation des accès | localisation de l'accès | lieu d'accès | lieux d'accès | access location | access locations | " +
    "pays support | pays de support | support depuis | support country | third country | data transfer countries | transfer countries | " +
    "empfängerland | empfängerland drittland | النقل إلى الخارج | النقل الى الخارج | " +
    "lieu de traitement | transferts vers un pays tiers | transferts de données hors ue | third countries | transfers | " +
    "transfers to third countries | third country transfers | international transfers | destination countries | " +
    "names of third countries or international organisations that personal data are transferred to | countries | " +
    "بلد النقل | بلد الولوج | النقل" +
    " | doorgifte | doorgiften | derde landen | doorgifte naar derde landen | übermittlung | drittland" +
    " | drittländer | drittlandübermittlung | übermittlungen an drittländer | transferencias" +
    " | transferencias internacionales | paises terceros | trasferimenti | trasferimento | paesi terzi" +
    " | transf hors ue | hébergement | lieu d hébergement | pays d hébergement" +
    " | lieu d'accès | pays d'accès aux données | transferts hors eee | access country | country of access" +
    " | data location | land van toegang | toegangsland | doorgifte buiten de eer | doorgifte buiten de eu | doorgifte buiten eu | país de acceso" +
    " | países de destino | zugriffsland | land des zugriffs | übermittlung in drittländer | drittstaaten" +
    " | paese di accesso | paesi di destinazione | trasferimenti extra ue | بلد الوصول | بلدان النقل" +
    " | دولة النقل | الدول المنقول إليها | البلد المستقبل | نقل المعطيات | نقل البيانات | النقل خارج الاتحاد" +
    " | accès depuis | accédé depuis | accessed from | access from | الولوج من | zugriff aus | toegang vanuit | acceso desde | accesso da" +
    " | transferencia internacional de datos",
  instrument:
    "transferinstrument | garanties | garanties appropriées | garanties transfert | instrument | instrument de transfert | outil de transfert | " +
    "encadrement | encadrement du transfert | mécanisme de transfert | base du transfert | safeguards | transfer tool | " +
    "transfer mechanism | appropriate safeguards | الضمانات | " +
    "safeguards for exceptional transfers of personal data to third countries or international organisations" +
    " | waarborgen | passende waarborgen | garantien | geeignete garantien | garantias" +
    " | garantias adecuadas | garanzie | garanzie adeguate | mécanisme | cct | scc" +
    " | garantie | garanties mises en place | transfer safeguards | waarborg | doorgifte instrument" +
    " | garantías de transferencia | garantien für die übermittlung | übermittlungsgrundlage" +
    " | garanzie per il trasferimento | ضمانات النقل | آلية النقل | أداة النقل | الضمانات المناسبة" +
    " | suitable safeguards documentation",
  assessment:
    "tia | date tia | date du tia | aitd | analyse d'impact du transfert | analyse d'impact transfert | " +
    "transfer impact assessment | transfer risk assessment | tra | tia date | date of tia",
  measures:
    "mesures | sécurité | mesures de sécurité | mesures techniques et organisationnelles | tom | toms | " +
    "mesures de sécurité techniques et organisationnelles | security | measures | security measures | " +
    "technical and organisational measures | technical and organisational security measures | " +
    "general description of technical and organisational security measures | الأمن | تدابير الأمن | التدابير الأمنية" +
    " | beveiligingsmaatregelen | maatregelen | technische en organisatorische maatregelen | massnahmen" +
    " | maßnahmen | sicherheitsmaßnahmen | technische und organisatorische maßnahmen | medidas" +
    " | medidas de seguridad | medidas tecnicas y organizativas | misure | misure di sicurezza" +
    " | misure tecniche e organizzative | mto | mesures secu" +
    " | beveiliging | seguridad | sicherheit | schutzmaßnahmen | sicurezza | التدابير | تدابير الحماية" +
    " | إجراءات الأمن | التدابير التقنية والتنظيمية | التدابير التقنية والتنظيمية للأمن" +
    " | technisch organisatorische maßnahmen",
  startsOn:
    "début | date de début | date d'effet | date de démarrage | depuis | démarrage | début du contrat | " +
    "date de création | date de création de la fiche | start | start date | since | effective date | تاريخ البداية | البداية" +
    " | begindatum | startdatum | aanvang | beginn | vertragsbeginn | fecha de inicio | inicio" +
    " | data di inizio | inizio | dt début | date deb | entrée en vigueur" +
    " | date de mise en place | date début | commencement | commencement date | begin | ingangsdatum" +
    " | fecha inicio | fecha de alta | anfang | beginndatum | data inizio | decorrenza | تاريخ البدء" +
    " | بداية العقد" +
    " | date de mise en œuvre | mise en œuvre | date de mise en service | implementation date | go live date | go live | تاريخ الشروع" +
    " | effective from",
  endsOn:
    "fin | date de fin | échéance | fin de contrat | date de fin de contrat | terme | end | end date | until | " +
    "expiry date | تاريخ النهاية | النهاية" +
    " | einddatum | einde | ende | enddatum | vertragsende | fecha de fin | vencimiento | data di fine" +
    " | scadenza | dt fin | date d expiration | fin de mission" +
    " | clôture | date fin | termination date | fecha fin | fecha de baja | data fine | fine | termine" +
    " | تاريخ الانتهاء | نهاية العقد",
  reviewedOn:
    "mise à jour | dernière mise à jour | date de mise à jour | date de dernière mise à jour | maj | dernière maj | " +
    "date de dernière mise à jour de la fiche | revu le | dernière revue | dernière révision | date de revue | " +
    "last update | last updated | last review | last reviewed | reviewed on | updated | آخر تحديث" +
    " | laatst bijgewerkt | laatste herziening | letzte aktualisierung | stand | zuletzt aktualisiert" +
    " | ultima actualizacion | ultimo aggiornamento | mis à jour le",
  reviewDueOn:
    "prochaine revue | prochaine révision | à revoir le | next review | review due | review date | المراجعة القادمة" +
    " | volgende herziening | nächste überprüfung | proxima revision | prossima revisione",
  contractReference:
    "contrat | référence du contrat | réf contrat | n° de contrat | n° contrat | convention | instruction | bon de commande | " +
    "contract | contract reference | contract number | agreement | dpa | link to contract with controller | العقد" +
    " | overeenkomst | contractnummer | vertrag | vertragsnummer | avv | contrato | numero de contrato" +
    " | contratto | n contratto | réf ctr" +
    " | contract no | contractreferentie | referencia del contrato | vertragsreferenz | vertrags nr" +
    " | riferimento contratto | رقم العقد | مرجع العقد" +
    " | agreement no | agreement number | nº de contrato | numero de contrato",
  volumes:
    "volume | volumes | volumétrie | nombre de personnes | volume d'appels | number of records | volumetry | الحجم" +
    " | aantal | anzahl | volumen | volumi",
  tools:
    "outils | logiciels | applications | outils utilisés | systèmes | supports | tools | systems | software | الأدوات" +
    " | software | systemen | systeme | herramientas | strumenti | applicatifs" +
    " | hulpmiddelen | werkzeuge | البرامج | الأنظمة",
  sites:
    "site | sites | plateau | plateaux | site de production | lieu | centre | location | locations | المواقع | الموقع" +
    " | locatie | vestiging | standort | standorte | ubicacion | sede | implantation",
  recipients:
    "destinataires | destinataire | catégories de destinataires | recipients | categories of recipients | المتلقون" +
    " | ontvangers | empfänger | kategorien von empfängern | destinatarios | destinatari" +
    " | destinataires des données | empfängerkategorien | destinatarios de los datos | destinatari dei dati" +
    " | المستفيدون | الجهات المتلقية" +
    " | الجهات المرسل إليها",
  notes:
    "commentaire | commentaires | remarque | remarques | observations | note | notes | comments | comment | remarks | ملاحظات" +
    " | opmerkingen | opmerking | bemerkungen | bemerkung | anmerkungen | observaciones | notas" +
    " | osservazioni | commenti | obs | rmq | comm" +
    " | divers | responsable de plateau | chef de plateau | superviseur | infos | additional information | notities | comentarios | hinweise | notizen | anmerkung" +
    " | ملاحظة | تعليق",
  // Heads of where persons live, which says nothing of where their data go.
  note:
    "data subject locations | data subject location | location of data subjects | localisation des personnes | " +
    "localisation des personnes concernées | pays des personnes concernées | أماكن الأشخاص المعنيين",
  // The two columns that a file of set-aside rows adds to its own.
  ignore:
    "Ligne du fichier | Motif du rejet | Motif de mise à l’écart | Line of the file | Why it was set aside | سطر الملف | " +
    "سبب التنحية",
};

/** Small words that do not tell one head from another. */
export const SMALL_WORDS = new Set(
  "a au aux d de des du en et l la le les par pour s si sur un une and by for if of or the to o n oui non applicable del los las il lo i gli della dei der die das des und van het een ja nein nee".split(
    " ",
  ),
);
