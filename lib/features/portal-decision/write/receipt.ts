import { readInPortal } from "@/lib/features/authorisation/write/mutations";
import type { ContactCtx } from "@/lib/platform/request/context";

/**
 * Opening a request is receiving it: from then on its days are counted, art. 28(2). It is a look that leaves a fact, so
 * the page's loader notes it, once; a request that is not there is for the loader to refuse.
 */
export async function recordReceipt(ctx: ContactCtx, id: string): Promise<void> {
  await readInPortal(ctx, id);
}
