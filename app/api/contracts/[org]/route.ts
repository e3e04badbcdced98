import { exportContracts } from "@/lib/features/contract-export/write/mutations";
import { contractExportSchema } from "@/lib/features/contract-export/schema";
import { downloadForOrganisation } from "@/lib/platform/transport/download-route";

export const POST = downloadForOrganisation({
  schema: contractExportSchema,
  exportFile: exportContracts,
  isOfEverything: () => true,
  back: (org) => `/${org}/contracts/matrix?error=failed`,
  fault: "an export of contracts failed",
});
