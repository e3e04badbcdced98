import { assistanceExportSchema } from "@/lib/features/dpo-figures/schema";
import { exportAssistance } from "@/lib/features/dpo-figures/write/export";
import { downloadForOrganisation } from "@/lib/platform/transport/download-route";

export const POST = downloadForOrganisation({
  schema: assistanceExportSchema,
  exportFile: exportAssistance,
  isOfEverything: () => true,
  back: (org) => `/${org}/dpo/time?error=failed`,
  fault: "an export of assistance failed",
});
