import { emptyContent, type RecordContent } from "@/lib/domain/processing-record/content";
import { planImport, type PlanInput } from "./plan";
import type { KnownRecord, RowReading } from "./types";

type Row = RowReading & { fingerprint: string };

export function row(
  reference: string,
  controllerName: string,
  activity: string,
  more: Partial<RecordContent> = {},
): Row {
  const content = activity
    ? { ...emptyContent(activity), ...more }
    : { ...emptyContent("-"), activity: "", ...more };
  const cells = [reference, controllerName, activity, JSON.stringify(more)];
  return {
    line: 1,
    cells,
    reference,
    controllerName,
    controller: {},
    content,
    doubts: [],
    fingerprint: cells.join("|"),
  };
}

export function plan(readings: Row[], more: Partial<PlanInput> = {}) {
  return planImport({
    readings,
    records: [],
    controllers: [],
    remembered: new Map(),
    decisions: { rows: {}, controllers: {} },
    today: "2026-11-25",
    ...more,
  });
}

export const CONTROLLERS = [
  { id: "c1", legalName: "Voltiris SA", isPlaceholder: false, spellings: [], formerNames: [] },
];

export function record(
  reference: string,
  content: RecordContent,
  more: Partial<KnownRecord> = {},
): KnownRecord {
  return {
    id: `r-${reference}`,
    reference,
    controllerId: "c1",
    state: "draft",
    stateSince: null,
    version: 3,
    content,
    ...more,
  };
}
