import { isUnproven } from "@/lib/domain/call-script/approval";
import type { SpokenText } from "@/lib/domain/call-script/mentions";
import type { Tx } from "@/lib/platform/database/transaction";
import { versionsAt } from "@/lib/platform/database/versions";
import { findCallScript, findRequests, type CallScriptRow, type RequestRow } from "./queries";

/** Finds the text that agents say by a script, as its controller approved it; null while no edition is in use. */
export async function findUsedText(tx: Tx, id: string): Promise<SpokenText | null> {
  const script = await findCallScript(tx, id);
  if (!script || script.usedEdition === null) return null;
  const { usedEdition, isRecorded } = script;
  return approvedText(await findRequests(tx, [id]), { usedEdition, isRecorded });
}

/** Finds the text that agents said by a script at an instant, by its version of then. */
export async function findUsedTextAt(tx: Tx, id: string, at: Date): Promise<SpokenText | null> {
  const version = await tx.callScriptVersion.findFirst({
    where: { ...versionsAt(at), callScriptId: id },
    select: { snapshot: true },
  });
  const stated = version?.snapshot as Pick<CallScriptRow, "usedEdition" | "isRecorded"> | undefined;
  if (!stated || stated.usedEdition === null) return null;
  const { usedEdition, isRecorded } = stated;
  const requests = (await findRequests(tx, [id])).filter(
    ({ decision }) => decision && decision.at <= at.getTime(),
  );
  return approvedText(requests, { usedEdition, isRecorded, at: at.getTime() });
}

function approvedText(
  requests: readonly RequestRow[],
  { usedEdition, isRecorded, at }: { usedEdition: number; isRecorded: boolean | null; at?: number },
): SpokenText | null {
  const sealed = requests.findLast(
    ({ edition, decision }) =>
      edition === usedEdition && decision?.outcome === "approved" && !isUnproven(decision, at),
  );
  return sealed ? { text: sealed.text, language: sealed.language, isRecorded } : null;
}

/** Scripts that a campaign of the controller may name: its own and those of controllers merged into it. */
export function findScriptsOf(tx: Tx, controllerId: string) {
  return tx.callScript.findMany({
    where: { controller: { OR: [{ id: controllerId }, { mergedIntoId: controllerId }] } },
    orderBy: [{ title: "asc" }, { id: "asc" }],
    select: { id: true, reference: true, title: true, state: true },
  });
}
