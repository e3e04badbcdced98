import { reportSchema } from "@/lib/features/call-log/schema";
import { exportReport } from "@/lib/features/call-log/write/export-report";
import { downloadForOrganisation } from "@/lib/platform/transport/download-route";

export const POST = downloadForOrganisation({
  schema: reportSchema,
  exportFile: (ctx, _org, input) => exportReport(ctx, input),
  // Each call of a log, and the person who was called.
  isOfEverything: () => true,
  back: (org, { input }) => `/${org}/telephone/logs${input ? `/${input.id}` : ""}?error=failed`,
  fault: "a report on calls could not be printed",
});
