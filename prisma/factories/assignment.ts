import { addDaysToDay } from "@/lib/domain/time/calendar-day";
import { assignmentSchema } from "@/lib/features/assignment/schema";
import { assignLine } from "@/lib/features/assignment/write/mutations";
import { absenceSchema } from "@/lib/features/member/schema";
import { setAbsence } from "@/lib/features/member/write/absence";
import { type StaffCtx, today } from "@/lib/platform/request/context";
import { makeMember } from "./member";
import { valueOf } from "./register";

/** Gives a line that nobody had to a member: to whoever asks, where none is named. */
export async function makeAssignment(
  ctx: StaffCtx,
  line: string,
  { member = ctx.actor.memberId, seen = 0, word = "Voir avec le client", untilOn = "" } = {},
) {
  return valueOf(
    await assignLine(ctx, assignmentSchema.parse({ line, seen, act: "give", member, word, untilOn })),
  );
}

/** Makes whoever asks absent from today on for some days, with a new member who stands in. */
export async function makeAbsence(ctx: StaffCtx, { days = 7, seen = "" } = {}) {
  const substitute = await makeMember(ctx, "editor");
  const fromOn = today(ctx);
  const untilOn = addDaysToDay(fromOn, days);
  const input = { id: ctx.actor.memberId, seen, fromOn, untilOn, substitute: substitute.actor.memberId };
  valueOf(await setAbsence(ctx, absenceSchema.parse(input)));
  return substitute;
}
