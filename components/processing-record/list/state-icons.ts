import { Archive, CirclePause, FilePen } from "lucide-react";
import type { RecordState } from "@/lib/domain/processing-record/types";

/** Beside the word of a state that is not in force. */
export const STATE_ICONS = {
  draft: FilePen,
  suspended: CirclePause,
  ended: Archive,
} as const satisfies Record<Exclude<RecordState, "active">, unknown>;
