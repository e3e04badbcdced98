import type { BreachFile, Place } from "./file";
import type { NoticePhase } from "./notice";
import type { Rectification } from "./rectification";

/** A draft of a notice and where its controller stands; instants are milliseconds of UTC. */
export type PlacedDraft = {
  phase: NoticePhase;
  createdAt: number;
  status: Place["status"];
  rectification: Rectification;
  file: Pick<BreachFile, "closingRecordedAt">;
};

/**
 * States why a draft was given up without an act of its own: its controller was set aside, or is affected after all; a rectification is owed
 * no more; or the file was closed after it was begun. Null while it may be issued. The next notice takes its place.
 */
export function draftObstacle(of: PlacedDraft): "set-aside" | "confirmed" | "rectified" | "closed" | null {
  const { phase, createdAt, status, rectification, file } = of;
  if (phase !== "rectifying" && status === "set-aside") return "set-aside";
  if (phase === "rectifying" && status !== "set-aside") return "confirmed";
  if (phase === "rectifying" && rectification !== "owed") return "rectified";
  const { closingRecordedAt } = file;
  return closingRecordedAt !== null && createdAt <= closingRecordedAt ? "closed" : null;
}
