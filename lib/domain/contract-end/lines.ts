import type { RecordContent } from "@/lib/domain/processing-record/content";
import type { DrawnLine, LineDetail, LineKind } from "./types";

/** An entry as the lines are drawn from it. */
export type RecordRead = {
  id: string;
  reference: string;
  content: Pick<
    RecordContent,
    "tools" | "dataCategories" | "retention" | "subProcessorsAnswer" | "subProcessors"
  >;
};

/**
 * Every line of a run, from what the register says: the choice; each system with its backup; each sub-processor; what
 * a law obliges to keep. Where an entry names no system, or does not say whether it has sub-processors, the line stands
 * without a title: silence of the register is no proof that nothing is held.
 */
export function planLines(records: readonly RecordRead[]): DrawnLine[] {
  const systems = records.flatMap(systemsOf);
  return [
    line("choice", "choice"),
    ...groupLines(systems),
    ...groupLines(systems.map((system) => ({ ...system, kind: "backup", key: `backup ${system.key}` }))),
    ...groupLines(records.flatMap(subProcessorsOf)),
    line("retention", "retention"),
  ];
}

/** Lines that the register would draw today and that the run does not hold. */
export function missingLines(records: readonly RecordRead[], held: readonly { key: string }[]): DrawnLine[] {
  const keys = new Set(held.map(({ key }) => key));
  return planLines(records).filter(({ key }) => !keys.has(key));
}

function systemsOf({ id, reference, content }: RecordRead): DrawnLine[] {
  const { tools, dataCategories, retention } = content;
  const detail = {
    records: [reference],
    data: [...dataCategories],
    retention: retention ? [retention] : [],
  };
  if (tools.length === 0) return [line("system", `system of ${id}`, "", detail)];
  return tools.map((tool) => line("system", `system ${sameName(tool)}`, tool, detail));
}

function subProcessorsOf({ id, reference, content }: RecordRead): DrawnLine[] {
  const { subProcessorsAnswer: answer, subProcessors } = content;
  if (subProcessors.length > 0)
    return subProcessors.map(({ name, service }) =>
      line("sub-processor", `sub-processor ${sameName(name)}`, name, {
        records: [reference],
        data: service ? [service] : [],
        retention: [],
      }),
    );
  const detail = { records: [reference], data: [], retention: [] };
  return answer === "no" ? [] : [line("sub-processor", `sub-processor of ${id}`, "", detail)];
}

/** Merges lines of one name, however many entries name it and however they spell it. */
function groupLines(lines: readonly DrawnLine[]): DrawnLine[] {
  const byKey = new Map<string, DrawnLine>();
  for (const next of lines) {
    const before = byKey.get(next.key);
    byKey.set(next.key, before ? { ...before, detail: both(before.detail, next.detail) } : next);
  }
  return [...byKey.values()];
}

function both(one: LineDetail, other: LineDetail): LineDetail {
  const union = (name: keyof LineDetail) => [...new Set([...one[name], ...other[name]])];
  return { records: union("records"), data: union("data"), retention: union("retention") };
}

function line(
  kind: LineKind,
  key: string,
  title = "",
  detail: LineDetail = { records: [], data: [], retention: [] },
): DrawnLine {
  return { kind, key, title, detail };
}

/** "HubSpot " and "hubspot" are one system. */
function sameName(name: string): string {
  return name.normalize("NFKC").trim().replace(/\s+/gu, " ").toLowerCase();
}
