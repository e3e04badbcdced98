import { z } from "zod";
import { requiredText } from "@/lib/forms/typed-fields";

/** Objection of a contact to a signatory of its own controller. */
export const signatoryObjectionSchema = z.object({ id: z.uuid(), reason: requiredText(2000) });
export type SignatoryObjectionInput = z.output<typeof signatoryObjectionSchema>;

/** End of the objections to a signatory: the controller's written act, with its author and its day. */
export const objectionSettlementSchema = z.object({ id: z.uuid(), source: requiredText(1000) });
export type ObjectionSettlement = z.output<typeof objectionSettlementSchema>;
