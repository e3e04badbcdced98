import { MAIL_PROVIDERS } from "@/lib/domain/access/mail-providers";
import { nameKey } from "./company-names";

/** Sources of short names: the mail addresses of a party and the references of its contracts. */
export type AliasSources = {
  names: readonly string[];
  addresses: readonly string[];
  references: readonly string[];
};

const LEAST_OF_DOMAIN = 3;
const LEAST_OF_REFERENCE = 2;
const LEAST_OF_INITIALS = 3;

/** Second labels under which domains are registered in some countries. */
const SECOND_LEVEL = new Set("ac co com gov net org".split(" "));
/** Small words that initials leave out. */
const PARTICLES = new Set("& a au aux d de del des di do du et in l la las le les los of the y".split(" "));
/** Numbers that names spell and short names write in figures. */
const NUMBERS = new Map([
  ["deux", "2"],
  ["trois", "3"],
  ["quatre", "4"],
  ["cinq", "5"],
  ["six", "6"],
  ["sept", "7"],
  ["huit", "8"],
  ["neuf", "9"],
  ["two", "2"],
  ["three", "3"],
  ["four", "4"],
  ["five", "5"],
]);
/** Tokens of references that name a kind of document. */
const KINDS = new Set(
  "accord ag annexe art av avenant ca cadre cdc cg cgv cont contract contrat cp ct ctr dpa lot mkt msa nda no num ref sa sla st".split(
    " ",
  ),
);

/**
 * Short names by which a party may be called: the words of its mail domain, the letters of its contracts' references, the
 * initials of its name, also of the two words that "&" joins ("H&F"). Each may be another word: whoever writes it is asked.
 */
export function nameAliases({ names, addresses, references }: AliasSources): string[] {
  return [
    ...new Set([
      ...addresses.flatMap(wordsOfDomain),
      ...references.flatMap(lettersOf),
      ...names.flatMap(initialsOf),
    ]),
  ];
}

/** "aman-assurances.example" is called "Aman Assurances", and "Aman". */
function wordsOfDomain(address: string): string[] {
  const domain = address.trim().toLowerCase().split("@")[1] ?? "";
  const labels = domain.split(".");
  if (labels.length < 2 || MAIL_PROVIDERS.has(domain)) return [];
  const isSecond = labels.length > 2 && SECOND_LEVEL.has(labels.at(-2) ?? "");
  const label = labels.at(isSecond ? -3 : -2) ?? "";
  const words = label.split("-").filter((word) => /\p{L}/u.test(word) && word.length >= LEAST_OF_DOMAIN);
  return words.length > 1 ? [label.replaceAll("-", " "), ...words] : words;
}

/** "M3R-2022-07" is called "M3R". */
function lettersOf(reference: string): string[] {
  return reference
    .split(/[^\p{L}\p{N}]+/u)
    .filter(
      (token) =>
        token.length >= LEAST_OF_REFERENCE && /^\p{L}/u.test(token) && !KINDS.has(token.toLowerCase()),
    );
}

function initialsOf(name: string): string[] {
  // Without its legal form: "Harbour & Finch Ltd" is called "H&F".
  const all = nameKey(name).split(" ");
  const words = all.filter((word) => !PARTICLES.has(word) && /^[a-z]/u.test(word));
  const whole = words.length < LEAST_OF_INITIALS ? [] : [words.map((word) => word[0]).join("")];
  return [...whole, ...joinedInitials(all), ...numberedInitials(words)];
}

/** "Harbour & Finch Travel" is called "H&F", by the two that "&" joins. */
function joinedInitials(words: readonly string[]): string[] {
  return words.flatMap((word, at) => {
    const [before = "", after = ""] = [words[at - 1], words[at + 1]];
    const isPair = word === "&" && /^[a-z]/u.test(before) && /^[a-z]/u.test(after);
    return isPair ? [`${before[0]}&${after[0]}`] : [];
  });
}

/** "Mutuelle des Trois Rivières" is called "M3R" and "3R". */
function numberedInitials(words: readonly string[]): string[] {
  const from = words.findIndex((word) => NUMBERS.has(word));
  if (from < 0 || from === words.length - 1) return [];
  const initials = words.map((word) => NUMBERS.get(word) ?? word[0] ?? "");
  return [...new Set([initials.join(""), initials.slice(from).join("")])];
}
