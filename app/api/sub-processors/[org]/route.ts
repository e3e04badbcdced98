import { exportSubProcessors } from "@/lib/features/sub-processor-export/write/mutations";
import { listExportSchema } from "@/lib/features/sub-processor-export/schema";
import { downloadForOrganisation } from "@/lib/platform/transport/download-route";

export const POST = downloadForOrganisation({
  schema: listExportSchema,
  exportFile: exportSubProcessors,
  isOfEverything: () => true,
  back: (org) => `/${org}/sub-processors?error=failed`,
  fault: "an export of sub-processors failed",
});
