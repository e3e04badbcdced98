import type { NoticeState } from "./deadlines";
import type { Place } from "./file";
import { isToldWrongly, type Rectification } from "./rectification";

/** Lists what a controller's part of a breach may lack, art. 33(2); a breach that is "in order" lacks none of these. */
export const NOTICE_LACKS = [
  "proposed",
  "left-untold",
  "to-rectify",
  "rectifying-unsent",
  "left-unrectified",
  "left-rectifying-unsent",
  "running",
  "past-threshold",
  "late",
  "told-to-judge",
  "told-late",
  "judged-undue",
  "told-before-aware",
] as const satisfies readonly (
  | NoticeState
  | "proposed"
  | "left-untold"
  | "to-rectify"
  | "rectifying-unsent"
  | "left-unrectified"
  | "left-rectifying-unsent"
)[];
export type NoticeLack = (typeof NOTICE_LACKS)[number];

type JudgedPart = {
  state: NoticeState;
  status: Place["status"];
  isClosed: boolean;
  isTold: boolean;
  rectification: Rectification;
};

/** Null where nothing lacks: told in time, judged prompt, known first, taken back, or nobody aware yet. */
export function noticeLack(of: JudgedPart): NoticeLack | null {
  const { state, status, isClosed, isTold, rectification } = of;
  if (rectification === "owed") return isClosed ? "left-unrectified" : "to-rectify";
  if (isToldWrongly(rectification)) return isClosed ? "left-rectifying-unsent" : "rectifying-unsent";
  if (state === "suspicion" || status === "set-aside") return null;
  if (!isTold && isClosed) return "left-untold";
  if (!isTold && status === "proposed") return "proposed";
  return NOTICE_LACKS.find((lack) => lack === state) ?? null;
}
