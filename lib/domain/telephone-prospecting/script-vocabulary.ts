/**
 * Folded words that may stand beside a mention of the right to object, of recording or of the written confirmation without
 * limiting it in time, way, price or person. Any other word is left to a person: limits have more forms than a list can hold.
 */
const PLAIN = words(`
  a ai afin ainsi alors appel appelant appele appelee appelez appelle appels au aucun aupres aussi autre autres avec avez avoir avons bien bonjour
  bonsoir ce cela ces cet cette chaque choix chose commercial commerciale commerciales commerciaux communication communications comme
  comment compte conformement consommateur contact conversation d dans de decide demande demander demandez demarchage demarchages des
  desirez dire dites donnee donnees dois droit du elle en encore entendu entreprise est et ete etes etre faire faites facilement force
  gratuitement immediatement instant ici il ils informe informons inscrire j je l la le les leur librement lors lui m ma madame
  mademoiselle merci mes messages moment monsieur mot n nature ne nom non nos note notre nous nouvel nouveau nouveaux obligation on
  opposer opposition ou oui par partie particulier personne personnelles peut peuvent pour pourrez pouvez pouvons que prefere preferez prenez
  prendre presente proposer prospection question raison rappel rappele rappeler rappelle rappels rappelons refuser reserve s sa sachez
  sans se ses service si simple simplement simplifiee societe soient soit sollicitation sollicitations son sont souhaitez sur telephone
  telephonique telephoniques telephoniquement tel temps toujours tout toute toutes tous traitement un une vie volonte vos votre voulez
  vous y motif motifs justification justifier formalite frais`);
const RECORDING = words(`
  formation formations qualite preuve ameliorer amelioration controle controles evaluation fins fin but conseiller conseillers
  equipe equipes susceptible susceptibles enregistrer echange echanges entretien entretiens sera seront`);
const CONFIRMATION = words(`
  recevrez recevez adressons adresserons envoyons enverrons adresse adressee confirmerons confirmons contrat conclu conclue conclut offre
  email courriel mail papier engage engagee engagera engagement qu apres avant lu signee sera seront seulement devez engagez etape document
  documents conditions serez prix essentielles caracteristiques commande produit services reception ensuite puis`);

/** Words by mention; a mention that is not here stands among names and matters of any kind. */
export const PLAIN_WORDS = {
  opposition: PLAIN,
  recording: new Set([...PLAIN, ...RECORDING]),
  confirmation: new Set([...PLAIN, ...CONFIRMATION]),
} as const satisfies Record<string, ReadonlySet<string>>;

function words(list: string): Set<string> {
  return new Set(list.trim().split(/\s+/));
}

/** Addresses and numbers at which a right is exercised: they are no limit of it. */
const ADDRESSES = /\S{1,200}@\S{1,200}|\b(?:https?:\/\/|www\.)\S{1,200}|\+?\d(?:[ .]?\d){8,14}/g;

/**
 * The words of a text that are not plain. `written` and `folded` have equal places; a word that begins with a capital
 * letter within a sentence is a name, and passes.
 */
export function findOtherWords(written: string, folded: string, plain: ReadonlySet<string>): string[] {
  const rest = folded.replace(ADDRESSES, (address) => " ".repeat(address.length));
  return [...rest.matchAll(/[\p{L}\p{N}]+/gu)].flatMap(({ index, 0: word }) => {
    const isName =
      index > 0 && /\p{Lu}/u.test(written.charAt(index)) && written.slice(0, index).trim() !== "";
    return plain.has(word) || isName ? [] : [word];
  });
}

/** Commonest words of folded French and English, by which a text is told to be of one or the other. */
const FRENCH_WORDS = words(
  "le la les un une des de du et est je vous nous votre vos notre pour que qui dans sur avec pas ne bonjour ce cet cette",
);
const ENGLISH_WORDS = words(
  "the a an of and is are i you we your our for that which in on with not hello this will be to my",
);

/** True unless most of what tells a language is of another: English words, or letters that are not Latin. */
export function isFrench(folded: string): boolean {
  const found = folded.match(/\p{L}+/gu) ?? [];
  const count = (of: ReadonlySet<string>) => found.filter((word) => of.has(word)).length;
  const foreign = found.filter((word) => /[^\p{Script=Latin}]/u.test(word)).length;
  return count(ENGLISH_WORDS) <= count(FRENCH_WORDS) && foreign * 2 <= found.length;
}
