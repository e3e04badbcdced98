"use server";
import { revalidatePath } from "next/cache";
import { settleObjections } from "@/lib/features/signatory-objection/write/settle";
import { objectToSignatory } from "@/lib/features/signatory-objection/write/object";
import { contactAction, staffAction } from "@/lib/platform/request/action";
import { objectionSettlementSchema, signatoryObjectionSchema } from "./schema";

export const objectToPerson = contactAction({
  schema: signatoryObjectionSchema,
  verb: objectToSignatory,
  message: "saved",
  then: (_, contact) => revalidatePath(`/portal/${contact}/me`),
});

export const settle = staffAction({
  schema: objectionSettlementSchema,
  verb: settleObjections,
  message: "saved",
  then: ({ id }, org) => revalidatePath(`/${org}/controllers/contacts/${id}`),
});
