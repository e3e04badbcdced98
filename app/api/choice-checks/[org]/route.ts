import { listFormSchema, MAX_LIST_BYTES, type ListForm } from "@/lib/features/choice/schema";
import { exportCheckedList } from "@/lib/features/choice/write/check-list";
import type { Refusal } from "@/lib/domain/outcome/outcome";
import { downloadForOrganisation } from "@/lib/platform/transport/download-route";

export const POST = downloadForOrganisation({
  schema: listFormSchema,
  maxBytes: MAX_LIST_BYTES,
  exportFile: exportCheckedList,
  // Gives back the list that was sent.
  isOfEverything: () => false,
  back: (org, { input, refusal }) => `/${org}/telephone/choices/check?${statedAgain(input, refusal)}`,
  fault: "a list could not be checked",
});

/** Gives back what was chosen, with the reason and its field. */
function statedAgain(input: ListForm | null, refusal: Refusal | null): URLSearchParams {
  const { controllerId = "", act = "", purpose = "", country = "", day = "" } = input ?? {};
  const { campaignId = "", numberCountry = "", countryColumn = "" } = input ?? {};
  const [issue] = refusal?.kind === "invalid" ? refusal.issues : [];
  return new URLSearchParams({
    controllerId,
    act,
    purpose: purpose.slice(0, 200),
    country,
    day,
    campaignId,
    numberCountry,
    countryColumn,
    at: issue?.path ?? "",
    error: issue?.key ?? refusal?.kind ?? "failed",
  });
}
