import "server-only";
import { notFound } from "next/navigation";
import { z } from "zod";
import { required } from "@/lib/domain/invariant/required";
import { can } from "@/lib/domain/nouns/policy";
import {
  differingFields,
  MOVED_NOUNS,
  refuseMerge,
  rowsThatStay,
  type MovedNoun,
} from "@/lib/domain/controller/merge";
import type { Issue } from "@/lib/domain/outcome/outcome";
import { readInScope } from "@/lib/platform/read/read-in-scope";
import type { StaffCtx } from "@/lib/platform/request/context";
import { requireStaff } from "@/lib/platform/request/request-session";
import type { Tx } from "@/lib/platform/database/transaction";
import { findContactSight } from "@/lib/features/controller-merge/read/contact-sight";
import { labelControllers } from "@/lib/features/controller-merge/read/labels";
import {
  countStaying,
  findContacts,
  findCurrent,
  findMergeOf,
  findMergeParty,
  findMoving,
  findSpellings,
  sheetOf,
  stampOf,
  type MovingRow,
  type Party,
} from "@/lib/features/controller-merge/read/queries";

const MOST_CHOICES = 5000;
/** Limit of named rows per noun; the rest are counted. */
const MOST_NAMED = 12;

const querySchema = z.object({
  other: z.string().trim().max(700).catch(""),
  /** Controller that remains: this one, or the chosen one. */
  remains: z.enum(["this", "other"]).catch("other"),
});

export async function loadMerge(slug: string, id: string, search: Record<string, unknown>) {
  const ctx = await requireStaff(slug);
  if (!z.uuid().safeParse(id).success) notFound();
  const query = querySchema.parse(search);
  const loaded = await readInScope(ctx.scope, async (tx) => {
    const party = await findMergeParty(tx, id);
    if (!party) return null;
    const others = labelControllers(await findOthers(tx, id));
    const chosen = others.find(({ id: of, label }) => of === query.other || label === query.other);
    const other = chosen ? await findMergeParty(tx, chosen.id) : null;
    const shown = other && (await previewOf(tx, { party, other, remains: query.remains }));
    return { party, others, chosen, shown };
  });
  if (!loaded) notFound();
  const { party, others, chosen, shown } = loaded;
  const isUnknown = query.other !== "" && !chosen;
  return {
    controller: { id, legalName: party.row.legalName, isArchived: party.of.isArchived },
    others: others.map(({ label }) => label),
    typed: chosen?.label ?? query.other,
    otherId: chosen?.id ?? null,
    remains: query.remains,
    issue: isUnknown
      ? ({ path: "other", key: "controller.merge.unknown" } satisfies Issue)
      : (shown?.issue ?? null),
    preview: shown?.preview ?? null,
    mayMerge: mayMerge(ctx),
  };
}

export type MergePreview = NonNullable<Awaited<ReturnType<typeof loadMerge>>["preview"]>;

function mayMerge({ actor }: StaffCtx): boolean {
  return can(actor, "controller.archive") && can(actor, "contact.manage");
}

function findOthers(tx: Tx, id: string) {
  return tx.controller.findMany({
    where: { archivedAt: null, id: { not: id } },
    orderBy: [{ legalName: "asc" }, { id: "asc" }],
    take: MOST_CHOICES,
    select: { id: true, legalName: true, registrationNumber: true, address: true, contactEmail: true },
  });
}

type Asked = { party: Party; other: Party; remains: "this" | "other" };

