import { fieldOf } from "@/lib/domain/invariant/required";
import { canonicalText, type Serialisable } from "@/lib/domain/journal/canonical";
import type { ClauseReading } from "@/lib/domain/contract/content";
import { FLOWING_CLAUSE_IDS, type ChainLink, type SubProcessorContent } from "./content";
import { FIELD_SECTIONS, fieldsOf, type FieldKind, type FieldSection } from "./fields";
import type { SubProcessorState } from "./lifecycle";
import { scopeChanges, type ScopePart } from "./scope";
import { sectionOf } from "./sections";

/** All that a version says of a sub-processor. */
export type SubProcessorDescription = { state: SubProcessorState; content: SubProcessorContent };

type Both<T> = { before: T; after: T };

export type FieldChange = Both<Serialisable> & { section: FieldSection; name: string; kind: FieldKind };
export type ClauseChange = Both<ClauseReading> & { id: (typeof FLOWING_CLAUSE_IDS)[number] };

export type SubProcessorChanges = {
  state: Both<SubProcessorState> | null;
  /** Order of the sheet. */
  fields: FieldChange[];
  /** Chains before and after, where one link differs. */
  links: Both<ChainLink[]> | null;
  clauses: ClauseChange[];
  /** Article 28(2): changed parts of the authorised scope; empty: the authorisation is unaffected. */
  scope: ScopePart[];
};

export function compareSubProcessors(
  before: SubProcessorDescription,
  after: SubProcessorDescription,
): SubProcessorChanges {
  const [was, is] = [before.content, after.content];
  return {
    state: before.state === after.state ? null : { before: before.state, after: after.state },
    fields: FIELD_SECTIONS.flatMap((section) => compareSection(section, was, is)),
    links: isSame(was.chain.links, is.chain.links)
      ? null
      : { before: was.chain.links, after: is.chain.links },
    clauses: FLOWING_CLAUSE_IDS.map((id) => ({
      id,
      before: was.contract.clauses[id],
      after: is.contract.clauses[id],
    })).filter((clause) => !isSame(clause.before, clause.after)),
    scope: scopeChanges(was, is),
  };
}

/** Returns whether two versions are equal: each act stores a version, also one that changes no word. */
export function isUnchanged({ state, fields, links, clauses }: SubProcessorChanges): boolean {
  return state === null && fields.length === 0 && links === null && clauses.length === 0;
}

function compareSection(
  section: FieldSection,
  was: SubProcessorContent,
  is: SubProcessorContent,
): FieldChange[] {
  const before = sectionOf(was, section) as Record<string, Serialisable>;
  const after = sectionOf(is, section) as Record<string, Serialisable>;
  return fieldsOf(section)
    .map(([name, kind]) => ({
      section,
      name,
      kind,
      before: fieldOf(before, name),
      after: fieldOf(after, name),
    }))
    .filter((field) => !isSame(field.before, field.after));
}

function isSame(one: Serialisable, other: Serialisable): boolean {
  return canonicalText(one) === canonicalText(other);
}
