import { findQualifiers, unusedWords } from "@/lib/domain/text/qualifiers";
import { question, reading, type CellDoubt, type Reading } from "../doubts";
import { splitOutside } from "./list";
import { isBlankCell, readNoAnswer } from "./none";

/**
 * The controller's DPO: how to reach it, or that there is none ("néant", "n/a"). Article 30(2)(a). A cell that names several,
 * or one that is over or to come, is asked.
 */
export function readDpo(cell: string): Reading<{ contact: string; hasNone: boolean }> {
  const written = cell.trim();
  const silence = readNoAnswer(written);
  if (silence?.kind === "none" || silence?.kind === "not-applicable")
    return reading({ contact: "", hasNone: true }, [], silence.rest === "" ? "" : written);
  if (isBlankCell(written) || isUnknown(written))
    return reading({ contact: "", hasNone: false }, [], written);
  if (isNobody(written)) return reading({ contact: "", hasNone: true }, doubtsOf(written, true));
  return reading({ contact: written, hasNone: false }, doubtsOf(written, false));
}

/**
 * The controller's representative in the Union, article 27, or the words that say why there is none: "n/a (établi
 * en UE)". A bare "n/a" is kept too: whether it is a reason is for the rules to say.
 */
export function readRepresentative(cell: string): Reading<{ name: string; absentReason: string }> {
  const written = cell.trim();
  if (DERIVED.test(written)) return reading({ name: "", absentReason: "" });
  if (isBlankCell(written) || isUnknown(written)) return reading({ name: "", absentReason: "" }, [], written);
  const isAbsent =
    readNoAnswer(written) !== null || /^[ée]tabli[e]? (?:en|dans)|^established in/iu.test(written);
  if (isAbsent) return reading({ name: "", absentReason: written });
  if (isNobody(written)) return reading({ name: "", absentReason: written }, doubtsOf(written, true));
  return reading({ name: written, absentReason: "" }, doubtsOf(written, false));
}

/** Words that an export derives for a client that needs none: the client's own facts give them again, and nobody stated them. */
const DERIVED =
  /^(?:sans objet|not applicable|لا ينطبق)\s?: (?:établi dans l’Espace économique européen \(|a un établissement dans l’Union, |ne vise pas de personnes dans l’Union, |established in the European Economic Area \(|it has an establishment in the Union, |it targets no persons in the Union, |المقر داخل المنطقة الاقتصادية الأوروبية \(|له مؤسسة داخل الاتحاد، |لا يستهدف أشخاصا داخل الاتحاد، )/iu;

/** Words beside a denial that name nobody: "non désigné", "en cours de nomination". */
const APPOINTING = new Set(
  `
  designe designee designes designation nomme nommee nomination recrute recrutement dpo dpd delegue delegation representant
  mandat mandate choisi choix
  appointed designated appointment designation named recruited representative officer hired
  معين معينة تعيين مندوب ممثل
`
    .trim()
    .split(/\s+/),
);

/** Given names too: a capital tells nothing at the head of a cell. */
const NAMES = new Set(["will", "may"]);

function qualifiersOf(written: string) {
  return findQualifiers(written).filter(({ words }) => !NAMES.has(words));
}

function unusedBeside(written: string): string[] {
  const used = new Set(qualifiersOf(written).flatMap(({ words }) => words.split(" ")));
  return unusedWords(written, used).filter((word) => !/^\p{N}+$/u.test(word));
}

/** "NC": nothing was communicated, and nothing is taken. */
function isUnknown(written: string): boolean {
  const found = qualifiersOf(written);
  const isOnly = found.length > 0 && found.every(({ kind }) => kind === "unknown");
  return isOnly && unusedBeside(written).length === 0;
}

function isNobody(written: string): boolean {
  return (
    qualifiersOf(written).length > 0 &&
    !written.includes("@") &&
    unusedBeside(written).every((word) => APPOINTING.has(word))
  );
}

function doubtsOf(written: string, isNone: boolean): CellDoubt[] {
  const words = [...new Set(qualifiersOf(written).map((one) => one.words))].join(", ");
  if (words !== "")
    return [question("wordsUnsettled", written, isNone ? { words, result: "none" } : { words })];
  return namesSeveral(written) ? [question("severalPersons", written)] : [];
}

/** Two addresses, "Ana Ruiz et Paul Petit", "Ana Ruiz ; Paul Petit": names begin with a capital, or in Arabic letters. */
function namesSeveral(written: string): boolean {
  const words = written.toLowerCase().split(/[\s;,<>()]/u);
  const addresses = new Set(words.filter((word) => word.includes("@")));
  if (addresses.size > 1) return true;
  const isName = (text: string) => /^(?:\p{Lu}|\p{Script=Arabic})/u.test(text.trim()) && !text.includes("@");
  const parts = [splitOutside(written, ";؛"), written.split(/\s(?:et|and|&|و)\s|\sو(?=\p{L})/u)];
  return parts.some((pieces) => pieces.filter(isName).length > 1 && pieces.every((one) => one.trim() !== ""));
}
