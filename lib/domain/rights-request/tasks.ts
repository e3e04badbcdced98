import type { TaskKind } from "./facts";

/** Entries of the register that the controller's data are processed under. */
export type TaskSource = {
  id: string;
  tools: readonly string[];
  subProcessors: readonly { name: string; subProcessorId: string | null }[];
};

export type ProposedTask = {
  kind: TaskKind;
  name: string;
  subProcessorId: string | null;
  recordIds: string[];
};

/** Proposes one line for each system and each sub-processor that entries name, in the order in which they do. */
export function proposeTasks(sources: readonly TaskSource[]): ProposedTask[] {
  const tasks = new Map<string, ProposedTask>();
  for (const { id, tools, subProcessors } of sources) {
    for (const name of tools) add(tasks, id, { kind: "system", name, subProcessorId: null });
    for (const named of subProcessors) add(tasks, id, { kind: "sub-processor", ...named });
  }
  return [...tasks.values()];
}

function add(
  tasks: Map<string, ProposedTask>,
  recordId: string,
  named: Omit<ProposedTask, "recordIds">,
): void {
  const key = taskKey(named);
  const task = tasks.get(key) ?? { ...named, recordIds: [] };
  if (!task.recordIds.includes(recordId)) task.recordIds.push(recordId);
  tasks.set(key, task);
}

/** Two lines are one where they name one row, or are written alike but for case and spaces. */
export function taskKey({ kind, name, subProcessorId }: Omit<ProposedTask, "recordIds">): string {
  return `${kind} ${subProcessorId ?? name.trim().toLowerCase().replace(/\s+/g, " ")}`;
}

/** Proposals that no line of the request is about yet. */
export function withoutTasks(
  proposed: readonly ProposedTask[],
  tasks: readonly Omit<ProposedTask, "recordIds">[],
): ProposedTask[] {
  const have = new Set(tasks.map(taskKey));
  return proposed.filter((task) => !have.has(taskKey(task)));
}
