import { findForeignNameFinder } from "@/lib/features/party-names/read/foreign";
import { findRegisterParties } from "@/lib/features/processing-record/read/queries";
import type { Audience } from "@/lib/features/dossier/schema";
import { findMergedAt } from "@/lib/platform/merged-at";
import type { Tx } from "@/lib/platform/database/transaction";

type Asked = { controllerIds: readonly string[]; at: Date; isPast: boolean };

/** Controllers of a dossier: the chosen ones with those merged into them by then, and their names of that instant. */
export async function findDossierParties(tx: Tx, { controllerIds, at, isPast }: Asked) {
  const parties = await findRegisterParties(tx, isPast ? at : null);
  const merged = await findMergedAt(tx, at);
  const chosen = controllerIds.length === 0 ? null : [...controllerIds];
  const joined = chosen?.flatMap((id) => [
    id,
    ...[...merged].flatMap(([from, into]) => (into === id ? from : [])),
  ]);
  const nameOf = (id: string | null): string => {
    if (id === null) return "";
    return (parties.get(merged.get(id) ?? id) ?? parties.get(id))?.legalName ?? "";
  };
  return { controllerIds: joined ?? null, nameOf };
}

/** Replaces what names another controller than the one that receives the dossier, and counts how often. */
export type Withholding = { withhold: (text: string) => string; count: () => number };

export async function findWithholding(
  tx: Tx,
  { audience, controllerIds }: { audience: Audience; controllerIds: readonly string[] },
  replacement: string,
): Promise<Withholding> {
  const [own] = controllerIds;
  if (audience !== "controller" || own === undefined) return { withhold: (text) => text, count: () => 0 };
  const find = await findForeignNameFinder(tx, own);
  let count = 0;
  return {
    withhold: (text) => {
      if (text === "" || find(text).length === 0) return text;
      count += 1;
      return replacement;
    },
    count: () => count,
  };
}
