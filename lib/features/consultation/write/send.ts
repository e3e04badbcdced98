import type { ConsultedLanguage } from "@/lib/domain/consultation/content";
import { required } from "@/lib/domain/invariant/required";
import { done, invalid, refuse, type Outcome } from "@/lib/domain/outcome/outcome";
import { linkOf } from "@/lib/features/consultation/read/contact";
import { type ConsultationRow, findConsultation } from "@/lib/features/consultation/read/queries";
import {
  findSendingRefusal,
  selectReachable,
  type Reachable,
} from "@/lib/features/consultation/read/reachable";
import { findHolderName } from "@/lib/features/controller/read/active";
import type { ConsultationId } from "@/lib/features/consultation/schema";
import { formatDay } from "@/lib/i18n/format";
import { type Tx, withOrg } from "@/lib/platform/database/transaction";
import { queueMail } from "@/lib/platform/mail/queue";
import type { Ctx, StaffCtx } from "@/lib/platform/request/context";
import type { Unit } from "@/lib/platform/versioned/definition";
import { type Authorised, isAuthorised } from "@/lib/platform/write/authorised";
import { write } from "@/lib/platform/write/write";
import { consultationDocument } from "./document";

/** Letters that one transaction queues: an order queues as many at once, the job the rest. */
const LETTERS_AT_ONCE = 200;
/** Consultations that one run of the job looks at. */
const MOST_SENDING = 100;

/** Orders that each person with an address is written to; whoever is added later is written to as well. */
export async function sendByMail(ctx: StaffCtx, { id }: ConsultationId): Promise<Outcome<{ id: string }>> {
  if (!isAuthorised(ctx, "consultation.send")) return refuse({ kind: "forbidden" });
  return write(ctx, async (tx, journal) => {
    const row = await findConsultation(tx, id);
    if (!row) return refuse({ kind: "not-found" });
    const refusal = await findSendingRefusal(tx, row, ctx.now);
    if (refusal) return invalid("", `consultation.${refusal}`);
    if (row.mailedAt !== null) return invalid("", "consultation.mailedAlready");
    if ((await queueLetters({ tx, ctx, journal }, row)) === 0)
      return invalid("", "consultation.nobodyByMail");
    await tx.consultation.updateMany({ where: { id }, data: { mailedAt: ctx.now } });
    return done({ id });
  });
}

/** Queues what the orders of an organisation leave to be sent. */
export async function sendDue(ctx: Ctx, signal: AbortSignal): Promise<void> {
  if (!isAuthorised(ctx, "consultation.send")) return;
  const ordered = await withOrg(ctx.scope, (tx) =>
    tx.consultation.findMany({
      where: { state: "open", mailedAt: { not: null }, persons: { some: UNSENT } },
      orderBy: { mailedAt: "asc" },
      take: MOST_SENDING,
      select: { id: true },
    }),
  );
  for (const { id } of ordered) while (!signal.aborted && (await sendPart(ctx, id)));
}

async function sendPart(ctx: Authorised, id: string): Promise<boolean> {
  const outcome = await write(ctx, async (tx, journal) => {
    const row = await findConsultation(tx, id);
    if (!row || row.mailedAt === null) return done(0);
    const mayBeSent = (await findSendingRefusal(tx, row, ctx.now)) === null;
    return done(mayBeSent ? await queueLetters({ tx, ctx, journal }, row) : 0);
  });
  return outcome.ok && outcome.value === LETTERS_AT_ONCE;
}

const UNSENT = { hasEmail: true, letterId: null, revokedAt: null, contactSealed: { not: null } } as const;

async function queueLetters({ tx, ctx, journal }: Unit, row: ConsultationRow): Promise<number> {
  // Lets one sender of this consultation in at a time, so that nobody is written to twice.
  await tx.$queryRaw`SELECT 1 FROM consultation WHERE id = ${row.id}::uuid FOR UPDATE`;
  const persons = await findWritable(tx, ctx, row);
  if (persons.length === 0) return 0;
  const own = await tx.organisation.findFirstOrThrow({
    select: { legalName: true, dpoEmail: true, email: true, address: true },
  });
  const names = {
    processor: own.legalName,
    controller: await findHolderName(tx, row),
    contact: own.dpoEmail || own.email || own.address || own.legalName,
  };
  const queued: { id: string; letter: string }[] = [];
  for (const { id, email, language } of persons) {
    const locale = language as ConsultedLanguage;
    const letter = {
      ...letterOf(row, locale, names),
      isToDataSubject: true as const,
      secrets: { link: linkOf(id) },
      to: { name: "", address: required(email, "address of who is written to") },
    };
    queued.push({ id, letter: await queueMail(tx, ctx.scope.org, letter, ctx.now) });
  }
  await recordLetters(tx, queued);
  journal.note({
    event: "consultation.mailed",
    subject: consultationDocument.subjectOf(row),
    after: { letterCount: queued.length },
  });
  return queued.length;
}

/** Finds the next persons to be written to; whoever objects to letters is passed over. */
async function findWritable(tx: Tx, ctx: Ctx, row: ConsultationRow): Promise<Reachable[]> {
  const writable: Reachable[] = [];
  let after: { gt: string } | undefined;
  while (writable.length < LETTERS_AT_ONCE) {
    const persons = await tx.consultationPerson.findMany({
      where: { consultationId: row.id, ...UNSENT, id: after },
      orderBy: { id: "asc" },
      take: LETTERS_AT_ONCE - writable.length,
      select: { id: true, contactSealed: true, language: true },
    });
    const last = persons.at(-1);
    if (!last) break;
    after = { gt: last.id };
    writable.push(...(await selectReachable(tx, ctx, row, { persons, act: "mail" })));
  }
  return writable;
}

function letterOf(
  { content }: ConsultationRow,
  locale: ConsultedLanguage,
  names: { processor: string; controller: string; contact: string },
) {
  const until = required(content.lastDay, "last day of what is open");
  return {
    template: "consultation-choices",
    locale,
    params: {
      ...names,
      months: String(required(content.months, "months of what is open")),
      until: formatDay(until, locale, { long: true }),
    },
  };
}

async function recordLetters(tx: Tx, queued: readonly { id: string; letter: string }[]): Promise<void> {
  await tx.$executeRaw`
    UPDATE consultation_person p SET letter_id = u.letter
    FROM jsonb_to_recordset(${JSON.stringify(queued)}::jsonb) AS u (id uuid, letter uuid) WHERE p.id = u.id`;
}
