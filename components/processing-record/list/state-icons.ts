import { Archive, CirclePause, FilePen } from "lucide-react";
import type { RecordState } from "@/lib/domain/processing-record/types";

export const STATE_ICONS = {
  draft: FilePen,
  suspended: CirclePause,
  ended: Archive,
} as const satisfies Record<Exclude<RecordState, "active">, unknown>;
