import { z } from "zod";
import { requiredText } from "@/lib/forms/typed-fields";

/** End of the objections to a signatory: the controller's written act, with its author and its day. */
export const objectionSettlementSchema = z.object({ id: z.uuid(), source: requiredText(1000) });
export type ObjectionSettlement = z.output<typeof objectionSettlementSchema>;
