// Packed as "MA Maroc / Morocco ; …": ISO 3166-1 alpha-2, then names as they are folded for comparison.

/** French and English names, frozen so that no build of the platform changes what a file says. */
export const COUNTRY_NAMES = `
  AD Andorre / Andorra ; AE Émirats arabes unis / United Arab Emirates ; AF Afghanistan ; AG
  Antigua-et-Barbuda / Antigua & Barbuda ; AI Anguilla ; AL Albanie / Albania ; AM Arménie / Armenia ; AO
  Angola ; AQ Antarctique / Antarctica ; AR Argentine / Argentina ; AS Samoa américaines / American Samoa ;
  AT Autriche / Austria ; AU Australie / Australia ; AW Aruba ; AX Îles Åland / Åland Islands ; AZ
  Azerbaïdjan / Azerbaijan ; BA Bosnie-Herzégovine / Bosnia & Herzegovina ; BB Barbade / Barbados ; BD
  Bangladesh ; BE Belgique / Belgium ; BF Burkina Faso ; BG Bulgarie / Bulgaria ; BH Bahreïn / Bahrain ; BI
  Burundi ; BJ Bénin / Benin ; BL Saint-Barthélemy / St. Barthélemy ; BM Bermudes / Bermuda ; BN Brunei ; BO
  Bolivie / Bolivia ; BQ Pays-Bas caribéens / Caribbean Netherlands ; BR Brésil / Brazil ; BS Bahamas ; BT
  Bhoutan / Bhutan ; BV Île Bouvet / Bouvet Island ; BW Botswana ; BY Biélorussie / Belarus ; BZ Belize ; CA
  Canada ; CC Îles Cocos / Cocos Islands ; CD Congo-Kinshasa / Congo - Kinshasa ; CF République
  centrafricaine / Central African Republic ; CG Congo-Brazzaville / Congo - Brazzaville ; CH Suisse /
  Switzerland ; CI Côte d’Ivoire ; CK Îles Cook / Cook Islands ; CL Chili / Chile ; CM Cameroun / Cameroon ;
  CN Chine / China ; CO Colombie / Colombia ; CR Costa Rica ; CU Cuba ; CV Cap-Vert / Cape Verde ; CW
  Curaçao ; CX Île Christmas / Christmas Island ; CY Chypre / Cyprus ; CZ Tchéquie / Czechia ; DE Allemagne
  / Germany ; DJ Djibouti ; DK Danemark / Denmark ; DM Dominique / Dominica ; DO République dominicaine /
  Dominican Republic ; DZ Algérie / Algeria ; EC Équateur / Ecuador ; EE Estonie / Estonia ; EG Égypte /
  Egypt ; EH Sahara occidental / Western Sahara ; ER Érythrée / Eritrea ; ES Espagne / Spain ; ET Éthiopie /
  Ethiopia ; FI Finlande / Finland ; FJ Fidji / Fiji ; FK Îles Malouines / Falkland Islands ; FM Micronésie
  / Micronesia ; FO Îles Féroé / Faroe Islands ; FR France ; GA Gabon ; GB Royaume-Uni / United Kingdom ; GD
  Grenade / Grenada ; GE Géorgie / Georgia ; GF Guyane française / French Guiana ; GG Guernesey / Guernsey ;
  GH Ghana ; GI Gibraltar ; GL Groenland / Greenland ; GM Gambie / Gambia ; GN Guinée / Guinea ; GP
  Guadeloupe ; GQ Guinée équatoriale / Equatorial Guinea ; GR Grèce / Greece ; GS Géorgie du Sud-et-les Îles
  Sandwich du Sud / South Georgia & South Sandwich Islands ; GT Guatemala ; GU Guam ; GW Guinée-Bissau /
  Guinea-Bissau ; GY Guyana ; HK R.A.S. chinoise de Hong Kong / Hong Kong SAR China ; HM Îles
  Heard-et-MacDonald / Heard & McDonald Islands ; HN Honduras ; HR Croatie / Croatia ; HT Haïti / Haiti ; HU
  Hongrie / Hungary ; ID Indonésie / Indonesia ; IE Irlande / Ireland ; IL Israël / Israel ; IM Île de Man /
  Isle of Man ; IN Inde / India ; IO Territoire britannique de l’océan Indien / British Indian Ocean
  Territory ; IQ Irak / Iraq ; IR Iran ; IS Islande / Iceland ; IT Italie / Italy ; JE Jersey ; JM Jamaïque
  / Jamaica ; JO Jordanie / Jordan ; JP Japon / Japan ; KE Kenya ; KG Kirghizstan / Kyrgyzstan ; KH Cambodge
  / Cambodia ; KI Kiribati ; KM Comores / Comoros ; KN Saint-Christophe-et-Niévès / St. Kitts & Nevis ; KP
  Corée du Nord / North Korea ; KR Corée du Sud / South Korea ; KW Koweït / Kuwait ; KY Îles Caïmans /
  Cayman Islands ; KZ Kazakhstan ; LA Laos ; LB Liban / Lebanon ; LC Sainte-Lucie / St. Lucia ; LI
  Liechtenstein ; LK Sri Lanka ; LR Liberia ; LS Lesotho ; LT Lituanie / Lithuania ; LU Luxembourg ; LV
  Lettonie / Latvia ; LY Libye / Libya ; MA Maroc / Morocco ; MC Monaco ; MD Moldavie / Moldova ; ME
  Monténégro / Montenegro ; MF Saint-Martin / St. Martin / Saint-Martin (partie française) ; MG Madagascar ; MH Îles Marshall / Marshall
  Islands ; MK Macédoine du Nord / North Macedonia ; ML Mali ; MM Myanmar ; MN Mongolie / Mongolia ; MO
  R.A.S. chinoise de Macao / Macao SAR China ; MP Îles Mariannes du Nord / Northern Mariana Islands ; MQ
  Martinique ; MR Mauritanie / Mauritania ; MS Montserrat ; MT Malte / Malta ; MU Maurice / Mauritius ; MV
  Maldives ; MW Malawi ; MX Mexique / Mexico ; MY Malaisie / Malaysia ; MZ Mozambique ; NA Namibie / Namibia
  ; NC Nouvelle-Calédonie / New Caledonia ; NE Niger ; NF Île Norfolk / Norfolk Island ; NG Nigeria ; NI
  Nicaragua ; NL Pays-Bas / Netherlands ; NO Norvège / Norway ; NP Népal / Nepal ; NR Nauru ; NU Niue ; NZ
  Nouvelle-Zélande / New Zealand ; OM Oman ; PA Panama ; PE Pérou / Peru ; PF Polynésie française / French
  Polynesia ; PG Papouasie-Nouvelle-Guinée / Papua New Guinea ; PH Philippines ; PK Pakistan ; PL Pologne /
  Poland ; PM Saint-Pierre-et-Miquelon / St. Pierre & Miquelon ; PN Îles Pitcairn / Pitcairn Islands ; PR
  Porto Rico / Puerto Rico ; PS Territoires palestiniens / Palestinian Territories ; PT Portugal ; PW Palaos
  / Palau ; PY Paraguay ; QA Qatar ; RE La Réunion / Réunion ; RO Roumanie / Romania ; RS Serbie / Serbia ;
  RU Russie / Russia ; RW Rwanda ; SA Arabie saoudite / Saudi Arabia ; SB Îles Salomon / Solomon Islands ;
  SC Seychelles ; SD Soudan / Sudan ; SE Suède / Sweden ; SG Singapour / Singapore ; SH Sainte-Hélène / St.
  Helena ; SI Slovénie / Slovenia ; SJ Svalbard et Jan Mayen / Svalbard & Jan Mayen ; SK Slovaquie /
  Slovakia ; SL Sierra Leone ; SM Saint-Marin / San Marino ; SN Sénégal / Senegal ; SO Somalie / Somalia ;
  SR Suriname ; SS Soudan du Sud / South Sudan ; ST Sao Tomé-et-Principe / São Tomé & Príncipe ; SV Salvador
  / El Salvador ; SX Saint-Martin (partie néerlandaise) / Sint Maarten ; SY Syrie / Syria ; SZ Eswatini ; TC Îles
  Turques-et-Caïques / Turks & Caicos Islands ; TD Tchad / Chad ; TF Terres australes françaises / French
  Southern Territories ; TG Togo ; TH Thaïlande / Thailand ; TJ Tadjikistan / Tajikistan ; TK Tokelau ; TL
  Timor oriental / Timor-Leste ; TM Turkménistan / Turkmenistan ; TN Tunisie / Tunisia ; TO Tonga ; TR
  Turquie / Türkiye ; TT Trinité-et-Tobago / Trinidad & Tobago ; TV Tuvalu ; TW Taïwan / Taiwan ; TZ
  Tanzanie / Tanzania ; UA Ukraine ; UG Ouganda / Uganda ; UM Îles mineures éloignées des États-Unis / U.S.
  Outlying Islands ; US États-Unis / United States ; UY Uruguay ; UZ Ouzbékistan / Uzbekistan ; VA État de
  la Cité du Vatican / Vatican City ; VC Saint-Vincent-et-les Grenadines / St. Vincent & Grenadines ; VE
  Venezuela ; VG Îles Vierges britanniques / British Virgin Islands ; VI Îles Vierges des États-Unis / U.S.
  Virgin Islands ; VN Viêt Nam / Vietnam ; VU Vanuatu ; WF Wallis-et-Futuna / Wallis & Futuna ; WS Samoa ;
  YE Yémen / Yemen ; YT Mayotte ; ZA Afrique du Sud / South Africa ; ZM Zambie / Zambia ; ZW Zimbabwe
`;

