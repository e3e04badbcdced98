import { MAIL_PROVIDERS } from "@/lib/domain/access/mail-providers";
import { spellingKey } from "@/lib/domain/controller/arabic-spelling";
import { plainWords } from "@/lib/domain/controller/company-names";
import { nameFinder, type NameFinding } from "@/lib/domain/controller/find-names";
import { nameAliases } from "@/lib/domain/controller/name-aliases";
import { indexNames, isWholeName, type NameEntry, type NameIndex } from "@/lib/domain/controller/name-index";

/** Names under which a party is known. */
export type PartyNames = {
  /** Legal name, spellings and trade names. */
  companies: readonly string[];
  people: readonly string[];
  addresses: readonly string[];
  /** Telephone and registration numbers. */
  numbers: readonly string[];
  /** References of its contracts. */
  references?: readonly string[];
};

/** `isCertain` is false where the words may also be common ones, or another name: a person then confirms that they are. */
export type ForeignName = { found: string; isCertain: boolean };

/** Two parties to whom one text is judged: it may name `own`, and none of `others`. */
export type Parties = { own: readonly PartyNames[]; others: readonly PartyNames[] };

/** A shorter row of figures is a quantity or a date. */
const FIGURES_FROM = 8;

/**
 * Finds what a text says of another controller than the one it goes to: companies, people, mail domains, numbers. Blind to
 * case, accents, legal forms, spaces and invisible characters; a name inside a name of one's own is no finding.
 */
export function foreignNameFinder({ own, others }: Parties): (text: string) => ForeignName[] {
  const findNames = nameFinder(indexParties(own, others), { withShortForms: true });
  const addresses = addressesOf(own, others);
  const numbers = numbersOf(own, others);
  return (text) =>
    unique([
      ...foreignFindings(findNames(text)),
      ...findAddresses(text, addresses),
      ...findNumbers(text, numbers),
    ]);
}

/** Names that may be a client's beside those that are: each is asked of. */
export function withUnrecognised(
  found: readonly ForeignName[],
  unrecognised: readonly string[],
): ForeignName[] {
  return unique([...found, ...unrecognised.map((name) => ({ found: name, isCertain: false }))]);
}

/** Ids of the parties inside one index: a text judged may name the first. */
const OWN = "own";
const OTHER = "other";

function indexParties(own: readonly PartyNames[], others: readonly PartyNames[]): NameIndex {
  const named = (parties: readonly PartyNames[], id: string) =>
    parties.map(({ companies, people, addresses, references = [] }) => ({
      id,
      companies,
      people,
      aliases: nameAliases({ names: companies, addresses, references }),
    }));
  // Each other party counts by itself, so that a word that many of them bear tells none of them.
  return indexNames([
    ...named(own, OWN),
    ...named(others, OTHER).map((party, at) => ({ ...party, id: `${OTHER} ${at}` })),
  ]);
}

const isOwn = ({ id }: NameEntry) => id === OWN;

/** A name of one's own outweighs the same name of another; one word of it does not outweigh another's whole name. */
function foreignFindings(findings: readonly NameFinding[]): ForeignName[] {
  const ownRuns = findings.filter(({ entries }) =>
    entries.some((entry) => isOwn(entry) && isWholeName(entry)),
  );
  return findings.flatMap(({ raw, from, to, entries, isCertain }) => {
    const others = entries.filter((entry) => !isOwn(entry));
    const isShielded = ownRuns.some((run) => run.from <= from && to <= run.to);
    if (others.length === 0 || isShielded) return [];
    const isShared = entries.some(isOwn);
    if (isShared && !others.some(isWholeName)) return [];
    return [{ found: raw, isCertain: isCertain && !isShared }];
  });
}

function addressesOf(own: readonly PartyNames[], others: readonly PartyNames[]): string[] {
  const spoken = (parties: readonly PartyNames[]) =>
    new Set(parties.flatMap(({ addresses }) => addresses.flatMap(addressOrDomain)));
  const allowed = spoken(own);
  return [...spoken(others)].filter((address) => !allowed.has(address));
}

/** A mailbox at a public provider names one person alone; elsewhere the domain names a company. */
function addressOrDomain(address: string): string[] {
  const plain = address.trim().toLowerCase();
  const domain = plain.split("@")[1] ?? "";
  if (!domain.includes(".")) return [];
  return [MAIL_PROVIDERS.has(domain) ? plain : domain];
}

function findAddresses(text: string, addresses: readonly string[]): ForeignName[] {
  const plain = text.normalize("NFKC").toLowerCase();
  return addresses
    .filter((address) => isWritten(plain, address))
    .map((found) => ({ found, isCertain: true }));
}

function isWritten(text: string, address: string): boolean {
  const isPart = (sign: string | undefined) => sign !== undefined && /[\p{L}\p{N}-]/u.test(sign);
  for (let at = text.indexOf(address); at >= 0; at = text.indexOf(address, at + 1))
    if (!isPart(text[at - 1]) && !isPart(text[at + address.length])) return true;
  return false;
}

function numbersOf(own: readonly PartyNames[], others: readonly PartyNames[]): string[] {
  const figures = (parties: readonly PartyNames[]) =>
    new Set(parties.flatMap(({ numbers }) => numbers.map(distinguishingDigits).filter(Boolean)));
  const allowed = figures(own);
  return [...figures(others)].filter((number) => !allowed.has(number));
}

/** The last nine figures: with or without a country's code it is one telephone. */
function distinguishingDigits(number: string): string {
  const figures = figuresOf(number);
  return figures.length < FIGURES_FROM ? "" : figures.slice(-9);
}

function figuresOf(text: string): string {
  return text.normalize("NFKC").replace(/\D/g, "");
}

function findNumbers(text: string, numbers: readonly string[]): ForeignName[] {
  if (numbers.length === 0) return [];
  const rows = [...text.normalize("NFKC").matchAll(/\d(?:[\s.\-()/\u200b-\u200f]*\d){7,}/g)].map(
    ([row]) => row,
  );
  return rows
    .filter((row) => numbers.some((number) => figuresOf(row).includes(number)))
    .map((found) => ({ found, isCertain: true }));
}

/** Returns one finding for each name, however it is written; a certain one outweighs a doubtful one. */
function unique(findings: readonly ForeignName[]): ForeignName[] {
  const byName = new Map<string, ForeignName>();
  for (const finding of findings) {
    const key = plainWords(finding.found).map(spellingKey).join(" ") || finding.found;
    const known = byName.get(key);
    if (!known || (finding.isCertain && !known.isCertain)) byName.set(key, finding);
  }
  return [...byName.values()];
}
