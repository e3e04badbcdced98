import "server-only";
import { isSetupTokenGood } from "@/lib/features/setup/read/queries";

/** Whether the set-up link that was followed is still good. */
export async function loadSetup(token: string | undefined): Promise<{ isGood: boolean }> {
  return { isGood: token !== undefined && (await isSetupTokenGood(token, new Date())) };
}
