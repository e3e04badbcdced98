import { itemAt } from "@/lib/domain/invariant/required";
import { fold } from "@/lib/domain/text/fold";
import { headPhrase, matchHeads, type HeadPhrase } from "@/lib/domain/import/match-heads";
import { CLAUSE_TARGETS, clauseTarget, readClauseHead } from "./clause-heads";
import type { ClauseId } from "@/lib/domain/contract/clauses";
import type { ClauseAnswer } from "@/lib/domain/contract/content";
import {
  CONTRACT_FIELDS,
  FIELD_SECTIONS,
  fieldsOf,
  type FieldKind,
  type FieldSection,
} from "@/lib/domain/contract/contract-fields";
import type { ContractState } from "@/lib/domain/contract/types";

export const CONTRACT_DATES = ["signedOn", "effectiveOn", "noticeGivenOn", "endedOn"] as const;

/**
 * Targets of a column; contract terms as "terms.breachNoticeHours". The state follows from the dates: it is
 * compared and never written.
 */
export const CONTRACT_TARGETS: readonly string[] = [
  "reference",
  "controller",
  "title",
  ...CONTRACT_DATES,
  ...FIELD_SECTIONS.flatMap((section) => fieldsOf(section).map(([name]) => `${section}.${name}`)),
  ...CLAUSE_TARGETS,
  "state",
  "ignore",
];

/** A field of the contract terms by its name as a target, or null. */
export function contractFieldOf(
  target: string,
): { section: FieldSection; name: string; kind: FieldKind } | null {
  const [section = "", name = ""] = target.split(".");
  const found = FIELD_SECTIONS.find((known) => known === section);
  const kind = found && (CONTRACT_FIELDS[found] as Record<string, FieldKind>)[name];
  return found && kind ? { section: found, name, kind } : null;
}

export const CLAUSE_COLUMNS = ["reference", "controller", "id", "clause", "answer", "place", "note"] as const;
export const INSTRUCTOR_COLUMNS = [
  "reference",
  "controller",
  "name",
  "capacity",
  "email",
  "power",
  "from",
  "until",
] as const;
export const AMENDMENT_COLUMNS = ["reference", "controller", "title", "signedOn", "effectiveOn"] as const;

/** The sheets of our own workbook; another's sheet is taken for one of contracts. */
export type OwnSheet = "contracts" | "matrix" | "clauses" | "amendments" | "instructors";

/** Our own workbook in words, in every language that it is written in. Texts are folded. */
export type SheetVocabulary = {
  sheets: ReadonlyMap<string, OwnSheet>;
  contracts: readonly HeadPhrase<string>[];
  clauses: readonly HeadPhrase<(typeof CLAUSE_COLUMNS)[number]>[];
  instructors: readonly HeadPhrase<(typeof INSTRUCTOR_COLUMNS)[number]>[];
  amendments: readonly HeadPhrase<(typeof AMENDMENT_COLUMNS)[number]>[];
  /** Options of a choice by its group and what they are called: "renewal", "tacite" → "tacit". */
  choices: ReadonlyMap<string, ReadonlyMap<string, string>>;
  answers: ReadonlyMap<string, ClauseAnswer>;
  titles: ReadonlyMap<string, ClauseId>;
  states: ReadonlyMap<string, ContractState>;
  /** Words of the matrix for a clause that is not required. */
  notAsked: ReadonlySet<string>;
};

