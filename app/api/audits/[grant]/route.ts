import { tableSchema } from "@/lib/features/audit/schema";
import { exportTable } from "@/lib/features/audit/write/mutations";
import { downloadForAuditor } from "@/lib/platform/transport/download-route";

/** Returns to the page of the section where it could not be made. */
export const POST = downloadForAuditor({
  schema: tableSchema,
  exportFile: (ctx, _, input) => exportTable(ctx, input),
  back: (grant, { input }) => `/audit/${grant}${input ? `/${input.section}` : ""}?error=failed`,
  fault: "an export of an audit failed",
});
