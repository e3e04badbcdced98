import { findPlace } from "@/lib/domain/country/places";
import { isGenericWord } from "./generic-words";
import { withoutPrefixes } from "./arabic-spelling";
import { nameFinder, type Word, wordsOf } from "./find-names";
import { indexNames, type NamedParty } from "./name-index";
import { isDescription } from "./described-clients";
import { isTechnicalWord } from "./technical-words";

/**
 * Words of texts that are written as names, with a capital inside a sentence or in capitals, and that nobody among
 * `parties`, no place and none of `known` bears; so is what follows a kind of client, "Mutuelle
 * 4R", "شركة أورفيل", and a client that is described by its country, "l’assureur belge". In a script without capitals no other can be told.
 */
export function unrecognisedNames(
  texts: readonly string[],
  parties: readonly NamedParty[],
  known: readonly string[],
): string[] {
  const find = nameFinder(indexNames(parties), { withShortForms: true });
  const words = new Set(known.flatMap((text) => wordsOf(text).map(({ plain }) => plain)));
  const isKnown = (plain: string) =>
    isGenericWord(plain) || isTechnicalWord(plain) || words.has(plain) || findPlace(plain) !== null;
  return [...new Set(texts.flatMap((text) => unrecognisedIn(text, find, isKnown)))];
}

function unrecognisedIn(
  text: string,
  find: ReturnType<typeof nameFinder>,
  isKnown: (plain: string) => boolean,
): string[] {
  const sentences = text.split(/[.!?](?=\s|$)|[•–—]\s|\n/u);
  return sentences.flatMap((sentence) => {
    const words = wordsOf(sentence);
    const found = find(sentence);
    const isFound = (at: number) => found.some(({ from, to }) => from <= at && at < to);
    const isAllCapitals = words.length > 2 && words.every(({ raw }) => raw === raw.toUpperCase());
    const names: string[] = [];
    let last = -2;
    const described = words.flatMap(({ plain, isJoined }, at) =>
      isJoined && isDescription(words[at - 1]?.plain ?? "", plain) ? [at] : [],
    );
    for (const at of described) names.push(`${words[at - 1]?.raw} ${words[at]?.raw}`);
    const isDescribed = (at: number) => described.includes(at) || described.includes(at + 1);
    words.forEach(({ raw, plain, isJoined }, at) => {
      const isName = !isAllCapitals && (at > 0 ? isCapital(raw) : isAcronym(raw));
      const isOfKind = isNameOfKind(words[at - 1], { raw, plain, isJoined });
      const isLong = plain.length >= 3 && !/\d/u.test(raw);
      if (!isOfKind && !(isName && isLong)) return;
      if (isFound(at) || isKnown(plain) || isDescribed(at)) return;
      if (isJoined && last === at - 1) names.push(`${names.pop() ?? ""} ${raw}`);
      else names.push(raw);
      last = at;
    });
    return names;
  });
}

type Read = Pick<Word, "raw" | "plain" | "isJoined">;

/** Kinds of clients after which a name stands, as `plainWords` spells them, with what Arabic writes before a word. */
const KIND =
  /^(?:mutuelle|assurance|assureur|banque|societe|cabinet|[ولبفك]{0,2}(?:شركة|موسسة|تعاضدية|بنك|مصرف|وكالة))$/u;
/** Arabic words that follow a kind and name nobody: "another company", "a company of". */
const NO_NAME = new Set("اخرى من في على الى عن هي التي كانت كبرى خاصة عامة".split(" "));

/** True of initials with figures after a kind of client, and of an Arabic word after one that has no article. */
function isNameOfKind(before: Read | undefined, { raw, plain, isJoined }: Read): boolean {
  if (!before || !isJoined || !KIND.test(before.plain)) return false;
  if (/^(?=.*\p{Lu})(?=.*\d)[\p{Lu}\d]{2,5}$/u.test(raw)) return true;
  const isArabic = /^\p{Script=Arabic}{3,}$/u.test(raw);
  return isArabic && !NO_NAME.has(plain) && !withoutPrefixes(plain).some(isGenericWord);
}

function isCapital(raw: string): boolean {
  return /^\p{Lu}/u.test(raw);
}

function isAcronym(raw: string): boolean {
  return /^\p{Lu}{3,}$/u.test(raw);
}
