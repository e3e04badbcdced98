import { exportRegister } from "@/lib/features/export/write/mutations";
import { exportPage, exportSchema } from "@/lib/features/export/schema";
import { downloadForOrganisation } from "@/lib/platform/transport/download-route";

/** Returns a refused day to the form with its reason. */
export const POST = downloadForOrganisation({
  schema: exportSchema,
  exportFile: exportRegister,
  isOfEverything: ({ controller }) => controller === "",
  back: (org, { input, refusal }) => {
    const { register = "processor", controller, on, contents } = input ?? {};
    const issue = refusal?.kind === "invalid" ? refusal.issues[0] : undefined;
    const query = new URLSearchParams({
      ...(controller && { controller }),
      ...(on && { on }),
      ...(contents && { contents }),
    });
    if (issue?.path === "on") query.set("day", issue.key);
    else query.set("error", refusal?.kind ?? "failed");
    return `${exportPage(org, { register })}?${query}`;
  },
  fault: "an export failed",
});
