import { type ComplianceDuty, OWN } from "./duties";

/** Rows that lack something, of one duty and one party; `controller` is its name, by which the list is ordered. */
export type FindingGroup = {
  duty: ComplianceDuty;
  controllerId: string | null;
  isOwn: boolean;
  controller: string;
  lacking: number;
};

/** Part of a page that lies within one duty: rows of some parties alone, counted from the first of theirs. */
export type FindingWindow = {
  duty: ComplianceDuty;
  parties: readonly string[];
  from: number;
  take: number;
};

/** Key of a party: a controller's id, `OWN`, or "" for what concerns no single one. */
export function partyOf({ controllerId, isOwn }: Pick<FindingGroup, "controllerId" | "isOwn">): string {
  return isOwn ? OWN : (controllerId ?? "");
}

/**
 * Divides a page of the list among the parties that it touches, so that no row of any other is read or sorted. Groups
 * come in the order of the list; parties of one name are read together, because their rows alternate.
 */
export function windowsOf(
  groups: readonly FindingGroup[],
  { from, take }: { from: number; take: number },
): FindingWindow[] {
  const windows: FindingWindow[] = [];
  let begin = 0;
  for (const run of runsOf(groups.filter(({ lacking }) => lacking > 0))) {
    const end = begin + run.reduce((sum, { lacking }) => sum + lacking, 0);
    const touched = Math.min(end, from + take) - Math.max(begin, from);
    if (touched > 0) addRun(windows, run, { from: Math.max(0, from - begin), take: touched });
    begin = end;
  }
  return windows;
}

function addRun(windows: FindingWindow[], run: Run, { from, take }: { from: number; take: number }): void {
  const { duty } = run[0];
  const last = windows.at(-1);
  const parties = run.map(partyOf);
  if (last?.duty !== duty) windows.push({ duty, parties, from, take });
  else
    windows[windows.length - 1] = { ...last, parties: [...last.parties, ...parties], take: last.take + take };
}

type Run = [FindingGroup, ...FindingGroup[]];

function runsOf(groups: readonly FindingGroup[]): Run[] {
  const runs: Run[] = [];
  for (const group of groups) {
    const run = runs.at(-1);
    if (run && isAlike(run[0], group)) run.push(group);
    else runs.push([group]);
  }
  return runs;
}

function isAlike(one: FindingGroup, other: FindingGroup): boolean {
  return one.duty === other.duty && one.isOwn === other.isOwn && one.controller === other.controller;
}
