import "server-only";
import { isSetupTokenGood } from "@/lib/features/setup/read/queries";

/** True while the link is unused and valid. */
export async function loadSetup(token: string | undefined): Promise<{ isGood: boolean }> {
  return { isGood: token !== undefined && (await isSetupTokenGood(token, new Date())) };
}
