import { exportLedger } from "@/lib/features/instruction-export/write/mutations";
import { ledgerExportSchema } from "@/lib/features/instruction-export/schema";
import { downloadForOrganisation } from "@/lib/platform/transport/download-route";

export const POST = downloadForOrganisation({
  schema: ledgerExportSchema,
  exportFile: exportLedger,
  isOfEverything: ({ controller }) => controller === "",
  back: (org) => `/${org}/instructions?error=failed`,
  fault: "an export of instructions failed",
});
