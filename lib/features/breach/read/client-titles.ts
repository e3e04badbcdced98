import { titleForClient } from "@/lib/domain/breach/client-title";
import { statementFor, type BreachFile } from "@/lib/domain/breach/file";
import type { ForeignName } from "@/lib/domain/breach/foreign-names";

type Named = {
  file: Pick<BreachFile, "statements" | "shares" | "places">;
  controllerId: string;
  /** Words of the last notice to that controller on what happened; null where it has none. */
  told: string | null;
};

/** Names a breach to one controller, and no other in it; "" where no words can be shown. */
export function clientTitle(
  { file, controllerId, told }: Named,
  findForeign: (text: string) => ForeignName[],
): string {
  const stated = statementFor(file, controllerId, "client-title")?.fact.value.text ?? null;
  return titleForClient({ stated, told }, findForeign);
}
