import { packFormatSchema } from "@/lib/features/breach-notice/schema";
import { exportPack } from "@/lib/features/breach-notice/write/pack";
import { downloadForPortal } from "@/lib/platform/transport/download-route";

/** The facts of a notice in the order of the authority's form, as PDF or JSON. */
export const POST = downloadForPortal({
  schema: packFormatSchema,
  exportFile: (ctx, _contact, input) => exportPack(ctx, input),
  back: (contact, { input }) => `/portal/${contact}/notices${input ? `/${input.id}?error=failed` : ""}`,
  fault: "a pack of a breach failed",
});