/** Arabic names. */
export const ARABIC_COUNTRY_NAMES = `
  AD أندورا ; AE الإمارات العربية المتحدة ; AF أفغانستان ; AG أنتيغوا وبربودا ; AI أنغويلا ; AL ألبانيا ; AM
  أرمينيا ; AO أنغولا ; AQ أنتاركتيكا ; AR الأرجنتين ; AS ساموا الأمريكية ; AT النمسا ; AU أستراليا ; AW
  أروبا ; AX جزر آلاند ; AZ أذربيجان ; BA البوسنة والهرسك ; BB بربادوس ; BD بنغلاديش ; BE بلجيكا ; BF
  بوركينا فاسو ; BG بلغاريا ; BH البحرين ; BI بوروندي ; BJ بنين ; BL سان بارتليمي ; BM برمودا ; BN بروناي ;
  BO بوليفيا ; BQ هولندا الكاريبية ; BR البرازيل ; BS جزر البهاما ; BT بوتان ; BV جزيرة بوفيه ; BW بوتسوانا
  ; BY بيلاروس ; BZ بليز ; CA كندا ; CC جزر كوكوس ; CD الكونغو - كينشاسا ; CF جمهورية أفريقيا الوسطى ; CG
  الكونغو - برازافيل ; CH سويسرا ; CI ساحل العاج ; CK جزر كوك ; CL تشيلي ; CM الكاميرون ; CN الصين ; CO
  كولومبيا ; CR كوستاريكا ; CU كوبا ; CV الرأس الأخضر ; CW كوراساو ; CX جزيرة كريسماس ; CY قبرص ; CZ التشيك
  ; DE ألمانيا ; DJ جيبوتي ; DK الدانمرك ; DM دومينيكا ; DO جمهورية الدومينيكان ; DZ الجزائر ; EC الإكوادور
  ; EE إستونيا ; EG مصر ; EH الصحراء الغربية ; ER إريتريا ; ES إسبانيا ; ET إثيوبيا ; FI فنلندا ; FJ فيجي ;
  FK جزر فوكلاند ; FM ميكرونيزيا ; FO جزر فارو ; FR فرنسا ; GA الغابون ; GB المملكة المتحدة ; GD غرينادا ;
  GE جورجيا ; GF غويانا الفرنسية ; GG غيرنزي ; GH غانا ; GI جبل طارق ; GL غرينلاند ; GM غامبيا ; GN غينيا ;
  GP غوادلوب ; GQ غينيا الاستوائية ; GR اليونان ; GS جورجيا الجنوبية وجزر ساندويتش الجنوبية ; GT غواتيمالا ;
  GU غوام ; GW غينيا بيساو ; GY غيانا ; HK هونغ كونغ الصينية ; HM جزيرة هيرد وجزر ماكدونالد ; HN هندوراس ;
  HR كرواتيا ; HT هايتي ; HU هنغاريا ; ID إندونيسيا ; IE أيرلندا ; IL إسرائيل ; IM جزيرة مان ; IN الهند ; IO
  الإقليم البريطاني في المحيط الهندي ; IQ العراق ; IR إيران ; IS آيسلندا ; IT إيطاليا ; JE جيرسي ; JM
  جامايكا ; JO الأردن ; JP اليابان ; KE كينيا ; KG قيرغيزستان ; KH كمبوديا ; KI كيريباتي ; KM جزر القمر ; KN
  سانت كيتس ونيفيس ; KP كوريا الشمالية ; KR كوريا الجنوبية ; KW الكويت ; KY جزر كايمان ; KZ كازاخستان ; LA
  لاوس ; LB لبنان ; LC سانت لوسيا ; LI ليختنشتاين ; LK سريلانكا ; LR ليبيريا ; LS ليسوتو ; LT ليتوانيا ; LU
  لوكسمبورغ ; LV لاتفيا ; LY ليبيا ; MA المغرب ; MC موناكو ; MD مولدوفا ; ME الجبل الأسود ; MF سان مارتن ;
  MG مدغشقر ; MH جزر مارشال ; MK مقدونيا الشمالية ; ML مالي ; MM ميانمار ; MN منغوليا ; MO منطقة ماكاو
  الإدارية الخاصة ; MP جزر ماريانا الشمالية ; MQ جزر المارتينيك ; MR موريتانيا ; MS مونتسرات ; MT مالطا ; MU
  موريشيوس ; MV جزر المالديف ; MW ملاوي ; MX المكسيك ; MY ماليزيا ; MZ موزمبيق ; NA ناميبيا ; NC كاليدونيا
  الجديدة ; NE النيجر ; NF جزيرة نورفولك ; NG نيجيريا ; NI نيكاراغوا ; NL هولندا ; NO النرويج ; NP نيبال ;
  NR ناورو ; NU نيوي ; NZ نيوزيلندا ; OM عُمان ; PA بنما ; PE بيرو ; PF بولينيزيا الفرنسية ; PG بابوا غينيا
  الجديدة ; PH الفلبين ; PK باكستان ; PL بولندا ; PM سان بيير ومكويلون ; PN جزر بيتكيرن ; PR بورتوريكو ; PS
  الأراضي الفلسطينية ; PT البرتغال ; PW بالاو ; PY باراغواي ; QA قطر ; RE روينيون ; RO رومانيا ; RS صربيا ;
  RU روسيا ; RW رواندا ; SA المملكة العربية السعودية ; SB جزر سليمان ; SC سيشل ; SD السودان ; SE السويد ; SG
  سنغافورة ; SH سانت هيلينا ; SI سلوفينيا ; SJ سفالبارد وجان ماين ; SK سلوفاكيا ; SL سيراليون ; SM سان
  مارينو ; SN السنغال ; SO الصومال ; SR سورينام ; SS جنوب السودان ; ST ساو تومي وبرينسيبي ; SV السلفادور ;
  SX سانت مارتن ; SY سوريا ; SZ إسواتيني ; TC جزر توركس وكايكوس ; TD تشاد ; TF الأقاليم الجنوبية الفرنسية ;
  TG توغو ; TH تايلاند ; TJ طاجيكستان ; TK توكيلاو ; TL تيمور - ليشتي ; TM تركمانستان ; TN تونس ; TO تونغا ;
  TR تركيا ; TT ترينيداد وتوباغو ; TV توفالو ; TW تايوان ; TZ تنزانيا ; UA أوكرانيا ; UG أوغندا ; UM جزر
  الولايات المتحدة النائية ; US الولايات المتحدة ; UY أورغواي ; UZ أوزبكستان ; VA الفاتيكان ; VC سانت فنسنت
  وجزر غرينادين ; VE فنزويلا ; VG جزر فيرجن البريطانية ; VI جزر فيرجن الأمريكية ; VN فيتنام ; VU فانواتو ;
  WF جزر والس وفوتونا ; WS ساموا ; YE اليمن ; YT مايوت ; ZA جنوب أفريقيا ; ZM زامبيا ; ZW زيمبابوي
`;