async function previewOf(tx: Tx, { party, other, remains }: Asked) {
  const [from, into] = remains === "this" ? [other, party] : [party, other];
  const refusal = refuseMerge(from.of, into.of);
  if (refusal) return { issue: refusalIssue(refusal, from, into), preview: null };
  const moving = await findMoving(tx, from.row.id);
  const contacts = await findContacts(tx, [from.row.id, into.row.id]);
  const [old, stored] = [sheetOf(from.row), sheetOf(into.row)];
  const preview = {
    from: { id: from.row.id, legalName: from.row.legalName },
    into: { id: into.row.id, legalName: into.row.legalName },
    stamp: stampOf([from, into], moving, contacts),
    moving: groupRows(moving),
    spellings: (await findSpellings(tx, from.row.id)).map(({ spelling }) => spelling),
    staying: await countStaying(tx, from.group),
    fields: differingFields(stored, old).map((field) => ({ field, into: stored[field], from: old[field] })),
    contacts: contacts
      .filter(({ endedAt }) => endedAt === null)
      .map(({ id, name, email, role, controllerId }) => ({
        id,
        name,
        email,
        role,
        isOfRemaining: controllerId === into.row.id,
      })),
  };
  return { issue: null, preview };
}

function refusalIssue(refusal: string, from: Party, into: Party): Issue {
  const params = {
    from: from.row.legalName,
    into: into.row.legalName,
    references: from.of.openEnds.join(", "),
  };
  return { path: "other", key: `controller.merge.${refusal}`, params };
}

function groupRows(rows: readonly Pick<MovingRow, "noun" | "label">[]) {
  return MOVED_NOUNS.map((noun: MovedNoun) => {
    const labels = rows.flatMap((row) => (row.noun === noun ? [row.label] : []));
    return { noun, count: labels.length, labels: labels.slice(0, MOST_NAMED) };
  }).filter(({ count }) => count > 0);
}

export async function loadMerges(slug: string, id: string) {
  const ctx = await requireStaff(slug);
  if (!z.uuid().safeParse(id).success) notFound();
  return readInScope(ctx.scope, async (tx) => {
    const rows = await tx.controller.findMany({
      where: { OR: [{ id, mergedIntoId: { not: null } }, { mergedIntoId: id }] },
      orderBy: { legalName: "asc" },
      select: { id: true, legalName: true, mergedIntoId: true },
    });
    const own = rows.find((row) => row.id === id);
    const came = [];
    for (const row of rows.filter(({ mergedIntoId }) => mergedIntoId === id)) {
      const merge = await findMergeOf(tx, row.id);
      if (merge)
        came.push({
          id: row.id,
          legalName: row.legalName,
          at: merge.mergedAt.getTime(),
          author: merge.authorName,
        });
    }
    return { mergedIntoId: own?.mergedIntoId ?? null, came, mayMerge: mayMerge(ctx) };
  });
}

/** Null where the contact's controller was never merged. */
export async function loadContactSight(slug: string, contactId: string) {
  const ctx = await requireStaff(slug);
  if (!z.uuid().safeParse(contactId).success) notFound();
  return readInScope(ctx.scope, (tx) => findContactSight(tx, contactId));
}

export async function loadUnmerge(slug: string, id: string) {
  const ctx = await requireStaff(slug);
  if (!z.uuid().safeParse(id).success) notFound();
  const loaded = await readInScope(ctx.scope, async (tx) => {
    const merge = await findMergeOf(tx, id);
    if (!merge) return null;
    const [from, into] = [await findMergeParty(tx, id), await findMergeParty(tx, merge.intoId)];
    const { versions, named } = await findCurrent(tx, merge);
    const labels = new Map((await findMoving(tx, merge.intoId)).map((row) => [row.id, row.label]));
    const left = new Set(rowsThatStay(merge.moved.rows, versions, named).map((row) => row.id));
    const rows = merge.moved.rows.map((row) => ({ ...row, label: labels.get(row.id) ?? "" }));
    const isSheetChanged =
      merge.adopted.version !== null &&
      required(into, "controller of the merge").row.version !== merge.adopted.version;
    return {
      mergeId: merge.id,
      from: { id, legalName: required(from, "controller of the merge").row.legalName },
      into: { id: merge.intoId, legalName: required(into, "controller of the merge").row.legalName },
      returning: groupRows(rows.filter((row) => !left.has(row.id))),
      leaving: groupRows(rows.filter((row) => left.has(row.id))),
      isSheetChanged,
    };
  });
  if (!loaded) notFound();
  return { ...loaded, mayMerge: mayMerge(ctx) };
}
