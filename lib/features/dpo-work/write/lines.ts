import { type WorkLine, lineSchemas, readContent, type WorkContent } from "@/lib/domain/dpo-work/content";
import type { LinedKind } from "@/lib/domain/dpo-work/kinds";
import { lineStateOf } from "@/lib/domain/dpo-work/lifecycle";
import { difference } from "@/lib/domain/journal/difference";
import { done, invalid, type Outcome } from "@/lib/domain/outcome/outcome";
import { findFactsOf, type WorkRow } from "@/lib/features/dpo-work/read/queries";
import type { LineSave } from "@/lib/features/dpo-work/schema";
import { newId } from "@/lib/platform/database/ids";
import { type Ctx, today } from "@/lib/platform/request/context";
import { projectWork, workDocument } from "./document";

/** Adds a line, or changes one that is open; a version of a procedure that is in force is followed by another. */
export function saveLine(
  ctx: Ctx,
  { id, version, kind, lineId, ...fields }: LineSave,
): Promise<Outcome<WorkRow>> {
  return workDocument(kind).update(ctx, { act: `${kind}.write`, id, version }, async (before, { tx }) => {
    const lines = linesOf(kind, before.content);
    const earlier = lines.find((line) => line.id === lineId);
    if (lineId !== null && !earlier) return invalid("text", "lineGone");
    const facts = await findFactsOf(tx, id);
    if (earlier && !isChangeable(kind, earlier, lineStateOf(kind, facts, earlier.id), today(ctx)))
      return invalid("text", kind === "procedure" ? "versionInForce" : "lineClosed");
    const line = lineSchemas[kind].parse({ ...fields, id: earlier?.id ?? newId(ctx.now) }) as WorkLine;
    const written = earlier ? lines.map((one) => (one.id === line.id ? line : one)) : [...lines, line];
    const content = { ...before.content, lines: written } as WorkContent;
    return done({
      patch: { content, ...projectWork({ kind, content, facts }) },
      kind: "saved",
      event: earlier ? `${kind}.line-changed` : `${kind}.line-added`,
      difference: earlier ? difference(withoutId(earlier), withoutId(line)) : { after: withoutId(line) },
      shown: (current) => {
        const stored = linesOf(kind, current.content).find((one) => one.id === lineId);
        return stored ? withoutId(stored) : fields;
      },
    });
  });
}

function linesOf(kind: LinedKind, content: WorkContent): readonly WorkLine[] {
  return readContent(kind, content).lines;
}

function isChangeable(kind: LinedKind, line: WorkLine, state: string, on: string): boolean {
  if (kind === "procedure" && "inForceFrom" in line) return line.inForceFrom > on;
  return state === "open";
}

function withoutId({ id: _ofNoInterest, ...line }: WorkLine) {
  return line;
}
