import type { NoticeState } from "./deadlines";
import type { Place } from "./file";

/** Lists what a controller's part of a breach may lack, art. 33(2); a breach that is "in order" lacks none of these. */
export const NOTICE_LACKS = [
  "proposed",
  "left-untold",
  "running",
  "past-threshold",
  "late",
  "told-to-judge",
  "told-late",
  "judged-undue",
] as const satisfies readonly (NoticeState | "proposed" | "left-untold")[];
export type NoticeLack = (typeof NOTICE_LACKS)[number];

type JudgedPart = { state: NoticeState; status: Place["status"]; isClosed: boolean; isTold: boolean };

/** Null where nothing lacks: told in time, judged prompt, known first, or nobody aware yet. */
export function noticeLack({ state, status, isClosed, isTold }: JudgedPart): NoticeLack | null {
  if (state === "suspicion" || status === "set-aside") return null;
  if (!isTold && isClosed) return "left-untold";
  if (!isTold && status === "proposed") return "proposed";
  return NOTICE_LACKS.find((lack) => lack === state) ?? null;
}
