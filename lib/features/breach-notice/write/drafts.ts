import { required } from "@/lib/domain/invariant/required";
import { createHash } from "node:crypto";
import { foreignNamesIn, type NoticeDraft, phaseOf } from "@/lib/domain/breach/notice";
import { NO_CONTENT, type NoticeContent } from "@/lib/domain/breach/notice-content";
import { can } from "@/lib/domain/nouns/policy";
import { conflict, done, type Issue, type Outcome, refuse } from "@/lib/domain/outcome/outcome";
import { newId } from "@/lib/platform/database/ids";
import type { Tx } from "@/lib/platform/database/transaction";
import type { StaffCtx } from "@/lib/platform/request/context";
import { write } from "@/lib/platform/write/write";
import { composeFor } from "@/lib/features/breach-notice/read/compose";
import { findForeignNameFinder } from "@/lib/features/party-names/read/foreign";
import {
  findNotice,
  findNotices,
  subjectOf,
  type NoticeRow,
} from "@/lib/features/breach-notice/read/queries";
import {
  EDITED_FIELDS,
  type NoticeDraftInput,
  type NoticeRefresh,
  type NoticeSave,
  type NoticeWithdraw,
} from "@/lib/features/breach-notice/schema";
import { lockPart, storedContent, updateDraft } from "./rows";

type Saved = { id: string; breachId: string };

/** Opens the next notice to one controller, composed of the file as it stands; the one already open where there is one. */
export async function draftNotice(ctx: StaffCtx, { partId }: NoticeDraftInput): Promise<Outcome<Saved>> {
  if (!can(ctx.actor, "breach-notice.write")) return refuse({ kind: "forbidden" });
  return write(ctx, async (tx, journal) => {
    await lockPart(tx, partId);
    const composed = await composeFor(tx, partId);
    if (!composed) return refuse({ kind: "not-found" });
    const { file, draft } = composed;
    const earlier = await findNotices(tx, { breachControllerId: partId });
    const isRectifying = file.part.status === "set-aside" && isToRectify(earlier);
    if (file.part.status !== "confirmed" && !isRectifying)
      return refuse(issue("", "breach-notice.unconfirmed"));
    const open = earlier.find(({ status }) => status === "draft");
    if (open) return done({ id: open.id, breachId: open.breachId });
    const id = newId(ctx.now);
    const number = countIssued(earlier) + 1;
    await tx.breachNotice.create({
      data: {
        ...{ id, orgId: ctx.scope.org, breachId: file.breach.id, breachControllerId: partId },
        ...{ controllerId: file.controller.id, number, isDrill: file.breach.isDrill, locale: file.locale },
        phase: isRectifying ? "rectifying" : phaseOf(number, file.breach.status === "closed"),
        content: isRectifying
          ? storedContent(rectifyingContent(draft.content), "")
          : storedContent(withEarlierWords(draft, earlier), earlier.at(-1)?.mandate ?? ""),
        ...{ createdAt: ctx.now, updatedAt: ctx.now },
      },
    });
    const row = required(await findNotice(tx, id), "a notice just drafted");
    journal.note({ event: "breach-notice.drafted", subject: subjectOf(row), after: flatten(row) });
    return done({ id, breachId: row.breachId });
  });
}

/**
 * Composes anew from the file: what was written in the draft gives way, and stays in the journal as a digest. A sentence of
 * the file that names another controller is again taken from the notice before.
 */
export async function refreshNotice(ctx: StaffCtx, { id, version }: NoticeRefresh): Promise<Outcome<Saved>> {
  if (!can(ctx.actor, "breach-notice.write")) return refuse({ kind: "forbidden" });
  return write(ctx, async (tx, journal) => {
    const before = await findNotice(tx, id);
    const composed = before && (await composeFor(tx, before.breachControllerId));
    if (!composed) return refuse({ kind: "not-found" });
    const earlier = await findNotices(tx, {
      breachControllerId: before.breachControllerId,
      status: "issued",
    });
    const content =
      before.phase === "rectifying"
        ? storedContent(rectifyingContent(composed.draft.content), "")
        : storedContent(withEarlierWords(composed.draft, earlier), before.mandate);
    const row = await updateDraft(tx, ctx, { id, version }, { content });
    if (!row) return conflict(before.content, before.version);
    journal.note({
      event: "breach-notice.edited",
      subject: subjectOf(row),
      before: flatten(before),
      after: flatten(row),
    });
    return done({ id, breachId: row.breachId });
  });
}

