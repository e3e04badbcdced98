import { z } from "zod";
import { requiredText } from "@/lib/forms/typed-fields";

/** End of the objections to a signatory: the controller's written act, with its author and its day, and the document of it. */
export const objectionSettlementSchema = z.object({
  id: z.uuid(),
  source: requiredText(1000),
  documentId: z.uuid("required"),
});
export type ObjectionSettlement = z.output<typeof objectionSettlementSchema>;
