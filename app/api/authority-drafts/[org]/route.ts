import { packFormatSchema } from "@/lib/features/breach-notice/schema";
import { exportAuthorityDraft } from "@/lib/features/breach-notice/write/authority-draft";
import { downloadForOrganisation } from "@/lib/platform/transport/download-route";

/** The draft of the authority's notification, for the controller that decides. */
export const POST = downloadForOrganisation({
  schema: packFormatSchema,
  exportFile: (ctx, _org, input) => exportAuthorityDraft(ctx, input),
  // Holds one notice.
  isOfEverything: () => false,
  back: (org, { input }) => `/${org}/breaches${input ? `/notices/${input.id}?error=failed` : ""}`,
  fault: "a draft for an authority failed",
});
