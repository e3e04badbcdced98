import { exportMatrix } from "@/lib/features/authorisation-matrix/write/mutations";
import { matrixExportSchema } from "@/lib/features/authorisation-matrix/schema";
import { downloadForOrganisation } from "@/lib/platform/transport/download-route";

export const POST = downloadForOrganisation({
  schema: matrixExportSchema,
  exportFile: exportMatrix,
  isOfEverything: () => true,
  back: (org) => `/${org}/authorisations?error=failed`,
  fault: "an export of authorisations failed",
});
