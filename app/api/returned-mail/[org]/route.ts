import { done } from "@/lib/domain/outcome/outcome";
import { receiveReturnedFile } from "@/lib/features/returned-mail/write/mutations";
import { MAX_RETURNED_BYTES } from "@/lib/features/outbox/schema";
import { receiveInOrganisation } from "@/lib/platform/transport/upload-route";

export const POST = receiveInOrganisation({
  page: "/outbox",
  maxBytes: MAX_RETURNED_BYTES,
  receive: async (ctx, file) => {
    const outcome = await receiveReturnedFile(ctx, new Uint8Array(await file.arrayBuffer()));
    if (!outcome.ok) return outcome;
    const { unmatched = 0, unread = 0, again = 0, ...found } = outcome.value;
    const count = Object.values(found).reduce((sum, one) => sum + one, 0);
    return done(`?matched=${count}&other=${unmatched + unread}&again=${again}#returned`);
  },
  fault: "returned mail could not be read",
});
