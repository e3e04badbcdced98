import { exportRefusedLines } from "@/lib/features/choice/read/refused-lines";
import { refusedLinesSchema } from "@/lib/features/choice/schema";
import { downloadForOrganisation } from "@/lib/platform/transport/download-route";

export const POST = downloadForOrganisation({
  schema: refusedLinesSchema,
  exportFile: exportRefusedLines,
  // Gives back lines of a file that was sent.
  isOfEverything: () => false,
  back: (org) => `/${org}/telephone/consents`,
  fault: "refused lines could not be taken",
});
