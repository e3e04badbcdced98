import { createHash } from "node:crypto";
import { canonicalText } from "@/lib/domain/journal/canonical";
import type { RecordContent } from "@/lib/domain/processing-record/content";
import { forController } from "@/lib/domain/processing-record/for-controller";

/** SHA-256 by which both sides know what an entry says: of what both may read, so that either can find it again. */
export function fingerprintOf(content: RecordContent): string {
  return createHash("sha256")
    .update(canonicalText(forController(content)))
    .digest("hex");
}
