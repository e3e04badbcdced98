import type { Capacity } from "@/lib/domain/processing-record/types";
import { hasOpenQuestion, hasOpenRowQuestion, isLeftAside, type Settlements } from "./settle";
import type { RowReading } from "./types";

/** Reasons why a row of a file does not come in: `import.reasons.<key>`. */
export type AsideReason =
  "no-controller" | "no-activity" | "repeated" | "skipped" | "question" | "other-register";

type Row = RowReading & { fingerprint: string; settled: Settlements };

/** Facts of the row beside its cells; `seen` are the fingerprints of the rows before it. */
type Beside = { capacity?: Capacity; isSkipped: boolean; seen: ReadonlySet<string> };

/** The reason why a row is set aside, the first that a person has to settle; null for one that comes in. */
export function reasonAside(row: Row, { capacity, isSkipped, seen }: Beside): AsideReason | null {
  if (isLeftAside(row.settled)) return "other-register";
  if (hasOpenRowQuestion(row)) return "question";
  if (!row.controllerName && capacity !== "controller") return "no-controller";
  if (!row.content.activity) return "no-activity";
  if (seen.has(row.fingerprint)) return "repeated";
  if (isSkipped) return "skipped";
  return hasOpenQuestion(row) ? "question" : null;
}
