import { takeContracts } from "@/lib/features/contract-export/mutations";
import { contractExportSchema } from "@/lib/features/contract-export/schema";
import { takeInOrganisation } from "@/lib/platform/take-route";

/** Every contract as a file. */
export const POST = takeInOrganisation({
  schema: contractExportSchema,
  take: takeContracts,
  back: (org) => `/${org}/contracts/matrix?error=failed`,
  fault: "an export of contracts failed",
});
