import type { DataSubjectActor } from "@/lib/domain/access/actor";
import { agreedQuestions } from "@/lib/domain/consultation/agreement";
import { type Answer, type Answered, readAnswers, readWithdrawals } from "@/lib/domain/consultation/answer";
import { done, invalid, refuse, type Outcome } from "@/lib/domain/outcome/outcome";
import { todayIn } from "@/lib/domain/time/zones";
import { askedByLink } from "@/lib/features/consultation/read/asked";
import { isChildOfLink } from "@/lib/features/consultation/read/child";
import type { AnswerInput } from "@/lib/features/consultation/schema";
import { newId } from "@/lib/platform/database/ids";
import type { Ctx } from "@/lib/platform/request/context";
import { isAuthorised } from "@/lib/platform/write/authorised";
import { write } from "@/lib/platform/write/write";

type Added = {
  id: string;
  controller_id: string;
  act: string;
  purpose: string;
  country: string;
  outcome: string;
  proof: string;
  valid_until: string | null;
  person: string;
};

/**
 * Adds what a person answers through their link, each answer a new choice with its entry of the journal; what was answered
 * before stays. A link that is over or revoked withdraws what was agreed through it and chooses nothing else. The database
 * takes from the link's own row whose choice it is, about what, and by which words.
 */
export async function answerConsultation(
  ctx: Ctx<DataSubjectActor>,
  { language, page, answers }: Pick<AnswerInput, "language" | "page" | "answers">,
): Promise<Outcome<{ count: number }>> {
  if (!isAuthorised(ctx, "consultation.answer")) return refuse({ kind: "forbidden" });
  return write(ctx, async (tx, journal) => {
    const asked = await askedByLink(tx, ctx.now);
    if (!asked) return refuse({ kind: "not-found" });
    const answered = answersThrough(asked, numbered(answers), ctx.now);
    if (answered === null) return refuse({ kind: "not-found" });
    if (answered.length === 0) return invalid("", "blank");
    const isChild = answered.some(isAgreement) && (await isChildOfLink(tx, ctx.now));
    const stated = (isChild ? answered.flatMap(withParent) : answered).map(
      ({ number, outcome, validUntil }) => ({
        id: newId(ctx.now),
        number,
        outcome,
        until: validUntil,
      }),
    );
    const added = await tx.$queryRaw<Added[]>`
      SELECT * FROM consultation_answer(${JSON.stringify(stated)}::jsonb, ${language}, ${page}::integer, ${ctx.now})`;
    // A link that ended meanwhile takes nothing, unless all of it is withdrawn.
    if (added.length < stated.length) return refuse({ kind: "not-found" });
    for (const { id, controller_id: controllerId, valid_until: validUntil, ...chosen } of added)
      journal.note({
        event: "choice.recorded",
        subject: { noun: "choice", id, label: asked.controller },
        after: {
          ...chosen,
          controllerId,
          validUntil,
          source: "consultation",
          decidedAt: ctx.now.toISOString(),
        },
      });
    return done({ count: answered.length });
  });
}

function isAgreement({ outcome }: Answered): boolean {
  return outcome === "allowed";
}

/** A child does not agree alone: what it agrees to awaits a holder of parental responsibility, art. 8(1). */
function withParent(answer: Answered): Answered[] {
  return isAgreement(answer) ? [answer, { ...answer, outcome: "awaiting" }] : [answer];
}

/** Reads what a link may still choose; null where it may choose nothing. */
function answersThrough(
  { status, content, asked, choices: before }: NonNullable<Awaited<ReturnType<typeof askedByLink>>>,
  answers: ReadonlyMap<number, Answer>,
  now: Date,
): Answered[] | null {
  const on = { at: now.getTime(), day: todayIn("Europe/Paris", now.getTime()) };
  const of = { ...content, asked };
  if (status === "valid") return readAnswers(answers, of, { before, ...on });
  return agreedQuestions(of, before, on).length === 0
    ? null
    : readWithdrawals(answers, of, { before, ...on });
}

/** "q2" → 2. */
function numbered(answers: AnswerInput["answers"]): Map<number, Answer> {
  return new Map(
    Object.entries(answers).flatMap(([name, answer]) => {
      const [, number] = /^q(\d{1,2})$/.exec(name) ?? [];
      return number ? [[Number(number), answer] as const] : [];
    }),
  );
}
