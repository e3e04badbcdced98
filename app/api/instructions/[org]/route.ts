import { takeLedger } from "@/lib/features/instruction-export/mutations";
import { ledgerExportSchema } from "@/lib/features/instruction-export/schema";
import { takeInOrganisation } from "@/lib/platform/take-route";

/** The ledger of instructions as a file. */
export const POST = takeInOrganisation({
  schema: ledgerExportSchema,
  take: takeLedger,
  back: (org) => `/${org}/instructions?error=failed`,
  fault: "an export of instructions failed",
});
