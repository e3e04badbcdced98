import { type AssignmentAct, decideAssignment, assignmentStatusOf } from "@/lib/domain/assignment/assignment";
import { can } from "@/lib/domain/nouns/policy";
import { done, invalid, type Outcome, refuse } from "@/lib/domain/outcome/outcome";
import { findFactsOf, findStaff } from "@/lib/features/assignment/read/queries";
import { type AssignableLine, readLine } from "@/lib/features/assignment/read/lines";
import type { AssignmentInput } from "@/lib/features/assignment/schema";
import { newId } from "@/lib/platform/database/ids";
import { type StaffCtx, today } from "@/lib/platform/request/context";
import { recordedBy } from "@/lib/platform/write/recorded-by";
import { type Authorised, isAuthorised } from "@/lib/platform/write/authorised";
import { refuseWhereTaken } from "@/lib/platform/write/unique";
import { write } from "@/lib/platform/write/write";

type Assigned = { line: string; act: AssignmentAct };

/**
 * Gives a line, takes it, hands it on or back, or closes an own task. Two who act at once on what both were shown write the
 * same number: the second is told, and keeps what was typed.
 */
export async function assignLine(ctx: StaffCtx, input: AssignmentInput): Promise<Outcome<Assigned>> {
  if (!isAuthorised(ctx, "assignment.write")) return refuse({ kind: "forbidden" });
  // Words of a row's line are the same in every language: what is stored is no sentence.
  const line = await readLine(ctx, input.line, "fr");
  if (!line) return invalid("", "assignment.gone");
  return refuseWhereTaken({ path: "", key: "assignment.sameMoment" }, () => record(ctx, line, input));
}

function record(
  ctx: Authorised<StaffCtx>,
  { line, label, isTask }: AssignableLine,
  { seen, act: asked, member, untilOn, word }: AssignmentInput,
): Promise<Outcome<Assigned>> {
  return write(ctx, async (tx, journal) => {
    const [last = null] = await findFactsOf(tx, line);
    const staff = await findStaff(tx, today(ctx));
    const decided = decideAssignment(last, last && assignmentStatusOf(last, staff), {
      act: asked,
      seen,
      by: { id: ctx.actor.memberId, isSteward: can(ctx.actor, "member.manage") || ctx.actor.role === "dpo" },
      to: staff.members.get(asked === "take" ? ctx.actor.memberId : member),
      isTask,
    });
    if (!decided.ok) return decided;
    const { act, to } = decided.value;
    if (to && untilOn !== "" && untilOn < staff.today) return invalid("untilOn", "assignment.past");
    const id = newId(ctx.now);
    const of = { memberId: to?.id ?? null, memberName: to?.name ?? "", untilOn: to ? untilOn : "" };
    await tx.assignmentFact.create({
      data: { ...recordedBy(ctx), id, line, number: seen + 1, act, ...of, word, label },
    });
    // The word stays out of the journal, which auditors read in part: its row is bound by its digest.
    journal.note({
      event: `assignment.${act}`,
      subject: { noun: "assignment", id, label },
      ...(last && { before: { member: last.memberName, untilOn: last.untilOn } }),
      after: { member: of.memberName, untilOn: of.untilOn },
    });
    return done({ line, act });
  });
}
