import { exportExtract } from "@/lib/features/export/write/mutations";
import { extractSchema } from "@/lib/features/export/schema";
import { downloadForPortal } from "@/lib/platform/transport/download-route";

/** Returns a refused day to the form with its reason. */
export const POST = downloadForPortal({
  schema: extractSchema,
  exportFile: (ctx, _contact, input) => exportExtract(ctx, input),
  back: (contact, { input, refusal }) => {
    const issue = refusal?.kind === "invalid" ? refusal.issues[0] : undefined;
    const query = new URLSearchParams(input?.on ? { on: input.on } : {});
    if (issue?.path === "on") query.set("day", issue.key);
    else query.set("error", issue?.key ?? "failed");
    return `/portal/${contact}/extract?${query}`;
  },
  fault: "an extract failed",
});
