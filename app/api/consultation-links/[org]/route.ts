import { consultationIdSchema } from "@/lib/features/consultation/schema";
import { exportLinks } from "@/lib/features/consultation/write/links";
import { downloadForOrganisation } from "@/lib/platform/transport/download-route";

export const POST = downloadForOrganisation({
  schema: consultationIdSchema,
  exportFile: exportLinks,
  // Links let whoever holds one answer in the name of its person.
  isOfEverything: () => true,
  back: (org, { input }) => `/${org}/telephone/consultations${input ? `/${input.id}` : ""}`,
  fault: "links of a consultation could not be taken",
});
