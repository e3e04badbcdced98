import {
  isInformedKind,
  isSameLine,
  placeLine,
  WITHDRAWN,
  type InformedKind,
} from "@/lib/domain/breach/informed-lines";
import { lastTellingAt } from "@/lib/domain/breach/rectification";
import { done, invalid, type Outcome, refuse } from "@/lib/domain/outcome/outcome";
import { instantAt } from "@/lib/domain/time/zones";
import type { JsonValue } from "@/lib/domain/journal/canonical";
import type { Tx } from "@/lib/platform/database/transaction";
import type { StaffCtx } from "@/lib/platform/request/context";
import { isAuthorised } from "@/lib/platform/write/authorised";
import { write } from "@/lib/platform/write/write";
import {
  findNoticeFacts,
  findNotices,
  subjectOf,
  type NoticeFactRow,
  type NoticeRow,
} from "@/lib/features/breach-notice/read/queries";
import { findToldHistories } from "@/lib/features/breach/read/told-histories";
import type { InformedCorrection, NoticeInformed } from "@/lib/features/breach-notice/schema";
import { insertNoticeFact, lockPart } from "./rows";
import { isSkippedHour } from "@/lib/forms/typed-instant";

const MINUTE_MS = 60_000;

/**
 * Records how the controller came to know otherwise than by a letter: a call, an answer, knowledge from elsewhere. The same call
 * told by two people is recorded once.
 */
export async function recordInformed(
  ctx: StaffCtx,
  input: NoticeInformed,
): Promise<Outcome<{ breachId: string }>> {
  if (!isAuthorised(ctx, "breach-notice.issue")) return refuse({ kind: "forbidden" });
  return write(ctx, async (tx, journal) => {
    await lockPart(tx, input.partId);
    const part = await findPart(tx, { id: input.partId });
    if (!part) return refuse({ kind: "not-found" });
    const { breachId, controllerId } = part;
    const last = (await findNotices(tx, { breachControllerId: input.partId, status: "issued" })).at(-1);
    if (OF_A_NOTICE.includes(input.kind) && !last)
      return invalid("kind", "breach-notice.nothingToAcknowledge");
    const lines = await findNoticeFacts(tx, { breachId, controllerId });
    const line = await lineOf(tx, ctx, { part, input, lines });
    if (!line.ok) return line;
    const { kind, at, contactId, value } = line.value;
    const about = isAbout(part, line.value, last) ? last : undefined;
    await insertNoticeFact(tx, ctx, { breachId, controllerId, noticeId: about?.id ?? null, ...line.value });
    journal.note({
      event: kind === "acknowledged" ? "breach-notice.acknowledged" : "breach-notice.informed",
      subject: about ? subjectOf(about) : { noun: "breach-notice", id: part.id, label: "" },
      after: { kind, at: at.toISOString(), controllerId, contactId, value },
    });
    return done({ breachId });
  });
}

/** Corrects or withdraws such a line, with a reason: both stay, and the clocks read the later, art. 33(5). */
export async function correctInformed(
  ctx: StaffCtx,
  input: InformedCorrection,
): Promise<Outcome<{ breachId: string }>> {
  if (!isAuthorised(ctx, "breach-notice.issue")) return refuse({ kind: "forbidden" });
  return write(ctx, async (tx, journal) => {
    const [before] = await findNoticeFacts(tx, { id: input.correctsId });
    const place = await tx.breachNoticeFact.findFirst({
      where: { id: input.correctsId },
      select: { breachId: true, controllerId: true },
    });
    const part = place && (await findPart(tx, place));
    if (!part || !before || before.authorKind !== "staff" || !isInformedKind(before.kind))
      return refuse({ kind: "not-found" });
    await lockPart(tx, part.id);
    const { breachId, controllerId } = part;
    const standing = await findNoticeFacts(tx, { breachId, controllerId });
    const lines = standing.filter(({ id }) => id !== before.id);
    if (lines.length === standing.length) return invalid("", "breach-notice.correctedMeanwhile");
    const line = input.isWithdrawn ? done(NEVER_WAS) : await lineOf(tx, ctx, { part, input, lines });
    if (!line.ok) return line;
    const corrects = { noticeId: before.noticeId, correctsId: before.id, reason: input.reason };
    if (!(await insertNoticeFact(tx, ctx, { breachId, controllerId, ...line.value, ...corrects })))
      return invalid("", "breach-notice.correctedMeanwhile");
    const { kind, at, contactId, value } = line.value;
    journal.note({
      event: "breach-notice.corrected",
      subject: { noun: "breach-notice", id: before.noticeId ?? part.id, label: "" },
      before: { kind: before.kind, at: before.at?.toISOString() ?? null, value: before.value as JsonValue },
      after: { kind, at: at?.toISOString() ?? null, controllerId, contactId, value },
      reason: input.reason,
    });
    return done({ breachId });
  });
}