/** Heads of other people's tables, in French, English and some Arabic. */
const OWN_COLUMNS = {
  reference:
    "réf | référence | n° | numéro | n° contrat | n° de contrat | référence du contrat | contrat | code | ref | contract | " +
    "contract number | contract reference | المرجع | رقم العقد",
  controller:
    "client | donneur d'ordre | nom du client | raison sociale | responsable | responsable de traitement | société cliente | " +
    "customer | customer name | client name | controller | data controller | الزبون | المسؤول عن المعالجة",
  title:
    "intitulé | libellé | objet du contrat | nom du contrat | title | name of contract | contract title | العنوان",
  signedOn:
    "signature | date de signature | signé le | signed | signed on | date signed | signature date | تاريخ التوقيع",
  effectiveOn:
    "début | date de début | date d'effet | effet | entrée en vigueur | prise d'effet | start | start date | effective | " +
    "effective date | commencement date | تاريخ البداية",
  endedOn: "résilié le | date de résiliation | terminé le | terminated on | ended on",
  "term.endsOn":
    "fin | date de fin | échéance | date d'échéance | terme | expiration | end | end date | expiry | expiry date | تاريخ النهاية",
  "term.renewal":
    "reconduction | tacite reconduction | renouvellement | renewal | tacit renewal | auto renewal",
  "term.noticeCount": "préavis | délai de préavis | durée du préavis | notice | notice period",
  "terms.breachNoticeHours":
    "délai de notification | délai de notification des violations | notification violation | breach notice | breach notification hours",
  "object.operations": "opérations | operations | processing operations",
  "object.dataCategories":
    "données | catégories de données | data | categories of personal data | data categories",
  "object.personCategories": "personnes | personnes concernées | catégories de personnes | data subjects",
  "object.countries": "pays | pays d'accès | countries | locations",
  "object.retention": "conservation | durée de conservation | retention | retention period",
  "instruments.dpa": "dpa | accord de sous-traitance | data processing agreement",
  "instruments.scc914":
    "cct | ccs | clauses contractuelles types | scc | scc 2021/914 | standard contractual clauses",
};

const OWN_PHRASES = Object.entries(OWN_COLUMNS).flatMap(([target, phrases]) =>
  phrases.split(" | ").map((phrase) => headPhrase(phrase, target)),
);

const OWN_FIELDS = new Set(OWN_PHRASES.map(({ text }) => text));

/**
 * Target guessed from a head, and the clauses between which an article number leaves the choice to a person.
 */
export type GuessedColumn = { target: string; clauses: readonly ClauseId[] };

/**
 * Guesses the target of each column by its head; unrecognised columns are skipped until a person assigns
 * them.
 */
export function guessContractColumns(
  header: readonly string[],
  vocabulary: SheetVocabulary,
): GuessedColumn[] {
  const targets = matchContractHeads(header, vocabulary);
  const clauses = readClauseHeads(header, vocabulary);
  return header.map((_, column) => {
    const target = targets.get(column) ?? "ignore";
    return { target, clauses: target === "ignore" ? (clauses.get(column)?.ids ?? []) : [] };
  });
}

/** Scores a row as the head of a table of contracts. */
export function countContractHeads(row: readonly string[], vocabulary: SheetVocabulary): number {
  return matchContractHeads(row, vocabulary).size;
}

/** Heads of other people's tables of clauses, one row for each clause. */
export function ownClausePhrases(): HeadPhrase<(typeof CLAUSE_COLUMNS)[number]>[] {
  return Object.entries(OWN_CLAUSE_COLUMNS).flatMap(([target, phrases]) =>
    phrases.split(" | ").map((phrase) => headPhrase(phrase, target as (typeof CLAUSE_COLUMNS)[number])),
  );
}

const OWN_CLAUSE_COLUMNS = {
  reference: OWN_COLUMNS.reference,
  controller: OWN_COLUMNS.controller,
  id: "clause | n° de clause | clause n° | point | obligation | clause number | requirement | بند | رقم البند",
  answer:
    "réponse | statut | constat | conformité | answer | status | finding | compliance | الجواب | الحالة",
  place: "emplacement | où | article du contrat | page | where | location | article of the contract | الموضع",
  note: "note | remarque | remarques | commentaire | commentaires | comment | comments | remark | ملاحظة | ملاحظات",
} satisfies Partial<Record<(typeof CLAUSE_COLUMNS)[number], string>>;

function readClauseHeads(header: readonly string[], { titles, contracts }: SheetVocabulary) {
  const fields = new Set([...contracts.map(({ text }) => text), ...OWN_FIELDS]);
  return new Map(
    header.flatMap((head, column) => {
      const read = readClauseHead(head, { titles, fields });
      return read && !fields.has(fold(head)) ? [[column, read] as const] : [];
    }),
  );
}

function matchContractHeads(header: readonly string[], vocabulary: SheetVocabulary): Map<number, string> {
  const clauses = new Map(
    [...readClauseHeads(header, vocabulary)].map(([column, { ids, part }]) => [
      column,
      ids.length === 1 ? clauseTarget({ id: itemAt(ids, 0), part }) : "ignore",
    ]),
  );
  // Our own heads first: where both say the same words, they say which field.
  return matchHeads(
    header,
    {
      phrases: [...vocabulary.contracts, ...OWN_PHRASES],
      targets: CONTRACT_TARGETS,
      shared: new Set(["ignore"]),
    },
    clauses,
  );
}
