import { exportHeads } from "@/lib/features/journal/write/mutations";
import { headsExportSchema } from "@/lib/features/journal/schema";
import { downloadForOrganisation } from "@/lib/platform/transport/download-route";

export const POST = downloadForOrganisation({
  schema: headsExportSchema,
  exportFile: exportHeads,
  // Digests alone.
  isOfEverything: () => false,
  back: (org, { input }) => `/${org}/journal${input?.day ? "/heads" : ""}?error=failed`,
  fault: "a download of the journal's published heads failed",
});
