import { wordsOf, type Word } from "@/lib/domain/controller/find-names";
import { findQualifiers, type Qualifier } from "@/lib/domain/text/qualifiers";
import { foldedWords } from "@/lib/domain/text/vagueness";

/**
 * States what a sentence says of a name in it: "excepted", that it is not affected; "doubtful", that it is what a denial excepts ("aucun
 * client, hormis Hertzia"). A person is asked of both.
 */
type NameScope = "named" | "excepted" | "doubtful";

type Place = { from: number; to: number };

/** Words that may stand between "sauf", or "pas", and the name of which it speaks. Folded, without the article of Arabic. */
const BETWEEN = new Set(
  (
    "a ainsi au aux ce ceux celle celles celui chez client cliente clients clientes compagnie d de des donnees du dossier dossiers " +
    "enregistrements et fichier fichiers groupe l la le les ni nos notre ou par pour que societe " +
    "any at client clients company data file files for from nor of or our recordings s the those " +
    "او ب ل من زبون زبناء عميل عملاء شركه شركة بيانات معطيات ملفات"
  ).split(" "),
);
/** Words that give a name back after a denial: "pas Harbour, mais Hertzia". */
const CONTRARY = new Set("mais but لكن".split(" "));
/** Words that may stand between a name and what denies that it is affected: "Hertzia n'a pas été touchée". */
const BESIDE = new Set(
  (
    "n ne est sont a ont ete etait etaient serait seraient semble semblent parait elle elles il ils lui meme et ni " +
    "pas plus jamais not never t is are was were has have been be isn aren wasn weren hasn haven seems seem nor or " +
    "ليس ليست غير لم لا تكن يكن هي هو"
  ).split(" "),
);
const DENIALS = new Set(
  "pas plus jamais not never isn aren wasn weren hasn haven ليس ليست غير لم لا".split(" "),
);
const AFFECTED = /^(?:touche|concerne|affect|vise|impact|atteint|involved|touched|معني|متاثر|متضرر|متأثر)/u;

/** Reads each name of a text by its place among the words of `wordsOf`. */
export function readScopes(text: string): (place: Place, names: readonly Place[]) => NameScope {
  const words = wordsOf(text);
  const plain = words.map(({ plain: word }) => word);
  const qualifiers = findQualifiers(plain.join(" "));
  // Folding that joins or parts words would misplace what it finds: nothing is then certain.
  const isPlaced = foldedWords(plain.join(" ")).length === words.length;
  return ({ from, to }, names) => {
    if (!isPlaced) return qualifiers.length === 0 ? "named" : "doubtful";
    const start = sentenceStart(words, from);
    const before = qualifiers.filter(({ at }) => at >= start && at < from);
    const nearest = before.findLast(isDenying);
    const gap = nearest && plain.slice(nearest.at + nearest.length, from);
    const isNamed = (at: number) => names.some((name) => name.from <= at && at < name.to);
    const offset = nearest ? nearest.at + nearest.length : 0;
    if (nearest && gap?.every((word, at) => BETWEEN.has(word) || isNamed(offset + at)))
      return isOfDenial(nearest, before) ? "doubtful" : "excepted";
    const after = plain.slice(to, sentenceEnd(words, to)).filter((_, at) => !isNamed(to + at));
    return isDeniedBy(after) ? "excepted" : "named";
  };
}

/** True where the words after a name deny that it is affected, and nothing else. */
function isDeniedBy(after: readonly string[]): boolean {
  const end = after.findIndex((word) => !BESIDE.has(word));
  return end > 0 && AFFECTED.test(after[end] ?? "") && after.slice(0, end).some((word) => DENIALS.has(word));
}

function isDenying({ kind, words }: Qualifier): boolean {
  return kind === "negation" || (kind === "exception" && !CONTRARY.has(words));
}

/** True of an exception to a denial before it. */
function isOfDenial({ kind, at }: Qualifier, before: readonly Qualifier[]): boolean {
  return kind === "exception" && before.some((one) => one.kind === "negation" && one.at < at);
}

function sentenceStart(words: readonly Word[], at: number): number {
  return words.slice(0, at + 1).findLastIndex(({ isFirst }) => isFirst);
}

function sentenceEnd(words: readonly Word[], at: number): number {
  const end = words.findIndex(({ isFirst }, index) => isFirst && index >= at);
  return end < 0 ? words.length : end;
}

/** Words of everyone, folded: what follows may be "sauf" and names. */
const EVERYONE = [
  /\b(?:tous|toutes) (?:(?:les|nos|vos|leurs|ces|mes) )?(?:clients|clientes|responsables|donneurs d ordre|mandants)\b/u,
  /\b(?:tout|toute|entier|entiere) (?:(?:le|la|notre|votre) )?(?:portefeuille|clientele)\b/u,
  /\b(?:ensemble|totalite|integralite) (?:de |du |des )(?:(?:nos|vos|la|notre|l) )?(?:clients|clientes|clientele|portefeuille|responsables|donneurs d ordre)\b/u,
  /\b(?:chaque|chacun de nos|chacun des) (?:clients?|responsables?)\b/u,
  /\b(?:all|every|each)(?: one)?(?: of)?(?: (?:our|the|its|your))? (?:clients?|customers?|controllers?)\b/u,
  /\b(?:whole|entire) (?:portfolio|client base|customer base)\b/u,
  /(?:^| )(?:كل|جميع|كافه|كافة|سائر) (?:عملاء|عملا[ئي]نا|زبناء|زبا[ئي]ن|زبنا[ئي]نا|زبا[ئي]ننا|مس[ؤو]ولين)(?= |$)/u,
] as const;

/** The words by which a text speaks of every client; null where it does not. */
export function findEveryone(text: string): string | null {
  const folded = foldedWords(text).join(" ");
  for (const words of EVERYONE) {
    const found = words.exec(folded);
    if (found) return found[0].trim();
  }
  return null;
}
