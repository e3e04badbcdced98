import "server-only";
import { isOfDecision } from "@/lib/domain/outbox/kept-letters";
import { forbidden, notFound } from "next/navigation";
import { cache } from "react";
import { getLocale } from "next-intl/server";
import { z } from "zod";
import { can } from "@/lib/domain/nouns/policy";
import type { FactSource, LetterFactKind } from "@/lib/domain/outbox/letter-facts";
import { LETTER_STATES, type LetterState, canStart } from "@/lib/domain/outbox/letter-state";
import { localParts } from "@/lib/domain/time/zones";
import { partyField, type Search, viewField } from "@/lib/forms/list-query";
import { pageOf, ROWS_ASKED } from "@/lib/platform/read/list-page";
import { readInScope } from "@/lib/platform/read/read-in-scope";
import { findNarrowedTo } from "@/lib/platform/read/of-controller";
import { readTogether } from "@/lib/platform/read/read-together";
import { type StaffCtx, today } from "@/lib/platform/request/context";
import { hasMailbox } from "@/lib/platform/mail/mailbox";
import { canSend } from "@/lib/platform/mail/transport";
import { requireStaff } from "@/lib/platform/request/request-session";
import type { Tx } from "@/lib/platform/database/transaction";
import { type ComposedLetter, composeLetter, LetterFault } from "@/lib/i18n/letter";
import {
  countUnmatched,
  findLetter,
  findLetters,
  findLettersAbout,
  findReturned,
  findSender,
  isToDataSubject,
  type LetterRow,
} from "@/lib/features/outbox/read/queries";
import { mayShowLink } from "@/lib/features/outbox/read/shown-link";
import { resendingOf } from "@/lib/features/outbox/read/resend";
import { findLetterFacts } from "@/lib/features/outbox/read/letter-facts";

/** Views of the list by state. */
export const OUTBOX_VIEWS = [
  "all",
  "waiting",
  "accepted",
  "delivered",
  "bounced",
  "given-up",
  "cancelled",
] as const;
export type OutboxView = (typeof OUTBOX_VIEWS)[number];

const STATES: Record<OutboxView, readonly LetterState[]> = {
  all: LETTER_STATES,
  waiting: ["queued", "sending"],
  accepted: ["accepted"],
  delivered: ["delivered"],
  bounced: ["bounced"],
  "given-up": ["refused", "given-up"],
  cancelled: ["cancelled"],
};

const querySchema = z.object({
  view: viewField(OUTBOX_VIEWS),
  controller: partyField,
  /** Ids sort by creation. */
  after: z.uuid().catch(""),
});

/** Result of an uploaded file of returned mail, from the address. */
const answerSchema = z.object({
  error: z.string().max(40).nullable().catch(null),
  matched: z.coerce.number().int().min(0).max(1000).nullable().catch(null),
  other: z.coerce.number().int().min(0).max(1000).catch(0),
  again: z.coerce.number().int().min(0).max(1000).catch(0),
});

/** Limit of listed returned messages. */
const RETURNED_SHOWN = 10;
const MONTH_MS = 30 * 24 * 60 * 60_000;

export async function loadOutbox(slug: string, search: Search) {
  const ctx = await requireStaff(slug);
  if (!can(ctx.actor, "outbox.read")) forbidden();
  const query = querySchema.parse(search);
  const locale = await getLocale();
  const found = await readInScope(ctx.scope, (tx) =>
    readTogether({
      letters: findLettersOf(tx, query),
      narrowedTo: findNarrowedTo(tx, query),
      waiting: tx.outboxMail.count({ where: { state: { in: [...STATES.waiting] } }, take: 1001 }),
      sender: findSender(tx),
      returned: findReturned(tx, RETURNED_SHOWN),
      unmatched: countUnmatched(tx, new Date(ctx.now.getTime() - MONTH_MS)),
    }),
  );
  const page = pageOf(found.letters, ({ id }) => [id]);
  const rows = page.rows.map(async (letter) => ({
    ...factsOf(letter),
    subject: (await composed({ ...letter, locale }, found.sender))?.subject ?? letter.template,
  }));
  return {
    rows: await Promise.all(rows),
    counts: query.controller ? {} : { waiting: found.waiting },
    narrowedTo: found.narrowedTo,
    returned: {
      rows: found.returned.map(({ readAt, ...row }) => ({ ...row, readAt: readAt.getTime() })),
      unmatched: found.unmatched,
      hasMailbox: hasMailbox(),
    },
    answer: answerSchema.parse(search),
    query,
    next: page.next,
    canSend: canSend(),
    mayManage: can(ctx.actor, "outbox.manage"),
  };
}