/** Lines that prove that a notice came. */
const OF_A_NOTICE: readonly InformedKind[] = ["acknowledged", "given-on-paper"];

/**
 * True of the last notice where the line may tell of it: what says that data are not affected is about the notice that says so, and
 * a call to a controller that is affected about no such notice.
 */
function isAbout({ status }: Part, { kind, at }: Line, last: NoticeRow | undefined): boolean {
  if (!last) return false;
  if (last.phase !== "rectifying") return kind !== "call-rectified";
  const isSince = at.getTime() + MINUTE_MS > (last.issuedAt?.getTime() ?? 0);
  return isSince && (OF_A_NOTICE.includes(kind) || status === "set-aside");
}

const NEVER_WAS = { kind: WITHDRAWN, at: null, contactId: null, value: {} };

function findPart(tx: Tx, where: { id: string } | { breachId: string; controllerId: string }) {
  return tx.breachController.findFirst({
    where,
    select: {
      id: true,
      breachId: true,
      controllerId: true,
      status: true,
      breach: { select: { awareAt: true } },
    },
  });
}
type Part = NonNullable<Awaited<ReturnType<typeof findPart>>>;

type Typed = {
  part: Part;
  input: Pick<NoticeInformed, "kind" | "day" | "time" | "who" | "contactId" | "source">;
  /** Lines of this controller that count. */
  lines: readonly NoticeFactRow[];
};
type Line = {
  kind: InformedKind;
  at: Date;
  contactId: string | null;
  value: { who: string; source: string };
};

/** Checks a line as it was typed, and says beside which field it is refused. */
async function lineOf(
  tx: Tx,
  { now }: Pick<StaffCtx, "now">,
  { part, input, lines }: Typed,
): Promise<Outcome<Line>> {
  const { kind, who, source } = input;
  const contactId = input.contactId || null;
  if (isSkippedHour("Africa/Casablanca", input)) return invalid("time", "noSuchHour");
  const typed = instantAt("Africa/Casablanca", input.day, input.time);
  if (typed > now.getTime()) return invalid("time", "breach-notice.ahead");
  const since = kind === "call-rectified" ? await findRectifiable(tx, part) : { at: part.breach.awareAt };
  if ("key" in since) return invalid("kind", since.key);
  const placed = placeLine(kind, typed, since.at?.getTime() ?? null);
  if ("key" in placed)
    return invalid(
      "time",
      kind === "call-rectified" ? "breach-notice.beforeTelling" : `breach-notice.${placed.key}`,
    );
  if (contactId !== null && !(await isContactOf(tx, contactId, part.controllerId)))
    return invalid("contactId", "breach-notice.unknownContact");
  const said = { kind, at: placed.at, who, contactId };
  const same = lines.find((line) => isSameLine(said, saidBy(line)));
  if (same) return invalid("who", "breach-notice.recordedAlready", { name: same.authorName });
  return done({ kind, at: new Date(placed.at), contactId, value: { who, source } });
}

/** The instant of the last telling that a call may take back: of a controller that was set aside after it was told, 33(2). */
async function findRectifiable(
  tx: Tx,
  { breachId, controllerId, status }: Part,
): Promise<{ at: Date } | { key: string }> {
  const history = (await findToldHistories(tx, [breachId]))(breachId, controllerId);
  const toldAt = lastTellingAt(history);
  if (status !== "set-aside" || toldAt === null) return { key: "breach-notice.nothingToRectify" };
  return { at: new Date(toldAt) };
}

function saidBy({ kind, at, contactId, value }: NoticeFactRow) {
  const { who = "" } = value as { who?: string };
  return { kind, at: at?.getTime() ?? NaN, who, contactId };
}

async function isContactOf(tx: Tx, id: string, controllerId: string): Promise<boolean> {
  return (await tx.nightContact.count({ where: { id, controllerId } })) === 1;
}
