import { LEGAL_BASES, type RecordContent } from "@/lib/domain/processing-record/content";
import { fold } from "@/lib/domain/text/fold";
import { reading, type Reading } from "../doubts";
import { splitOutside, splitParts } from "./list";

type Basis = RecordContent["legalBases"][number];

/** Article 6(1): names of the bases in French, English, Arabic and the neighbours' languages. */
const WORDS: Readonly<Record<Basis, string>> = {
  consent:
    "consentement | consentement de la personne | consentement des personnes | consentement de la personne concernée | consent | " +
    "الموافقة | موافقة الشخص المعني | toestemming | einwilligung | consentimiento | consenso",
  contract:
    "contrat | contractuel | contractuelle | exécution du contrat | exécution d'un contrat | exécution contrat | " +
    "mesures précontractuelles | contract | performance of a contract | performance of contract | العقد | تنفيذ العقد | تنفيذ عقد | " +
    "overeenkomst | uitvoering overeenkomst | vertrag | vertragserfüllung | contrato | contratto",
  "legal-obligation":
    "obligation légale | obligations légales | obligation juridique | obligation réglementaire | respect d'une obligation légale | " +
    "legal obligation | legal obligations | التزام قانوني | الالتزام القانوني | واجب قانوني | wettelijke verplichting | " +
    "rechtliche verpflichtung | obligación legal | obbligo legale",
  "vital-interests":
    "intérêts vitaux | intérêt vital | sauvegarde des intérêts vitaux | vital interests | vital interest | المصالح الحيوية | " +
    "vitale belangen | lebenswichtige interessen | intereses vitales | interessi vitali",
  "public-task":
    "mission d'intérêt public | intérêt public | mission de service public | exercice de l'autorité publique | public task | " +
    "public interest | task in the public interest | مهمة للمصلحة العامة | المصلحة العامة | algemeen belang | " +
    "öffentliches interesse | interés público | interesse pubblico",
  "legitimate-interests":
    "intérêt légitime | intérêts légitimes | intérêt légitime du responsable | legitimate interest | legitimate interests | " +
    "المصلحة المشروعة | مصلحة مشروعة | المصالح المشروعة | gerechtvaardigd belang | berechtigtes interesse | " +
    "interés legítimo | legittimo interesse",
};

const PHRASES = LEGAL_BASES.flatMap((basis) =>
  WORDS[basis].split(" | ").map((phrase) => ({ basis, phrase: fold(phrase) })),
);
const BY_PHRASE = new Map(PHRASES.map(({ basis, phrase }) => [phrase, basis]));
const ARTICLE = /(?:^| )(?:art(?:icle)?s? |ماده |مادة )?6(?: 1)?(?: ([a-f]))?(?: (?:du )?(?:rgpd|gdpr))?$/;

/**
 * Bases of article 6(1) by their names or their letters: "Intérêt légitime", "Contrat, art. 6(1)(b)", "6.1.f". What is
 * said beside a basis, and what is none, is left over.
 */
export function readLegalBases(cell: string): Reading<Basis[]> {
  const read = splitParts(cell).flatMap(readPart);
  const found = new Set(read.flatMap(({ bases }) => bases));
  return reading(
    LEGAL_BASES.filter((basis) => found.has(basis)),
    [],
    read
      .filter(({ isWhole }) => !isWhole)
      .map(({ part }) => part)
      .join(" ; "),
  );
}

type Part = { part: string; bases: Basis[]; isWhole: boolean };

function readPart(part: string): Part[] {
  const whole = findWhole(part);
  if (whole) return [{ part, bases: [whole], isWhole: true }];
  const parts = splitOutside(part.replace(/\s(?:et|ou|and|or|&)\s|\s?[/+]\s?/g, " , "), ",،");
  const bases = parts.map(findWhole);
  // "Contrat, art. 6(1)(f)" says two things of one basis.
  const isAlike = new Set(parts.map((item) => BY_PHRASE.has(fold(item)))).size === 1;
  if (parts.length > 1 && isAlike && bases.every((basis) => basis !== null))
    return [{ part, bases, isWhole: true }];
  const folded = ` ${fold(part)} `;
  const named = PHRASES.filter(({ phrase }) => folded.includes(` ${phrase} `)).map(({ basis }) => basis);
  return [{ part, bases: named, isWhole: false }];
}

/** The basis that a text names and nothing else, by its name, its letter or both. */
function findWhole(text: string): Basis | null {
  const folded = fold(text);
  const named = BY_PHRASE.get(folded);
  if (named) return named;
  const article = ARTICLE.exec(folded);
  if (!article) return null;
  const [, letter] = article;
  const byLetter = letter ? (LEGAL_BASES["abcdef".indexOf(letter)] ?? null) : null;
  const before = folded.slice(0, article.index).trim();
  if (before === "") return byLetter;
  const byName = BY_PHRASE.get(before) ?? null;
  return byLetter === null || byLetter === byName ? byName : null;
}