/** Names in use beside the official ones. */
export const COUNTRY_ALIASES = `
  AG Antigua and Barbuda ; BA Bosnia and Herzegovina ; CC Cocos (Keeling) Islands / جزر كوكوس (كيلينغ) ; CD
  جمهورية الكونغو الديمقراطية ; CG Republic of the Congo / جمهورية الكونغو ; CI كوت ديفوار ; CV Cabo Verde ;
  DK الدنمارك ; GS South Georgia and South Sandwich Islands ; HK هونغ كونغ ; HM Heard and McDonald Islands ;
  HU المجر ; KN Saint Kitts and Nevis ; LC Saint Lucia ; MF Saint Martin (French part) / سان مارتن (الجزء
  الفرنسي) ; MM Myanmar (Burma) / ميانمار (بورما) ; MO ماكاو ; PM Saint Pierre and Miquelon ; PS فلسطين ; RE
  لاريونيون ; SH Saint Helena ; SJ Svalbard and Jan Mayen ; ST São Tomé and Príncipe ; SX Sint Maarten (Dutch
  part) / سان مارتن (الجزء الهولندي) ; TC Turks and Caicos Islands ; TT Trinidad and Tobago ; UM United States
  Minor Outlying Islands ; VA Holy See (Vatican) / الكرسي الرسولي (الفاتيكان) ; VC Saint Vincent and
  Grenadines ; VI United States Virgin Islands ; WF Wallis and Futuna ;
  GS Géorgie du Sud et îles Sandwich du Sud ; MM Birmanie / Burma / Myanmar (Birmanie) ; MO Macao / Macau ;
  VA Saint-Siège / Holy See / Saint-Siège (Vatican) ;
  AE eau / emirats / uae / emirates / dubai / abu dhabi / abou dhabi ; BY belarus / bielorussie ; CD rdc /
  rd congo / drc / republique democratique du congo / democratic republic of the congo ; CG congo /
  republique du congo ; CI cote divoire / ivory coast / rci ; CV cap vert / cape verde ; CZ tchequie /
  republique tcheque / czech republic ; FR french republic / republique francaise / france metropolitaine ;
  GB uk / u k / gb / grande bretagne / great britain / angleterre / england / ecosse / scotland / pays de
  galles / wales / irlande du nord / northern ireland ; HK hong kong ; IE republique d irlande / eire ; KR
  coree / korea / coree du sud / south korea ; LY libya ; MA royaume du maroc / kingdom of morocco / maroco
  / marruecos / marokko ; MK macedoine / macedonia ; MU ile maurice ; NL hollande / holland / nederland /
  the netherlands ; PS palestine ; RU federation de russie / russian federation ; SN republique du senegal ;
  TR turkey / turquie / turkiye ; US usa / u s a / us / u s / ee uu / eeuu / vs amerika / etats unis d amerique / united states of
  america / amerique ; VN vietnam / viet nam ; DE deutschland ; ES espana ; IT italia ; BE belgie ; CH
  schweiz / svizzera
`;

