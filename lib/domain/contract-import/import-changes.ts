import { CLAUSE_PARTS, clauseTarget } from "./clause-heads";
import { CLAUSE_IDS } from "@/lib/domain/contract/clauses";
import { emptyContent, type Amendment } from "@/lib/domain/contract/content";
import { FIELD_SECTIONS, fieldsOf } from "@/lib/domain/contract/contract-fields";
import { mergedInstructors, sorted, type ContractLine, type PlannedContract } from "./import-plan";
import { isSameValue } from "./contract-draft";
import { CONTRACT_DATES } from "./sheet-fields";
import type { Instructor } from "@/lib/domain/contract/types";

/** Difference of one field, part of a clause, instructor or amendment. */
export type ImportChange =
  | { kind: "field"; target: string; before: unknown; after: unknown }
  | { kind: "clause"; target: string; before: string; after: string }
  | { kind: "instructor"; name: string; field: keyof Omit<Instructor, "id">; before: string; after: string }
  | { kind: "amendment"; title: string; isNew: boolean };

const NOTHING: Omit<ContractLine, "reference" | "controller"> = {
  title: "",
  signedOn: null,
  effectiveOn: null,
  noticeGivenOn: null,
  endedOn: null,
  content: emptyContent(),
  instructors: [],
};

/** Lists old and new values field by field; for a new contract, every value of the file. */
export function changesOf(
  { line, becomes }: Pick<PlannedContract, "line" | "becomes">,
  status: Omit<ContractLine, "reference" | "controller"> = NOTHING,
): ImportChange[] {
  if (becomes !== "new" && becomes !== "changed") return [];
  return [
    ...fieldChanges(status, line),
    ...clauseChanges(status, line),
    ...instructorChanges(status.instructors, line.instructors),
    ...amendmentChanges(status.content.amendments, line.content.amendments),
  ];
}

type Side = Omit<ContractLine, "reference" | "controller">;

function fieldChanges(before: Side, after: Side): ImportChange[] {
  const plain = (["title", ...CONTRACT_DATES] as const).map((target) => ({
    kind: "field" as const,
    target,
    before: before[target],
    after: after[target],
  }));
  const valueIn = (
    { content: { deed: contractTerms } }: Side,
    section: keyof typeof contractTerms,
    name: string,
  ) => (contractTerms[section] as Record<string, unknown>)[name];
  const fields = FIELD_SECTIONS.flatMap((section) =>
    fieldsOf(section).map(([name]) => ({
      kind: "field" as const,
      target: `${section}.${name}`,
      before: valueIn(before, section, name),
      after: valueIn(after, section, name),
    })),
  );
  return [...plain, ...fields].filter((change) => !isSameValue(change.before, change.after));
}

function clauseChanges({ content: before }: Side, { content: after }: Side): ImportChange[] {
  return CLAUSE_IDS.flatMap((id) =>
    CLAUSE_PARTS.map((part) => ({
      kind: "clause" as const,
      target: clauseTarget({ id, part }),
      before: before.deed.clauses[id][part],
      after: after.deed.clauses[id][part],
    })),
  ).filter((change) => !isSameValue(change.before, change.after));
}

const PERSON_FIELDS = ["name", "capacity", "email", "power", "from", "until"] as const;

function instructorChanges(before: Side["instructors"], stated: Side["instructors"]): ImportChange[] {
  return mergedInstructors(before, stated).flatMap((after, at) =>
    PERSON_FIELDS.map((field) => ({
      kind: "instructor" as const,
      name: after.name,
      field,
      before: before[at]?.[field] ?? "",
      after: after[field] ?? "",
    })).filter((change) => !isSameValue(change.before, change.after)),
  );
}

function amendmentChanges(before: readonly Amendment[], after: readonly Amendment[]): ImportChange[] {
  return after.flatMap((amendment): ImportChange[] => {
    const previous = before.find(({ id }) => id === amendment.id);
    if (previous && isSameValue(sorted(previous), sorted(amendment))) return [];
    return [{ kind: "amendment", title: amendment.title, isNew: previous === undefined }];
  });
}