async function findLettersOf(tx: Tx, { view, controller, after }: z.output<typeof querySchema>) {
  const ids = await findLettersAbout(tx, controller);
  return findLetters(tx, STATES[view], after, ROWS_ASKED, ids);
}

/** Masks the link. Cached per request. */
export const loadLetter = cache(async (slug: string, id: string) => {
  const ctx = await requireStaff(slug);
  if (!can(ctx.actor, "outbox.read")) forbidden();
  if (!z.uuid().safeParse(id).success) notFound();
  const found = await readInScope(ctx.scope, (tx) => findWithSender(tx, id));
  if (!found) notFound();
  const { letter, sender, facts } = found;
  const mayManage = can(ctx.actor, "outbox.manage");
  const isUnsent =
    can(ctx.actor, "outbox.reveal") && !canSend() && letter.state === "queued" && letter.sealed !== null;
  const isShown = isUnsent && (await mayShowLink(letter, ctx.now));
  return {
    facts: factsOf(letter),
    reports: facts.map(({ at, recordedAt, kind, source, ...fact }) => ({
      ...fact,
      kind: kind as LetterFactKind,
      source: source as FactSource,
      at: at.getTime(),
      recordedAt: recordedAt.getTime(),
    })),
    /** Null where composing fails; the last error has the reason. */
    letter: await composed(letter, sender),
    canSend: canSend(),
    /** Request whose letter it is; its receipt is recorded there, since periods depend on it. */
    requestId: /^authorisation ([0-9a-f-]{36}) /.exec(letter.dedupeKey ?? "")?.[1] ?? null,
    maySayReceived: mayManage && canStart("say-received", letter.state),
    now: nowInCasablanca(ctx),
    resending: await resendingOf(letter, { actor: ctx.actor, sender }),
    mayCancel: mayManage && canStart("cancel", letter.state) && !isOfDecision(letter.template),
    isKept: mayManage && canStart("cancel", letter.state) && isOfDecision(letter.template),
    mayReveal: isUnsent && isShown,
    /** Somebody outside receives it: nobody here is shown its link. */
    isLinkKept: isUnsent && !isShown,
  };
});

async function findWithSender(tx: Tx, id: string) {
  const letter = await findLetter(tx, id);
  return letter && { letter, sender: await findSender(tx), facts: await findLetterFacts(tx, id) };
}

function nowInCasablanca(ctx: StaffCtx) {
  const { hour, minute } = localParts("Africa/Casablanca", ctx.now.getTime());
  return { on: today(ctx), time: [hour, minute].map((part) => String(part).padStart(2, "0")).join(":") };
}

export type LetterFacts = ReturnType<typeof factsOf>;

/** Instants in milliseconds, without secrets. */
function factsOf(letter: LetterRow) {
  return {
    id: letter.id,
    template: letter.template,
    toName: letter.toName,
    /** "" where it is a data subject's. */
    toAddress: isToDataSubject(letter) ? "" : letter.toAddress,
    state: letter.state,
    attempts: letter.attempts,
    lastError: letter.lastError,
    response: letter.response,
    messageId: letter.messageId,
    isNoticeAsked: letter.isNoticeAsked,
    createdAt: letter.createdAt.getTime(),
    nextAttemptAt: letter.nextAttemptAt.getTime(),
    acceptedAt: letter.acceptedAt?.getTime() ?? null,
    closedAt: letter.closedAt?.getTime() ?? null,
  };
}

async function composed(letter: LetterRow, sender: LetterSender): Promise<ComposedLetter | null> {
  const { template, locale, params } = letter;
  try {
    return await composeLetter({ template, locale, params, secrets: null, organisation: sender });
  } catch (error) {
    if (error instanceof LetterFault) return null;
    throw error;
  }
}

type LetterSender = Awaited<ReturnType<typeof findSender>>;
