import { exportAnnexes } from "@/lib/features/transfer-annexes/write/mutations";
import { annexesExportSchema } from "@/lib/features/transfer-annexes/schema";
import { downloadForOrganisation } from "@/lib/platform/transport/download-route";

export const POST = downloadForOrganisation({
  schema: annexesExportSchema,
  exportFile: (ctx, _org, input) => exportAnnexes(ctx, input),
  // Holds one transfer.
  isOfEverything: () => false,
  back: (org, { input }) =>
    input ? `/${org}/transfers/${input.id}?error=annexes#annexes` : `/${org}/transfers`,
  fault: "the annexes of a transfer failed",
});
