"use server";
import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import type { FormState } from "@/lib/forms/form-state";
import { letterSchema } from "@/lib/features/outbox/schema";
import { resendLetter } from "@/lib/features/letter-resend/write/mutations";
import { act } from "@/lib/platform/request/action";

export async function sendAgain(org: string, state: FormState, form: FormData): Promise<FormState> {
  return act({
    org,
    form,
    state,
    schema: letterSchema,
    verb: resendLetter,
    then: ({ id }) => {
      revalidatePath(`/${org}/outbox`, "layout");
      redirect(`/${org}/outbox/${id}`);
    },
  });
}
