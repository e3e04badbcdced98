import { foldedWords } from "@/lib/domain/processing-record/vagueness";

const CLIENTS = new Set("client clients customer customers compte account زبون زبناء عميل عملاء".split(" "));

const ANY_OF_THEM = new Set(
  (
    "assurance assurances autre autres banque bank banking confidentiel confidential definir divers e commerce energie " +
    "energy francais francaise france francais insurance inconnu international le la les l un une sante health media " +
    "mutuelle operateur operator principal prive public retail secteur sector telco telecom telecoms telecommunications " +
    "tourisme transport travel various unnamed utility the a du de des d اتصالات تامين بنك قطاع"
  ).split(" "),
);

/** Words of a cell that names nobody, not even a client: "divers", "à définir", "N/A". */
const NOBODY = new Set(
  (
    "divers autre autres a definir preciser completer confidentiel anonyme inconnu neant n na nc c tbd tbc test various " +
    "unknown confidential to be defined غير محدد"
  ).split(" "),
);

/**
 * True for a name that stands for nobody: "client télécom", "Client A", "Clients divers". Article 30(2)(a) wants
 * each controller by its own name, so such a name is never taken for one, nor merged with another.
 */
export function isPlaceholderName(name: string): boolean {
  const words = foldedWords(name);
  if (!words.some((word) => CLIENTS.has(word)))
    return words.every((word) => NOBODY.has(word) || /^x{2,}$/.test(word));
  return words.every(
    (word) => CLIENTS.has(word) || ANY_OF_THEM.has(word) || /^(\p{L}|\p{N}+|n\p{N}*)$/u.test(word),
  );
}
