"use server";
import { revalidatePath } from "next/cache";
import { settleObjections } from "@/lib/features/signatory-objection/write/settle";
import { staffAction } from "@/lib/platform/request/action";
import { objectionSettlementSchema } from "./schema";

export const settle = staffAction({
  schema: objectionSettlementSchema,
  verb: settleObjections,
  message: "saved",
  then: ({ id }, org) => revalidatePath(`/${org}/controllers/contacts/${id}`),
});
