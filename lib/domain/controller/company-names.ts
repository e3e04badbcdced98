import { findPlace } from "@/lib/domain/country/places";

// Forms of company that people add or leave out; they tell no two clients apart.
const LEGAL_FORMS = new Set(
  (
    "sa sas sasu sarl sarlu eurl sci snc scop sca scs se gie spa srl sprl bvba bv nv vof cv cvba asbl vzw gmbh ag kg ohg ug " +
    "ltd limited plc llp llc inc incorporated corp corporation co company cie compagnie sl slu sau ab oy oyj as aps kft " +
    "zrt sro sp zoo doo ste societe anonyme societa sociedad maatschappij gesellschaft شركة شمم شذمم شم"
  ).split(" "),
);

/** Forms that also stand before a name; others begin names of their own, as in "AG Insurance". */
const LEADING_FORMS = new Set(
  "sa sas sasu sarl eurl sci snc scop sprl bvba ste societe anonyme ets etablissement etablissements شركة".split(
    " ",
  ),
);

/** Words that join two parts of a name: "Weil & Roth", "Weil et Roth". */
const JOINERS = new Set("& + et and und و".split(" "));

/**
 * A name as it is compared: no case, accents, punctuation, remark in brackets or legal form, and one joiner for all. A
 * country in brackets stays, for it names another company of a group.
 */
export function nameKey(name: string): string {
  return keyOf(name, (inside) => findPlace(inside)?.isCity === false);
}

/** Leaves out the country of a group's company. */
export function groupKey(name: string): string {
  return keyOf(name, () => false);
}

function keyOf(name: string, isStated: (inside: string) => boolean): string {
  const bare = name.replace(/\(([^()]*)\)|\[([^[\]]*)\]/g, (_, round?: string, square?: string) => {
    const inside = round ?? square ?? "";
    return isStated(inside) ? ` ${inside} ` : " ";
  });
  const words = plainWords(bare);
  const telling = withoutForms(words);
  return (telling.length > 0 ? telling : words).join(" ");
}

function withoutForms(words: readonly string[]): string[] {
  const stored = words.filter((word, index) => {
    if (word === "au" && words[index - 1] === "sarl") return false;
    return !(index === 0 ? LEADING_FORMS : LEGAL_FORMS).has(word);
  });
  const first = stored.findIndex((word) => word !== "&");
  const last = stored.findLastIndex((word) => word !== "&");
  return first < 0 ? [] : stored.slice(first, last + 1);
}

/** Words of a text without case, accents, vowel signs or punctuation; words that join two parts of a name are "&". */
export function plainWords(text: string): string[] {
  return text
    .normalize("NFKD")
    .replace(/\p{M}|ـ/gu, "")
    .replace(/[أإآٱ]/g, "ا")
    .toLowerCase()
    .replace(/œ/g, "oe")
    .replace(/(?<!\p{L})(\p{L})\.(?=\p{L}(?!\p{L}))/gu, "$1") // "S.A." is "SA"
    .split(/[^\p{L}\p{N}&+]+|(?=[&+])|(?<=[&+])/u)
    .filter(Boolean)
    .map((word) => (JOINERS.has(word) ? "&" : word));
}
