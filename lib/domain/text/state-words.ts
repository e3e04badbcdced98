/**
 * Participles that say what a thing is to the reader of a register, and change nothing of whether it is: "signées",
 * "hébergé", "hosted". Without accents.
 */
const PLAIN = new Set(
  `
  signe signee signes signees contresigne contresignee contresignees annexe annexee annexes annexees integre integree integrees
  adopte adoptee adoptees valide validee validees approuve approuvee approuvees date datee datees paraphe paraphees complete
  completees heberge hebergee heberges hebergees situe situee situes situees localise localisee localises localisees base basee
  bases basees dedie dediee dedies dediees mutualise mutualisee partage partagee partages stocke stockee stockes stockees
  certifie certifiee certifies certifiees agree agreee agrees securise securisee securises securisees chiffre chiffree chiffres
  chiffrees declare declaree declares declarees concerne concernee concernes concernees collecte collectee collectes
  collectees traite traitee traites traitees communique communiquee communiquees enregistre enregistree enregistres
  enregistrees lie liee lies liees eleve elevee detaille detaillee avere averee employe employee employes employees salarie
  salariee salaries salariees prive privee prives privees sante cote cotes retraite retraites abonne abonnes assure assures
  assuree assurees adresse handicape handicapes delegue deleguee delegues associe associee associes associees cite cites marche
  autorise autorisee etabli degre duree entree journee soiree annee mois donnee donnees idee armee apres aupres accede accedee
  consulte consultee consultes consultees evalue evaluee evalues evaluees indique indiquee
  signed countersigned hosted located based dedicated shared managed certified encrypted stored used need speed feed based
  united limited dated approved adopted integrated annexed recorded collected processed disclosed declared related named
  registered affected employed established accessed viewed restricted attached enclosed unified
  firmado firmada firmados firmadas alojado alojada estado empleado empleados empleada afiliado afiliados privado privada
  apellido licenciado sindicado contenido
  firmato firmata firmati firmate ospitato ospitata dedicato dedicata impiegato impiegati privato privata iscritto sindacato
  gehostet gespeichert gewerkschaft gesundheit getekend gevestigd gehost
`
    .trim()
    .split(/\s+/),
);

/** Words of a thing that is only tried or not yet chosen: "Ringover (pilote)", "OVH (option)". Without accents. */
const TRIALS = new Set(
  `
  pilote pilotes pilot pilots piloto pilotos pilota pilotprojekt pilotphase pilotage test tests testing teste tester testen
  testbetrieb testphase testweise essai essais essayer trial trials poc pov mvp beta alpha prototype prototypes maquette
  maquettes demo demos demonstration experimental experimentale experimentation experiment experimentell evaluation sandbox
  recette preprod preproduction staging uat eval prueba pruebas ensayo prova prove proef proeffase probe probebetrieb
  probeweise versuch versuchsweise option optionnel optionnelle optional tender rfp تجريبي تجريبية تجربة تجارب اختبار
`
    .trim()
    .split(/\s+/),
);

const PARTICIPLES = [
  /^\p{Ll}{2,}[éè]e?s?$/u,
  /^\p{Ll}{3,}(?:[^e]ed|[aeo]ted|nded)$/u,
  /^\p{Ll}{3,}[ai]d[oa]s?$/u,
  /^\p{Ll}{3,}(?:[aiu]t[oai]|es[oaei]|us[oaei])$/u,
  /^[a-zäöüß]{0,8}ge[a-zäöüß]{3,}(?<!men)(?:t|en|d)$/u,
  /^(?:ent|ver|be|er|zer|ont)[a-zäöüß]{3,}(?<!men)t$/u,
  /^(?:perdue?s?|rompue?s?|échue?s?|interrompue?s?|vendue?s?|rendue?s?|disparue?s?|revocat[oaie]|lost|ko|off|inacti\p{Ll}{1,4}|dormante?s?|idle|sold|gone)$/u,
];
/** Nouns of these endings are no participles: "activité", "société", "identità". */
const NOUN = /(?:[iI]té|iétés?|ités|auté|erté|anté)$/u;

/** Participles and words like them that may say that a thing is gone, changed or not yet there: "rejetées", "switched off". */
export function stateWords(text: string): string[] {
  const words = text.match(/\p{L}+/gu) ?? [];
  return words.filter((word) => {
    if (TRIALS.has(withoutAccents(word))) return true;
    if (NOUN.test(word) || !PARTICIPLES.some((shape) => shape.test(word))) return false;
    return !PLAIN.has(withoutAccents(word).replace(/^ال/u, ""));
  });
}

function withoutAccents(word: string): string {
  return word.toLowerCase().normalize("NFD").replace(/\p{M}/gu, "");
}
