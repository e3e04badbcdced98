import { linesIn, type WorkContent } from "@/lib/domain/dpo-work/content";
import { WORK_KINDS, type WorkKind } from "@/lib/domain/dpo-work/kinds";
import { stateOf, type WorkFact } from "@/lib/domain/dpo-work/lifecycle";
import { isOpen, lastDayOf } from "@/lib/domain/dpo-work/status";
import { fieldOf } from "@/lib/domain/invariant/required";
import { findWork, type WorkRow } from "@/lib/features/dpo-work/read/queries";
import { announce } from "@/lib/platform/write/announce";
import { defineDocument } from "@/lib/platform/versioned/define-document";

export type WorkFields = Omit<WorkRow, "id" | "version" | "controller" | "updatedAt">;

type Document = ReturnType<typeof describeDocument>;

const DOCUMENTS = Object.fromEntries(WORK_KINDS.map((kind) => [kind, describeDocument(kind)])) as Record<
  WorkKind,
  Document
>;

export function workDocument(kind: WorkKind): Document {
  return fieldOf(DOCUMENTS, kind);
}

function describeDocument(kind: WorkKind) {
  return defineDocument<WorkRow, WorkFields>()({
    noun: kind,
    table: "dpo_work",
    versions: "dpo_work_version",
    key: "workId",
    find: (tx, id) => findWork(tx, id, kind),
    versionOf: (
      { reference, title, state, controllerId, content },
      change: "created" | "saved" | "recorded",
    ) => ({
      kind,
      change,
      reference,
      title,
      state,
      snapshot: { controllerId, state, content },
    }),
    flatten: flattenWork,
    labelOf: ({ reference, title }) => `${reference} · ${title}`,
    announce: async (tx, ctx, { id }, before) => {
      if (kind === "procedure" && before)
        await announce(tx, ctx, { event: "procedure.changed", procedureId: id });
    },
  });
}

/** Fields that the journal compares; lines have entries of their own. */
export function flattenWork({
  content,
  controllerId,
  kind,
}: Pick<WorkRow, "content" | "controllerId" | "kind">) {
  const { lines: _inEntriesOfTheirOwn, ...fields } = { lines: [], ...content };
  return kind === "assistance" ? { ...fields, controllerId } : fields;
}

type DescribedWork = { kind: WorkKind; content: WorkContent; facts: readonly WorkFact[] };

/** Derives what lists sort and filter on from the document and its facts. */
export function projectWork(work: DescribedWork) {
  const { kind, content, facts } = work;
  return {
    title: content.title,
    day: dayOf(work),
    state: stateOf(kind, facts),
    isOpen: isOpen(work),
    recordIds: "recordIds" in content ? content.recordIds : [],
    repeatsId: "repeatsId" in content ? content.repeatsId : null,
  };
}

function dayOf({ content, ...work }: DescribedWork): string {
  if ("readOn" in content) return content.readOn;
  if ("askedOn" in content) return content.askedOn;
  if ("on" in content) return content.on;
  if ("type" in content) return lastDayOf(work, "file") ?? "";
  const days = linesIn(content).flatMap((line) => ("inForceFrom" in line ? line.inForceFrom : []));
  return days.sort().at(-1) ?? "";
}
