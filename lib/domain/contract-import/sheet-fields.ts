import { itemAt } from "@/lib/domain/invariant/required";
import { meaningsOf } from "./ambiguous-contract-heads";
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
    "contract number | contract reference | المرجع | رقم العقد | " +
    "n° de convention | convention | référence interne | réf. contrat | n° d'ordre | identifiant | agreement number | agreement ref | agreement id | contract id | contract no | contract ref | our reference | رقم الاتفاقية | مرجع العقد",
  controller:
    "client | donneur d'ordre | nom du client | raison sociale | responsable | responsable de traitement | société cliente | " +
    "customer | customer name | client name | controller | data controller | الزبون | المسؤول عن المعالجة | " +
    "nom client | client concerné | entreprise cliente | partenaire | cocontractant | commanditaire | mandant | counterparty | client | principal | اسم الزبون | اسم العميل | العميل | الشركة | صاحب الطلب",
  title:
    "intitulé | titre | titre du contrat | libellé | objet du contrat | nom du contrat | title | name of contract | contract title | العنوان | " +
    "désignation | nature du contrat | libellé du contrat | subject matter | agreement name | موضوع العقد | عنوان العقد | اسم العقد",
  signedOn:
    "signature | date de signature | signé le | signed | signed on | date signed | signature date | تاريخ التوقيع | " +
    "signée le | date signature | signé en date du | date de la signature | fait le | execution date | executed on | date of signature | تاريخ التوقيع على العقد | وقع في | تاريخ الإمضاء",
  effectiveOn:
    "début | date de début | date d'effet | effet | entrée en vigueur | prise d'effet | start | start date | effective | " +
    "effective date | commencement date | تاريخ البداية | " +
    "date début | débute le | commence le | depuis le | en vigueur depuis | à compter du | date d'entrée en vigueur | prise d'effet le | from | in force from | begins on | starts on | تاريخ بدء السريان | يسري من | تاريخ البدء",
  endedOn:
    "résilié le | date de résiliation | terminé le | terminated on | ended on | " +
    "résiliation | date résiliation | rompu le | date de rupture | fin anticipée | date of termination | termination date | cancelled on | تاريخ الفسخ | فسخ في",
  "term.endsOn":
    "fin | date de fin | échéance | date d'échéance | terme | expiration | end | end date | expiry | expiry date | تاريخ النهاية | " +
    "date fin | expire le | se termine le | jusqu'au | date d'expiration | fin de contrat | date de fin de contrat | échéance du contrat | until | expires on | ends on | term end | تاريخ الانتهاء | ينتهي في | تاريخ انتهاء العقد",
  "term.renewal":
    "reconduction | tacite reconduction | renouvellement | renewal | tacit renewal | auto renewal | " +
    "tacite | renouvelable | reconductible | reconduction tacite | renouvellement automatique | renouvelable par tacite reconduction | auto-renew | renewable | automatic renewal | تجديد | التجديد | تجديد ضمني | تجديد تلقائي",
  "term.noticeCount":
    "préavis | délai de préavis | durée du préavis | notice | notice period | " +
    "préavis de résiliation | délai de préavis en mois | préavis (mois) | préavis (jours) | termination notice | notice (months) | notice (days) | notice months | مهلة الإشعار | أجل الإخطار | مدة الإشعار",
  "terms.breachNoticeHours":
    "délai de notification | délai de notification des violations | notification violation | breach notice | breach notification hours | " +
    "délai violation | délai d'alerte violation | notification de violation (heures) | notification violation (h) | alerte violation de données | breach notice (hours) | breach notification deadline | hours to notify a breach | أجل الإشعار بالخرق | أجل الإبلاغ عن الخرق",
  "object.operations":
    "opérations | operations | processing operations | " +
    "traitements | prestations | prestation | services | opérations de traitement | nature du traitement | nature of processing | processing | العمليات | عمليات المعالجة | الخدمات",
  "object.dataCategories":
    "données | catégories de données | data | categories of personal data | data categories | " +
    "types de données | données traitées | données personnelles | nature des données | types of personal data | personal data | فئات المعطيات | المعطيات | أنواع المعطيات",
  "object.personCategories":
    "personnes | personnes concernées | catégories de personnes | data subjects | " +
    "catégories de personnes concernées | personnes visées | personnes | categories of data subjects | persons concerned | فئات الأشخاص | الأشخاص المعنيون",
  "object.countries":
    "pays | pays d'accès | countries | locations | " +
    "pays concernés | pays de traitement | pays d'hébergement et d'accès | lieux de traitement | countries of processing | processing locations | البلدان | بلدان المعالجة",
  "object.retention":
    "conservation | durée de conservation | retention | retention period | " +
    "durées de conservation | conservation des données | délai de conservation | effacement après | data retention | storage period | مدة الحفظ | مدة الاحتفاظ",
  "instruments.dpa":
    "dpa | accord de sous-traitance | data processing agreement | " +
    "avenant rgpd | clause rgpd | annexe rgpd | contrat de sous-traitance | contrat art. 28 | article 28 | gdpr addendum | data processing addendum | processor agreement | عقد المعالجة من الباطن | اتفاق المعالجة",
  "instruments.scc914":
    "cct | ccs | clauses contractuelles types | scc | scc 2021/914 | standard contractual clauses | " +
    "clauses types | clauses 2021/914 | cct 2021/914 | clauses contractuelles | standard clauses | sccs | البنود التعاقدية النموذجية | البنود النموذجية",
};

const OWN_PHRASES = Object.entries(OWN_COLUMNS).flatMap(([target, phrases]) =>
  phrases.split(" | ").map((phrase) => headPhrase(phrase, target)),
);

const OWN_FIELDS = new Set(OWN_PHRASES.map(({ text }) => text));

/**
 * Target guessed from a head, and the clauses between which an article number leaves the choice to a person.
 */
export type GuessedColumn = {
  target: string;
  clauses: readonly ClauseId[];
  /** Fields among which a person chooses, of a head of several meanings. */
  asked: readonly string[];
};

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
  const taken = new Set(targets.values());
  return header.map((head, column) => {
    const target = targets.get(column) ?? "ignore";
    const isOpen = target === "ignore";
    return {
      target,
      clauses: isOpen ? (clauses.get(column)?.ids ?? []) : [],
      asked: isOpen ? meaningsOf(head, taken) : [],
    };
  });
}

/** Scores a row as the head of a table of contracts. */
export function countContractHeads(row: readonly string[], vocabulary: SheetVocabulary): number {
  return matchContractHeads(row, vocabulary).size;
}

/** Counts the cells of a row that are heads of a table of contracts word for word. */
export function countExactContractHeads(row: readonly string[], { contracts }: SheetVocabulary): number {
  const own = new Set(contracts.map(({ text }) => text));
  return row.filter((cell) => own.has(fold(cell)) || OWN_FIELDS.has(fold(cell))).length;
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
