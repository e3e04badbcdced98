import type { Row } from "./types";

export const NOW = Date.parse("2026-11-24T10:00:00Z");

/** A row as planners are given it. */
export const ROW: Row = {
  subject: { id: "row", reference: "R-001" },
  controller: { id: "controller", name: "Orvelle SAS" },
  path: "/rows/row",
  version: 3,
  changedAt: NOW,
};
