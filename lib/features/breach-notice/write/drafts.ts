import { required } from "@/lib/domain/invariant/required";
import type { Place } from "@/lib/domain/breach/file";
import { foreignNamesIn, type NoticeDraft, phaseOf } from "@/lib/domain/breach/notice";
import { NO_CONTENT, type NoticeContent } from "@/lib/domain/breach/notice-content";
import { rectificationOf } from "@/lib/domain/breach/rectification";
import { done, type Issue, type Outcome, refuse } from "@/lib/domain/outcome/outcome";
import { translator } from "@/lib/i18n/translator";
import { newId } from "@/lib/platform/database/ids";
import type { StaffCtx } from "@/lib/platform/request/context";
import { isAuthorised } from "@/lib/platform/write/authorised";
import { write } from "@/lib/platform/write/write";
import { composeFor } from "@/lib/features/breach-notice/read/compose";
import { findDraftObstacle } from "@/lib/features/breach-notice/read/draft-obstacle";
import { findNextNotice } from "@/lib/features/breach-notice/read/next-notice";
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
import { refuseStale } from "./stale-draft";

type Saved = { id: string; breachId: string };

/**
 * Opens the next notice to one controller, composed of the file as it stands; the one already open where there is one. A draft that was
 * given up (`findDraftObstacle`) gives way to it.
 */
export async function draftNotice(ctx: StaffCtx, { partId }: NoticeDraftInput): Promise<Outcome<Saved>> {
  if (!isAuthorised(ctx, "breach-notice.write")) return refuse({ kind: "forbidden" });
  return write(ctx, async (tx, journal) => {
    await lockPart(tx, partId);
    const composed = await composeFor(tx, partId);
    if (!composed) return refuse({ kind: "not-found" });
    const { file, draft } = composed;
    const earlier = await findNotices(tx, { breachControllerId: partId });
    const [breachId, controllerId] = [file.breach.id, file.controller.id];
    const next = await findNextNotice(tx, { breachId, controllerId, breachControllerId: partId });
    // The database admits no other status.
    const status = file.part.status as Place["status"];
    const isRectifying = rectificationOf(status, next.history) === "owed";
    if (file.part.status !== "confirmed" && !isRectifying)
      return refuse(issue("", "breach-notice.unconfirmed"));
    const open = earlier.find(({ status }) => status === "draft");
    const obstacle = open ? await findDraftObstacle(tx, open, { status, history: next.history }) : null;
    if (open && !obstacle) return done({ id: open.id, breachId: open.breachId });
    const id = newId(ctx.now);
    if (open && obstacle) {
      const words = await translator(file.locale, "breach-notice");
      await updateDraft(tx, ctx, open, { status: "withdrawn" });
      journal.note({
        event: "breach-notice.withdrawn",
        subject: subjectOf(open),
        before: flatten(open),
        after: { replacedBy: id },
        reason: words(`givenUp.${obstacle}`),
      });
    }
    await tx.breachNotice.create({
      data: {
        id,
        orgId: ctx.scope.org,
        breachId,
        breachControllerId: partId,
        controllerId,
        number: next.issued + 1,
        isDrill: file.breach.isDrill,
        locale: file.locale,
        phase: isRectifying ? "rectifying" : phaseOf(next.isFirst, file.breach.status === "closed"),
        content: isRectifying
          ? storedContent(rectifyingContent(draft.content), "")
          : storedContent(withEarlierWords(draft, next.previous), earlier.at(-1)?.mandate ?? ""),
        createdAt: ctx.now,
        updatedAt: ctx.now,
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
  if (!isAuthorised(ctx, "breach-notice.write")) return refuse({ kind: "forbidden" });
  return write(ctx, async (tx, journal) => {
    const before = await findNotice(tx, id);
    const composed = before && (await composeFor(tx, before.breachControllerId));
    if (!composed) return refuse({ kind: "not-found" });
    const { previous } = await findNextNotice(tx, before);
    const content =
      before.phase === "rectifying"
        ? storedContent(rectifyingContent(composed.draft.content), "")
        : storedContent(withEarlierWords(composed.draft, previous), before.mandate);
    const row = await updateDraft(tx, ctx, { id, version }, { content });
    if (!row) return refuseStale(tx, before);
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
  if (!isAuthorised(ctx, "breach-notice.write")) return refuse({ kind: "forbidden" });
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
    const { isFirst } = await findNextNotice(tx, before);
    const row = await updateDraft(tx, ctx, input, columnsOf(before, { content, input, isFirst }));
    if (!row) return refuseStale(tx, before);
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
  if (!isAuthorised(ctx, "breach-notice.write")) return refuse({ kind: "forbidden" });
  return write(ctx, async (tx, journal) => {
    const before = await findNotice(tx, id);
    if (!before) return refuse({ kind: "not-found" });
    const row = await updateDraft(tx, ctx, { id, version }, { status: "withdrawn" });
    if (!row) return refuseStale(tx, before);
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
function withEarlierWords({ content, withheld }: NoticeDraft, last: NoticeRow | null): NoticeContent {
  const worded = withheld.map(({ field }) => [field, last?.content[field] ?? null]);
  return { ...content, ...Object.fromEntries(worded) };
}

/** The typed words over what the file says: its instants and its nature stay. */
export function withTyped(content: NoticeContent, input: NoticeSave): NoticeContent {
  const typed = EDITED_FIELDS.map((field) => [field, input[field] === "" ? null : input[field]]);
  return { ...content, ...Object.fromEntries(typed) };
}

export function columnsOf(
  { phase }: NoticeRow,
  { content, input, isFirst }: { content: NoticeContent; input: NoticeSave; isFirst: boolean },
) {
  return {
    content: storedContent(content, input.mandate),
    locale: input.locale,
    lateReason: input.lateReason,
    phase: phase === "rectifying" ? phase : phaseOf(isFirst, input.isFinal),
  };
}

/** Says nothing of the breach but whom to ask: why it takes the notice back is written by a person. */
function rectifyingContent({ contactPoint }: NoticeContent): NoticeContent {
  return { ...NO_CONTENT, contactPoint };
}

/** The journal holds a digest of what a notice says: the row holds its words, and its PDF once it is issued. */
export function flatten(row: NoticeRow) {
  const { breachId, breachControllerId, controllerId, number, phase, locale, status, isDrill, isShared } =
    row;
  return {
    breachId,
    breachControllerId,
    controllerId,
    number,
    phase,
    locale,
    status,
    isDrill,
    isShared,
    lateReason: row.lateReason,
    contentDigest: row.contentDigest,
  };
}

export function issue(path: string, key: string, params?: Issue["params"]) {
  return { kind: "invalid" as const, issues: [{ path, key, ...(params ? { params } : {}) }] };
}
