import { itemAt, lastOf } from "@/lib/domain/invariant/required";
import { foldedWords } from "@/lib/domain/text/vagueness";

/** Forms that end the name of a company. Folded, without their points. */
const FORMS = set(`
  sa sas sasu sarl sarlu eurl selarl sci scs snc scop scea sca se gie gip spa srl srls sprl bvba bv nv vof cv cvba asbl vzw
  gmbh ag kg ohg ug ev ltd limited plc llp llc lp inc incorporated corp corporation slu sau sl ab oy oyj as asa aps kft zrt
  sro spzoo doo eood ood شمم شذمم شم
`);

/** Before a name: "société X", "شركة س". */
const LEADING = set("societe ste sarl sas sa compagnie ets شركة مؤسسة مجموعة بنك تعاونية");

/** Right of a joiner they belong to one name: "Dupont et Fils", "GmbH & Co. KG", "Weil et Associés". */
const OF_ONE_NAME = set(`
  fils fille filles frere freres soeur soeurs pere mere co cie compagnie company associe associes associee associees
  partenaire partenaires partner partners partenaria sons son daughters brothers bros associates sohn sohne soehne
  gebruder partnerschaft hijos hijo figli fratelli zonen zoon consorts successeurs heritiers
  conseil conseils consultants consulting advisory services service solutions systems assurances assurance participations
  developpement gestion management investments finance technologies industries
  شركاوه اولاده ابناوه شركاه ابناه اخوانه شركاء
`);

/** Houses of one name that joins two. Folded; the list is of those that clients of call centres bear. */
const ONE_HOUSE = new Set([
  "marks spencer",
  "johnson johnson",
  "procter gamble",
  "ernst young",
  "bang olufsen",
  "black decker",
  "dolce gabbana",
  "barnes noble",
  "crate barrel",
  "bed bath",
  "pratt whitney",
  "moet hennessy",
  "villeroy boch",
  "pierre vacances",
  "kiehne nagel",
  "kuehne nagel",
  "heckler koch",
  "legal general",
  "standard poor s",
  "simon schuster",
]);

const WORD_JOINER = /\s(?:et|and|und|y|ainsi que|as well as|و)\s/iu;
/** Joiners after which neither a town nor a remark follows, unlike a comma or a dash. */
const UNLISTED_JOINER = /\s(?:et|and|und|y|ainsi que|as well as|و)\s|\s?[&+]\s/iu;
const ANY_JOINER = /\s(?:et|and|und|y|ainsi que|as well as|و)\s|\s?[&+,،]\s|\s[-–—]\s/iu;
/** A slash without spaces parts words of three letters and more: "AC/DC", "A/S", "c/o" are parts of one name. */
const MARK = /[;؛|•\n\r]|\s\/\s?|\s?\/\s|(?<=\p{L}{3})\/(?=\p{L}{3})/u;

/**
 * The companies of a name that names several: "X / Y / Z", "X SA et Y SARL"; empty where it names one. Each of them is a
 * controller of its own, article 30(2)(a). A joiner alone parts two names only where neither side is common to both:
 * "Dupont et Fils" is one house.
 */
export function companiesIn(name: string): string[] {
  const written = name.replace(/\([^()]*\)/g, " ").trim();
  const marked = partsOf(written, MARK);
  if (marked.length > 1 && marked.every(isWhole))
    return marked.flatMap((part) => orDefault(companiesIn(part), part));
  return joined(written);
}

function joined(name: string): string[] {
  const all = partsOf(name, ANY_JOINER);
  if (all.length < 2) return [];
  if (all.some(isOfOneName)) return [];
  if (all.filter(hasForm).length > 1) return all;
  const worded = partsOf(name, UNLISTED_JOINER);
  if (worded.length > 1 && worded.slice(0, -1).every(endsWithForm) && worded.every(isWhole)) return worded;
  const listed = partsOf(name, /\s?[,،]\s|\s(?:et|and|und|y|و)\s/iu);
  if (listed.length > 2 && WORD_JOINER.test(name) && listed.every(isProperName)) return listed;
  const [left, right, ...more] = partsOf(name, WORD_JOINER);
  if (!left || !right || more.length > 0 || hasForm(right)) return [];
  return isProperName(left) && isProperName(right) && !isOneHouse(left, right) ? [left, right] : [];
}

/** True for a name whose joiner belongs to it: "Marks & Spencer", "Dupont et Fils". */
export function isJoinedHouse(name: string): boolean {
  const [left, right, ...more] = partsOf(name, UNLISTED_JOINER);
  if (!left || !right || more.length > 0) return false;
  return isOfOneName(right) || isOneHouse(left, right);
}

function partsOf(text: string, mark: RegExp): string[] {
  return text
    .split(mark)
    .map((part) => part.trim())
    .filter((part) => part !== "");
}

function orDefault(found: string[], one: string): string[] {
  return found.length > 0 ? found : [one];
}

/** Parts of the world for which a company has a house of its own: "AWS/EMEA SARL". */
const REGIONS = set(
  "emea apac latam mena europe europa maghreb afrique africa international worldwide global",
);

/** Refuses a name that is only a legal form, a number or a part of the world. */
function isWhole(part: string): boolean {
  const words = foldedWords(part).filter((word) => !isForm(word) && !REGIONS.has(word));
  return (
    words.some((word) => word.length > 2 && /\p{L}/u.test(word)) ||
    (/^\p{Lu}{2,}$/u.test(part) && !REGIONS.has(part.toLowerCase()))
  );
}

function isOfOneName(part: string): boolean {
  const words = foldedWords(part).filter((word) => !isForm(word));
  return words[0] === undefined || OF_ONE_NAME.has(words[0]);
}

function hasForm(part: string): boolean {
  const words = plainWords(part);
  return words.length > 1 && (isForm(lastOf(words)) || LEADING.has(itemAt(words, 0)));
}

function endsWithForm(part: string): boolean {
  return isForm(plainWords(part).at(-1) ?? "") && plainWords(part).length > 1;
}

/** A short name whose every word begins with a capital, or is written without case. */
function isProperName(part: string): boolean {
  const words = part.split(/\s+/);
  return words.length <= 3 && words.every((word) => /^\p{Lu}/u.test(word)) && isWhole(part);
}

function isOneHouse(left: string, right: string): boolean {
  return ONE_HOUSE.has([foldedWords(left).at(-1), foldedWords(right)[0]].join(" "));
}

function isForm(word: string): boolean {
  return FORMS.has(word);
}

/** Folded words, "S.A.R.L." as one. */
function plainWords(text: string): readonly string[] {
  return foldedWords(text.replace(/(?<![\p{L}])(\p{L})\.(?=\p{L}(?:\.|$|\s))/gu, "$1"));
}

function set(words: string): ReadonlySet<string> {
  return new Set(words.trim().split(/\s+/));
}
