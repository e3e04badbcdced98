import type { SpokenText } from "@/lib/domain/call-script/mentions";
import type { Tx } from "@/lib/platform/database/transaction";
import { findCallScript, findRequests } from "./queries";

/** Finds the text that agents say by a script, as its controller approved it; null while no edition is in use. */
export async function findUsedText(tx: Tx, id: string): Promise<SpokenText | null> {
  const script = await findCallScript(tx, id);
  if (!script || script.usedEdition === null) return null;
  const requests = await findRequests(tx, [id]);
  const sealed = requests.findLast(
    ({ edition, decision }) => edition === script.usedEdition && decision?.outcome === "approved",
  );
  return sealed ? { text: sealed.text, language: sealed.language, isRecorded: script.isRecorded } : null;
}

/** Scripts that a campaign of the controller may name: its own and those of controllers merged into it. */
export function findScriptsOf(tx: Tx, controllerId: string) {
  return tx.callScript.findMany({
    where: { controller: { OR: [{ id: controllerId }, { mergedIntoId: controllerId }] } },
    orderBy: [{ title: "asc" }, { id: "asc" }],
    select: { id: true, reference: true, title: true, state: true },
  });
}