/** Cities where clients, call centres and hosts are found; a name that two countries share widely is left out. */
export const CITY_NAMES = `
  MA casablanca / casa / rabat / sale / fes / fez / meknes / marrakech / marrakesh / tanger / tangier /
  agadir / oujda / kenitra / tetouan / el jadida / safi / mohammedia / settat / nador / laayoune / dakhla /
  bouskoura / temara / beni mellal / casanearshore / technopolis rabat / الدار البيضاء / الرباط / فاس /
  مراكش / طنجة / اكادير ; SN dakar / thies / saint louis du senegal / diamniadio / داكار ; TN tunis / sfax /
  sousse / ariana / monastir / bizerte / nabeul / تونس العاصمة / صفاقس ; DZ alger / algiers / oran / annaba
  / bejaia ; CI abidjan / yamoussoukro / bouake ; CM douala / yaounde ; BJ cotonou / porto novo ; TG lome ;
  ML bamako ; BF ouagadougou ; GN conakry ; GA libreville ; NE niamey ; MG antananarivo / tananarive /
  tamatave / toamasina ; MU port louis / ebene ; EG le caire / cairo / alexandrie ; NG lagos / abuja ; KE
  nairobi ; ZA johannesburg / le cap / cape town / durban ; IN bangalore / bengaluru / mumbai / bombay / new
  delhi / delhi / hyderabad / chennai / pune / gurgaon / noida / kolkata ; PH manille / manila / cebu /
  makati / quezon city ; US new york / new york city / san francisco / los angeles / seattle / chicago /
  washington / boston / austin / dallas / atlanta / miami / palo alto / ashburn ; CA montreal / toronto /
  quebec / ottawa / vancouver / calgary / laval ; GB londres / london / manchester / birmingham / edimbourg
  / edinburgh / glasgow / leeds / liverpool / bristol / belfast / cardiff ; CH geneve / geneva / zurich /
  lausanne / bern / bale / basel / fribourg / neuchatel ; BE bruxelles / brussels / anvers / antwerpen /
  gand / gent / liege / namur / charleroi / mons / louvain ; LU esch sur alzette ; NL amsterdam / rotterdam
  / la haye / den haag / utrecht / eindhoven / groningen / haarlem ; DE berlin / munich / munchen / hambourg
  / hamburg / francfort / frankfurt / frankfurt am main / cologne / koln / stuttgart / dusseldorf / leipzig
  / hanovre / hannover / nuremberg / nurnberg ; ES madrid / barcelone / barcelona / seville / sevilla /
  valence espagne / malaga / bilbao / saragosse / zaragoza ; PT lisbonne / lisbon / lisboa / porto / braga /
  coimbra ; IT rome / roma / milan / milano / turin / torino / naples / napoli / florence italie / bologne /
  bologna / genes / genova ; IE dublin / cork / galway / limerick ; AT vienne autriche / wien / vienna /
  graz / linz / salzbourg / salzburg ; PL varsovie / warsaw / warszawa / cracovie / krakow / wroclaw /
  gdansk / poznan ; RO bucarest / bucharest / bucuresti / cluj / cluj napoca / timisoara / iasi ; BG sofia /
  plovdiv / varna ; GR athenes / athens / thessalonique ; CZ prague / praha / brno ; HU budapest ; SE
  stockholm / goteborg / malmo ; DK copenhague / copenhagen / kobenhavn / aarhus ; FI helsinki / espoo /
  tampere ; NO oslo / bergen ; EE tallinn ; LV riga ; LT vilnius / kaunas ; SG singapour ville ; JP tokyo /
  osaka ; CN pekin / beijing / shanghai / shenzhen ; TR istanbul / ankara / izmir ; LB beyrouth / beirut ;
  FR paris / lyon / marseille / lille / toulouse / bordeaux / nantes / nice / strasbourg / montpellier /
  rennes / reims / le havre / saint etienne / toulon / grenoble / dijon / angers / nimes / villeurbanne / le
  mans / aix en provence / brest / tours / amiens / limoges / clermont ferrand / annecy / metz / besancon /
  perpignan / orleans / rouen / mulhouse / caen / nancy / saint denis / argenteuil / montreuil / roubaix /
  tourcoing / dunkerque / avignon / poitiers / nanterre / versailles / courbevoie / la defense / paris la
  defense / puteaux / levallois perret / issy les moulineaux / boulogne billancourt / neuilly sur seine /
  saint ouen / la rochelle / pau / calais / cannes / antibes / beziers / colmar / bourges / quimper /
  valence / lorient / vannes / niort / chambery / troyes / saint nazaire / saint malo / bayonne / biarritz /
  arles / aubagne / laval france / le puy en velay / macon / roanne / angouleme / perigueux / agen / tarbes
  / albi / castres / carcassonne / narbonne / ajaccio / bastia / epinal / arras / lens / douai /
  valenciennes / beauvais / compiegne / chartres / blois / nevers / auxerre / evreux / cherbourg / alencon /
  saint brieuc / cergy / evry / creteil / melun / roissy en france / villeneuve d ascq / sophia antipolis /
  gravelines
`;

/** Names that are also common words: read where they fill a cell, never inside a sentence. */
export const EQUIVOCAL_NAMES =
  "eau us uk gb mons tours nice sale casa fes laval cork brest pau ebene valence porto pune safi sousse braga " +
  "amerique chili congo dominique georgie grenade jersey lens maurice metz niger oman ru salvador mali rome arles";
