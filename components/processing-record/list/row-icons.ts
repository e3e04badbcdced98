import { Check, PencilLine, TriangleAlert } from "lucide-react";
import type { Completeness } from "./list-rows";
import { STATE_ICONS } from "./state-icons";

export const ROW_ICONS = {
  ...STATE_ICONS,
  missing: TriangleAlert,
  worth: PencilLine,
  complete: Check,
} as const satisfies Record<keyof typeof STATE_ICONS | Completeness, unknown>;