/** Saves the words of a draft; one that names another controller is stopped. */
export async function saveNotice(ctx: StaffCtx, input: NoticeSave): Promise<Outcome<Saved>> {
  if (!can(ctx.actor, "breach-notice.write")) return refuse({ kind: "forbidden" });
  return write(ctx, async (tx, journal) => {
    const before = await findNotice(tx, input.id);
    if (!before) return refuse({ kind: "not-found" });
    const content = withTyped(before.content, input);
    const named = foreignNamesIn(content, await findForeignNameFinder(tx, before.controllerId)).filter(
      ({ names }) => names.some(({ isCertain }) => isCertain),
    );
    if (named.length > 0)
      return refuse({
        kind: "invalid",
        issues: named.map(({ field, names }) => ({
          path: field,
          key: "breach-notice.foreignName",
          params: { names: names.map(({ found }) => found).join(", ") },
        })),
      });
    const row = await updateDraft(tx, ctx, input, await columnsOf(tx, before, { content, input }));
    if (!row) return conflict(before.content, before.version);
    journal.note({
      event: "breach-notice.edited",
      subject: subjectOf(row),
      before: flatten(before),
      after: flatten(row),
    });
    return done({ id: row.id, breachId: row.breachId });
  });
}

/** Only a draft is withdrawn: what was issued is corrected by the next notice. */
export async function withdrawNotice(
  ctx: StaffCtx,
  { id, version, reason }: NoticeWithdraw,
): Promise<Outcome<Saved>> {
  if (!can(ctx.actor, "breach-notice.write")) return refuse({ kind: "forbidden" });
  return write(ctx, async (tx, journal) => {
    const before = await findNotice(tx, id);
    if (!before) return refuse({ kind: "not-found" });
    const row = await updateDraft(tx, ctx, { id, version }, { status: "withdrawn" });
    if (!row) return conflict(before.content, before.version);
    journal.note({
      event: "breach-notice.withdrawn",
      subject: subjectOf(row),
      before: flatten(before),
      reason,
    });
    return done({ id, breachId: row.breachId });
  });
}

/** A sentence of the file that names another is taken from the notice before, where a person worded it for this controller. */
function withEarlierWords({ content, withheld }: NoticeDraft, earlier: readonly NoticeRow[]): NoticeContent {
  const last = earlier.findLast(({ status }) => status === "issued");
  const worded = withheld.map(({ field }) => [field, last?.content[field] ?? null]);
  return { ...content, ...Object.fromEntries(worded) };
}

/** The typed words over what the file says: its instants and its nature stay. */
export function withTyped(content: NoticeContent, input: NoticeSave): NoticeContent {
  const typed = EDITED_FIELDS.map((field) => [field, input[field] === "" ? null : input[field]]);
  return { ...content, ...Object.fromEntries(typed) };
}

export async function columnsOf(
  tx: Tx,
  { id, breachControllerId, phase }: NoticeRow,
  { content, input }: { content: NoticeContent; input: NoticeSave },
) {
  const earlier = await findNotices(tx, { breachControllerId, id: { not: id } });
  return {
    content: storedContent(content, input.mandate),
    locale: input.locale,
    lateReason: input.lateReason,
    phase: phase === "rectifying" ? phase : phaseOf(countIssued(earlier) + 1, input.isFinal),
  };
}

/** The last notice tells that the controller is affected. */
function isToRectify(notices: readonly NoticeRow[]): boolean {
  const last = notices.findLast(({ status }) => status === "issued");
  return last !== undefined && last.phase !== "rectifying";
}

/** Says nothing of the breach but whom to ask: why it takes the notice back is written by a person. */
function rectifyingContent({ contactPoint }: NoticeContent): NoticeContent {
  return { ...NO_CONTENT, contactPoint };
}

function countIssued(notices: readonly NoticeRow[]): number {
  return notices.filter(({ status }) => status === "issued").length;
}

/** The journal holds a digest of what a notice says: the row holds its words, and its PDF once it is issued. */
export function flatten({ content, ...row }: NoticeRow) {
  const { breachId, breachControllerId, controllerId, number, phase, locale, status, isDrill, isShared } =
    row;
  return {
    ...{ breachId, breachControllerId, controllerId, number, phase, locale, status, isDrill, isShared },
    lateReason: row.lateReason,
    contentDigest: createHash("sha256").update(JSON.stringify(content)).digest("hex"),
  };
}

export function issue(path: string, key: string, params?: Issue["params"]) {
  return { kind: "invalid" as const, issues: [{ path, key, ...(params ? { params } : {}) }] };
}
