import { decideAbsence } from "@/lib/domain/assignment/absence";
import { can } from "@/lib/domain/nouns/policy";
import { done, invalid, type Outcome, refuse } from "@/lib/domain/outcome/outcome";
import { findAbsence, findMember } from "@/lib/features/member/read/absence";
import type { AbsenceEnd, AbsenceInput } from "@/lib/features/member/schema";
import { newId } from "@/lib/platform/database/ids";
import { type StaffCtx, today } from "@/lib/platform/request/context";
import { recordedBy } from "@/lib/platform/write/recorded-by";
import { type Authorised, isAuthorised } from "@/lib/platform/write/authorised";
import { write } from "@/lib/platform/write/write";

/** Records the days on which a member is away and who stands in; one is known at a time, and the last counts. */
export async function setAbsence(ctx: StaffCtx, input: AbsenceInput): Promise<Outcome<{ id: string }>> {
  const may = mayTellOf(ctx, input.id);
  if (!isAuthorised(ctx, "member.absence") || !may) return refuse({ kind: "forbidden" });
  return record(ctx, input);
}

/** Takes the absence back: a row without days, after which the member is present. */
export async function endAbsence(ctx: StaffCtx, { id, seen }: AbsenceEnd): Promise<Outcome<{ id: string }>> {
  const may = mayTellOf(ctx, id);
  if (!isAuthorised(ctx, "member.absence") || !may) return refuse({ kind: "forbidden" });
  return record(ctx, { id, seen, fromOn: "", untilOn: "", substitute: "" });
}

/** Allows one's own days, or an owner's word on those of others. */
function mayTellOf({ actor }: StaffCtx, id: string): boolean {
  return actor.memberId === id || can(actor, "member.manage");
}

function record(
  ctx: Authorised<StaffCtx>,
  { id, seen, fromOn, untilOn, substitute }: AbsenceInput,
): Promise<Outcome<{ id: string }>> {
  return write(ctx, async (tx, journal) => {
    const member = await findMember(tx, id);
    if (!member || member.isEnded) return refuse({ kind: "not-found" });
    const before = await findAbsence(tx, id);
    if ((before?.id ?? "") !== seen) return invalid("", "member.absenceMeanwhile");
    const standIn = substitute === "" ? null : await findMember(tx, substitute);
    const isSet = fromOn !== "";
    const decided = decideAbsence(
      { fromOn, untilOn },
      { memberId: id, substitute: standIn ?? undefined, today: today(ctx) },
    );
    if (isSet && !decided.ok) return decided;
    const of = { fromOn, untilOn, substituteId: standIn?.id ?? null, substituteName: standIn?.name ?? "" };
    await tx.memberAbsence.create({ data: { ...recordedBy(ctx), id: newId(ctx.now), memberId: id, ...of } });
    journal.note({
      event: isSet ? "member.absence-set" : "member.absence-ended",
      subject: { noun: "member", id, label: member.name },
      ...(before && {
        before: { fromOn: before.fromOn, untilOn: before.untilOn, substitute: before.substituteName },
      }),
      after: { fromOn, untilOn, substitute: of.substituteName },
    });
    return done({ id });
  });
}
