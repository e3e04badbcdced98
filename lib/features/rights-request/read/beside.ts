import { letterIdsOf } from "@/lib/features/rights-request/read/departures";
import { proposeCandidates } from "@/lib/domain/rights-request/candidates";
import { proposeTasks, taskKey, withoutTasks } from "@/lib/domain/rights-request/tasks";
import { findOthers, keysOfRow } from "@/lib/features/rights-request/read/same-request";
import { identifyingHintOf } from "@/lib/features/rights-request/read/person";
import { findRecipients } from "@/lib/features/rights-request/read/recipients";
import { findPlaces, findTaskSources } from "@/lib/features/rights-request/read/queries";
import { type ClockedRequest } from "@/lib/features/rights-request/read/to-plan";
import type { Tx } from "@/lib/platform/database/transaction";
import { findLetterStatuses } from "@/lib/platform/mail/letter-status";
import { readTogether } from "@/lib/platform/read/read-together";

/** Finds what a request's page shows beside it: tasks and clients proposed for it, other requests of its person, its letters. */
export async function findBeside(tx: Tx, { request, file, facts }: ClockedRequest) {
  const { controllerId, id } = request;
  const keys = keysOfRow(request);
  const { sources, places, others, instruction, recipients, letterOf } = await readTogether({
    sources: controllerId === null ? [] : findTaskSources(tx, controllerId),
    places: controllerId === null ? findPlaces(tx) : [],
    others: keys.length === 0 ? [] : findOthers(tx, id, keys),
    instruction: findInstruction(tx, file.instructed?.value.instructionId),
    recipients: controllerId === null ? [] : findRecipients(tx, controllerId),
    letterOf: findLetterStatuses(tx, letterIdsOf([facts])),
  });
  return {
    proposals: withoutTasks(proposeTasks(sources), file.tasks).map((task) => ({
      ...task,
      key: taskKey(task),
    })),
    candidates: proposeCandidates(identifyingHintOf(request), places),
    others,
    instruction,
    recipients: recipients.map(({ name }) => name),
    letters: letterIdsOf([facts]).flatMap((id) => letterOf(id) ?? []),
  };
}

async function findInstruction(tx: Tx, id: string | undefined) {
  if (id === undefined) return null;
  return tx.instruction.findFirst({ where: { id }, select: { id: true, number: true } });
}
