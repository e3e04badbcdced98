import { createHash } from "node:crypto";
import { canonicalText } from "@/lib/domain/journal/canonical";
import type { RecordContent } from "@/lib/domain/processing-record/content";
import { forController } from "@/lib/domain/processing-record/for-controller";

/** SHA-256 of fields readable by both sides, so that either can recompute it. */
export function fingerprintOf(content: RecordContent): string {
  return createHash("sha256")
    .update(canonicalText(forController(content)))
    .digest("hex");
}
