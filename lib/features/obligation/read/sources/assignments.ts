import type { AssignmentFact } from "@/lib/domain/assignment/assignment";
import { rowOfTask, TASK_KIND } from "@/lib/domain/assignment/rows";
import { planTask } from "@/lib/domain/obligation/plan-task";
import { type Duty, isDated } from "@/lib/domain/obligation/types";
import { findLastFacts } from "@/lib/features/assignment/read/queries";
import { findTaskRows, pathOfRow, type TaskRow } from "@/lib/features/assignment/read/task-rows";
import type { FindLacks } from "@/lib/features/obligation/read/lacks/asked";
import type { Tx } from "@/lib/platform/database/transaction";
import type { FindObligations } from "./asked";

/** Rows that somebody is asked to follow by a day, and those whose following was closed since the bound. */
export const findDatedTasks: FindObligations = async (tx, { doneSince }) =>
  (await findTasks(tx, doneSince)).filter(isDated);

/** Rows that somebody is asked to follow, without a day. */
export const findUndatedTasks: FindLacks = async (tx, { doneSince }) =>
  (await findTasks(tx, doneSince)).filter((task) => !isDated(task));

async function findTasks(tx: Tx, doneSince: Date): Promise<Duty[]> {
  const facts = (await findLastFacts(tx)).flatMap((fact) => {
    const row = rowOfTask(fact.line);
    const isShown = fact.act !== "done" || fact.recordedAt >= doneSince.getTime();
    return row && isShown ? [{ fact, row }] : [];
  });
  const rows = await findTaskRows(
    tx,
    facts.map(({ row }) => row),
  );
  const rowOf = new Map(rows.map((row) => [`${TASK_KIND} ${row.id} ${row.noun}`, row]));
  return facts.flatMap(({ fact }) => {
    const row = rowOf.get(fact.line);
    return row ? [taskOf(row, fact)] : [];
  });
}

function taskOf(row: TaskRow, fact: AssignmentFact): Duty {
  const { id, noun, reference, about, controllerId, controllerName } = row;
  return planTask({
    row: {
      subject: { id, reference: reference || (controllerName ?? "") },
      controller: controllerId === null ? null : { id: controllerId, name: controllerName ?? "" },
      path: pathOfRow(row),
      version: fact.number,
      changedAt: fact.recordedAt,
    },
    noun,
    about,
    untilOn: fact.untilOn,
    doneAt: fact.act === "done" ? fact.recordedAt : null,
  });
}
