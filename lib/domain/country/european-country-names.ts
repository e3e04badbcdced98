/**
 * Names of countries in German, Spanish, Italian, Dutch and Portuguese, folded, as the CLDR has them, without those that the other
 * lists have and those that mean something else too: "Granada", "Reunión".
 */
export const EUROPEAN_COUNTRY_NAMES = `
  AE vereinigte arabische emirate / emiratos arabes unidos / emirati arabi uniti / verenigde arabische
  emiraten / emirados arabes unidos ; AF afganistan / afeganistao ; AG antigua und barbuda / antigua y barbuda
  / antigua e barbuda / antigua en barbuda ; AI anguila ; AL albanien ; AM armenien ; AS amerikanisch samoa /
  samoa americana / samoa americane / amerikaans samoa ; AT osterreich / oostenrijk ; AU australien ; AX
  alandinseln / islas aland / isole aland / aland / ilhas aland ; AZ aserbaidschan / azerbaiyan / azerbaigian
  / azerbeidzjan / azerbaijao ; BA bosnien und herzegowina / bosnia y herzegovina / bosnia ed erzegovina /
  bosnie en herzegovina / bosnia e herzegovina ; BD bangladesch / banglades ; BE belgien / belgica / belgio ;
  BF burquina faso ; BG bulgarien / bulgarije ; BH barein ; BL san bartolome / sao bartolomeu ; BM bermudas ;
  BN brunei darussalam ; BO bolivien ; BQ karibische niederlande / caribe neerlandes / caraibi olandesi /
  caribisch nederland / paises baixos caribenhos ; BS bahama s ; BT butan / butao ; BV bouvetinsel / isla
  bouvet / isola bouvet / bouveteiland / ilha bouvet ; BW botsuana ; BY bielorrusia / bielorussia /
  bielorrussia ; BZ belice ; CC kokosinseln / islas cocos / isole cocos keeling / cocoseilanden / ilhas cocos
  keeling ; CD kongo kinshasa / republica democratica del congo ; CF zentralafrikanische republik / republica
  centroafricana / repubblica centrafricana / centraal afrikaanse republiek / republica centro africana ; CG
  kongo brazzaville / republica do congo ; CI costa d avorio / ivoorkust / costa do marfim ; CK cookinseln /
  islas cook / isole cook / cookeilanden / ilhas cook ; CL cile ; CM kamerun / camerun / kameroen / camaroes ;
  CN cina ; CO kolumbien ; CU kuba ; CV capo verde / kaapverdie ; CW curazao ; CX weihnachtsinsel / isla de
  navidad / isola christmas / christmaseiland / ilha christmas ; CY zypern / chipre / cipro ; CZ tschechien /
  chequia / cechia / tsjechie / tchequia ; DE alemania / germania / duitsland / alemanha ; DJ dschibuti /
  yibuti / gibuti / djibuti ; DK dinamarca / danimarca / denemarken ; DO dominikanische republik / republica
  dominicana / repubblica dominicana / dominicaanse republiek ; DZ algerien / argelia / algerije ; EC equador
  ; EE estland ; EG agypten / egipto / egitto / egito ; EH westsahara / sahara occidentale / westelijke sahara
  / saara ocidental ; ER eritreia ; ES spanien / spagna / spanje / espanha ; ET athiopien / etiopia ; FI
  finnland / finlandia ; FJ fidschi / fiyi / figi ; FK falklandinseln / islas malvinas / isole falkland /
  falklandeilanden / ilhas malvinas ; FM mikronesien ; FO faeroer / ilhas faroe ; FR frankreich / francia /
  frankrijk / franca ; GA gabun / gabao ; GE georgien ; GF franzosisch guayana / guayana francesa / guyana
  francese / frans guyana / guiana francesa ; GH gana ; GI gibilterra ; GL gronland / groenlandia ; GN guine ;
  GP guadalupe / guadalupa ; GQ aquatorialguinea / guinea ecuatorial / guinea equatoriale / equatoriaal guinea
  / guine equatorial ; GR griechenland / grecia / griekenland ; GS sudgeorgien und die sudlichen
  sandwichinseln / islas georgia del sur y sandwich del sur / georgia del sud e sandwich australi / zuid
  georgia en zuidelijke sandwicheilanden / ilhas georgia do sul e sandwich do sul ; GW guinea bisau / guine
  bissau ; GY guiana ; HK sonderverwaltungsregion hongkong / rae de hong kong china / ras di hong kong /
  hongkong sar van china / hong kong rae da china ; HM heard und mcdonaldinseln / islas heard y mcdonald /
  isole heard e mcdonald / heard en mcdonaldeilanden / ilhas heard e mcdonald ; HR kroatien / croacia /
  croazia / kroatie ; HU ungarn / hungria / ungheria / hongarije ; ID indonesien ; IE irland / irlanda /
  ierland ; IM isola di man / ilha de man ; IN indien ; IO britisches territorium im indischen ozean /
  territorio britanico del oceano indico / territorio britannico dell oceano indiano / brits indische
  oceaanterritorium / territorio britanico do oceano indico ; IQ iraque ; IR ira ; IS island / islandia /
  islanda / ijsland ; IT italien ; JM jamaika / giamaica ; JO jordanien / jordania / giordania ; KE kenia /
  quenia ; KG kirgisistan / kirguistan / kirghizistan / kirgizie / quirguistao ; KH kambodscha / camboya /
  cambogia / cambodja / camboja ; KI quiribati ; KM komoren / comoras / comore / comoren ; KN st kitts und
  nevis / san cristobal y nieves / saint kitts e nevis / saint kitts en nevis / sao cristovao e nevis ; KP
  nordkorea / corea del norte / corea del nord / noord korea / coreia do norte ; KW koeweit ; KY kaimaninseln
  / islas caiman / isole cayman / kaaimaneilanden / ilhas cayman ; KZ kasachstan / kazajistan / kazakistan /
  kazachstan / cazaquistao ; LB libanon / libano ; LC santa lucia ; LS lesoto ; LT litauen / lituania /
  litouwen ; LU luxemburg / luxemburgo / lussemburgo ; LV lettland / letonia / lettonia / letland ; LY libyen
  / libia / libie ; MA marocco / marrocos ; MD republik moldau / moldavia ; MF san martin / sao martinho ; MG
  madagaskar ; MH marshallinseln / islas marshall / isole marshall / marshalleilanden / ilhas marshall ; MK
  nordmazedonien / macedonia del norte / macedonia del nord / noord macedonie / macedonia do norte ; MM
  myanmar birmania / myanmar birma / mianmar birmania ; MN mongolei ; MO sonderverwaltungsregion macau / rae
  de macao china / ras di macao / macau sar van china / macau rae da china ; MP nordliche marianen / islas
  marianas del norte / isole marianne settentrionali / noordelijke marianen / ilhas marianas do norte ; MQ
  martinica ; MR mauretanien ; MU mauricio ; MV malediven / maldivas / maldive / maldiven ; MW malaui ; MX
  mexiko / messico ; MY malasia / maleisie ; MZ mosambik / mozambico / mocambique ; NC neukaledonien / nueva
  caledonia / nuova caledonia / nieuw caledonie / nova caledonia ; NF norfolkinsel / isla norfolk / isola
  norfolk / norfolk / ilha norfolk ; NL niederlande / paises bajos / paesi bassi / paises baixos ; NO norwegen
  / noruega / norvegia / noorwegen ; OM oma ; PF franzosisch polynesien / polinesia francesa / polinesia
  francese / frans polynesie ; PG papua neuguinea / papua nueva guinea / papua nuova guinea / papoea nieuw
  guinea / papua nova guine ; PH philippinen / filipinas / filippine / filipijnen ; PK paquistao ; PL polen /
  polonia ; PM st pierre und miquelon / san pedro y miquelon / saint pierre e miquelon / saint pierre en
  miquelon / sao pedro e miquelao ; PN pitcairninseln / islas pitcairn / isole pitcairn / pitcairneilanden /
  ilhas pitcairn ; PR portorico ; PS palastinensische autonomiegebiete / territorios palestinos / territori
  palestinesi / palestijnse gebieden ; PT portogallo ; PY paraguai ; QA katar / catar ; RO rumanien / rumania
  / roemenie / romenia ; RS serbien / servie / servia ; RU russland / rusia / rusland ; RW ruanda ; SA saudi
  arabien / arabia saudi / arabia saudita / saoedi arabie ; SB salomonen / islas salomon / isole salomone /
  salomonseilanden / ilhas salomao ; SC seychellen / seicheles ; SD soedan / sudao ; SE schweden / suecia /
  svezia / zweden ; SG singapur / singapura ; SH santa elena / sant elena / sint helena / santa helena ; SI
  slowenien / eslovenia ; SJ spitzbergen und jan mayen / svalbard y jan mayen / svalbard e jan mayen /
  spitsbergen en jan mayen ; SK slowakei / eslovaquia / slovacchia / slowakije ; SL sierra leona / serra leoa
  ; SR surinam ; SS sudsudan / sudan del sur / sud sudan / zuid soedan / sudao do sul ; ST sao tome und
  principe / santo tome y principe / sao tome e principe / sao tome en principe ; SY syrien / siria ; SZ
  esuatini / essuatini ; TC turks und caicosinseln / islas turcas y caicos / isole turks e caicos / turks en
  caicoseilanden / ilhas turcas e caicos ; TD tschad / ciad / tsjaad / chade ; TF franzosische sud und
  antarktisgebiete / territorios australes franceses / terre australi francesi / franse gebieden in de
  zuidelijke indische oceaan / territorios franceses do sul ; TH tailandia / thailandia ; TJ tadschikistan /
  tayikistan / tagikistan / tadzjikistan / tadjiquistao ; TL timor est / oost timor ; TM turcomenistao ; TN
  tunesien / tunez / tunesie ; TR turkei / turquia / turchia / turkije ; TT trinidad und tobago / trinidad y
  tobago / trinidad e tobago / trinidad en tobago ; TZ tansania ; UA ucrania / ucraina / oekraine ; UG oeganda
  ; UM amerikanische uberseeinseln / islas menores alejadas de ee uu / isole minori esterne degli stati uniti
  / kleine afgelegen eilanden van de verenigde staten / ilhas menores distantes dos eua ; UY uruguai ; UZ
  usbekistan / oezbekistan / uzbequistao ; VA vatikanstadt / ciudad del vaticano / citta del vaticano /
  vaticaanstad / cidade do vaticano ; VC st vincent und die grenadinen / san vicente y las granadinas / saint
  vincent e grenadine / saint vincent en de grenadines / sao vicente e granadinas ; VG britische
  jungferninseln / islas virgenes britanicas / isole vergini britanniche / britse maagdeneilanden / ilhas
  virgens britanicas ; VI amerikanische jungferninseln / islas virgenes de ee uu / isole vergini americane /
  amerikaanse maagdeneilanden / ilhas virgens americanas ; VN vietna ; WF wallis und futuna / wallis y futuna
  / wallis e futuna / wallis en futuna ; YE jemen / iemen ; ZA sudafrika / sudafrica / zuid afrika / africa do
  sul ; ZM sambia ; ZW simbabwe / zimbabue
`;
