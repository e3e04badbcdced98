import { consultationIdSchema } from "@/lib/features/consultation/schema";
import { takeLinks } from "@/lib/features/consultation/write/links";
import { downloadForOrganisation } from "@/lib/platform/transport/download-route";

export const POST = downloadForOrganisation({
  schema: consultationIdSchema,
  take: takeLinks,
  back: (org, { input }) => `/${org}/telephone/consultations${input ? `/${input.id}` : ""}`,
  fault: "links of a consultation could not be taken",
});
