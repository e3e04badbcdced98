import { itemAt } from "@/lib/domain/invariant/required";
import { foldedWords } from "@/lib/domain/text/vagueness";

/** Words for whoever gives the work, in the languages of registers. Folded. */
const CLIENTS = set(`
  client clients cliente clientes clienti customer customers compte comptes account accounts klant klanten kunde kunden
  زبون زبناء زبائن عميل عملاء حريف حرفاء زبوننا زبناونا زبائننا عميلنا عملاونا
  donneur donneurs mandant mandants commanditaire commanditaires annonceur annonceurs principal principals
  responsable responsables controller controllers auftraggeber opdrachtgever opdrachtgevers verantwortlicher committente
  committenti mandante titolare امر امرون مسوول مسوولون
`);

const ANY_OF_THEM = set(`
  assurance assurances autre autres banque bank banking confidentiel confidential definir divers e commerce energie energy
  francais francaise france insurance inconnu international le la les l un une sante health media mutuelle operateur
  operator prive public retail secteur sector telco telecom telecoms telecommunications tourisme transport travel various
  unnamed utility the a an du de des d اتصالات تامين بنك قطاع
  nos notre mes mon vos votre leurs leur ce cet ces nous our my your their unsere unser onze nuestro nuestros nuestra los el
  las i il lo gli nostri nostro het der die das
  tout tous toute toutes plusieurs certain certains quelques chaque each every all any several some many multiple different
  differents differentes tutti todos alle varios mehrere verschiedene جميع كل عدة مختلف مختلفون
  final finaux finals actuel actuels existant existants futur futurs nouveau nouveaux grand grands petit petits
  corporate direct directs particulier particuliers professionnel professionnels entreprise entreprises etranger etrangers
  europeen europeens marocain marocains current existing future new end foreign european
  ordre ordres traitement traitements processing data donnees verantwortliche verwerking tratamiento trattamento del
  ouvrage societe company companies group groupe marque marques
  خدمة خدمات معالجة عن معطيات بيانات
`);

/** Words of a cell that names nobody, not even a client: "divers", "à définir", "voir annexe 1". */
const NOBODY = set(`
  divers autre autres a definir preciser completer confidentiel confidentielle anonyme anonymise inconnu neant n na nc c tbd
  tbc test various unknown confidential to be defined غير محدد
  voir cf see annexe annex annexes liste list la le les l ci joint jointe joints attached in the nda secret sans objet
  nomme determiner communiquer communique indiquer plusieurs multiple multiples several tous toutes tout all aucun aucune
  none any rien nobody anyone nom name legal raison sociale selon contrat contract per as confirmer confirmed siehe anlage
  ver anexo vedi allegato zie bijlage انظر ملحق رقم لاحقا سري سرية متعدد متعددة مختلف مختلفة لا احد اسم
`);

/** A branch of trade behind an indefinite article: "une banque", "a bank". */
const INDEFINITE = set("un une a an ein eine een uno una unos des quelques some");

/**
 * True for a name that stands for nobody: "client télécom", "Client A", « nos clients », « le donneur d’ordre », "the
 * principal", « voir annexe 1 ». Article 30(2)(a) wants each controller by its own name, so such a name is never taken
 * for one, nor merged with another.
 */
export function isPlaceholderName(name: string): boolean {
  const words = foldedWords(name);
  if (words.some((word) => CLIENTS.has(word))) return words.every(isGenericWord);
  if (words.length > 1 && INDEFINITE.has(itemAt(words, 0)) && words.every(isGenericWord)) return true;
  const named = words.filter((word) => !isNumber(word));
  return (
    named.every((word) => NOBODY.has(word) || /^x{2,}$/.test(word)) &&
    (named.length > 0 || words.length === 0)
  );
}

function isGenericWord(word: string): boolean {
  return CLIENTS.has(word) || ANY_OF_THEM.has(word) || /^\p{L}$/u.test(word) || isNumber(word);
}

/** "2", "n2". */
function isNumber(word: string): boolean {
  return /^n?\p{N}+$/u.test(word);
}

function set(words: string): ReadonlySet<string> {
  return new Set(words.trim().split(/\s+/));
}
