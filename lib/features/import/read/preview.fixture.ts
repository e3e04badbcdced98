import type { Tx } from "@/lib/platform/database/transaction";
import { previewOrChoice, type Preview } from "./preview";

/** Plans within this transaction; null while the sheet is not chosen. */
export async function previewRun(
  tx: Tx,
  run: Parameters<typeof previewOrChoice>[1],
  today: string,
): Promise<Preview | null> {
  const preview = await previewOrChoice(tx, run, today);
  return "choice" in preview ? null : preview;
}
