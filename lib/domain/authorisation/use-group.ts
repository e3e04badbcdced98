import type { CellState } from "./authorisation-status";

/**
 * Groups in which a controller reads its sub-processors, art. 28(2): only those active for it work with its
 * data. Words: `portal.sub-processors.groups.<group>`.
 */
export const USE_GROUPS = ["working", "authorised", "asked", "out"] as const;
export type UseGroup = (typeof USE_GROUPS)[number];

const GROUP_OF: Record<CellState, UseGroup> = {
  active: "working",
  "to-sign": "authorised",
  draft: "out",
  never: "out",
  awaited: "asked",
  notified: "asked",
  refused: "out",
  expired: "out",
  objected: "out",
  revoked: "out",
  suspended: "out",
  withdrawn: "out",
  alternative: "out",
  "contract-terminated": "out",
  replaced: "out",
  ended: "out",
};

export function groupOfUse(state: CellState): UseGroup {
  return GROUP_OF[state];
}
