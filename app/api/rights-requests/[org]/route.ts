import { requestExportSchema } from "@/lib/features/rights-request/schema";
import { exportRequests } from "@/lib/features/rights-request/write/export";
import { downloadForOrganisation } from "@/lib/platform/transport/download-route";

export const POST = downloadForOrganisation({
  schema: requestExportSchema,
  exportFile: exportRequests,
  isOfEverything: () => true,
  back: (org) => `/${org}/rights-requests/figures?error=failed`,
  fault: "an export of rights requests failed",
});
