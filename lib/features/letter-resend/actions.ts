"use server";
import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import type { FormState } from "@/lib/forms/form-state";
import { letterSchema } from "@/lib/features/outbox/schema";
import { resendLetter } from "@/lib/features/letter-resend/write/mutations";
import { withMailServer } from "@/lib/platform/mail/with-mail-server";
import { act } from "@/lib/platform/request/action";

const resendWithServer = withMailServer(resendLetter);

export async function sendAgain(org: string, state: FormState, form: FormData): Promise<FormState> {
  return act({
    org,
    form,
    state,
    schema: letterSchema,
    verb: resendWithServer,
    then: ({ id }) => {
      revalidatePath(`/${org}/outbox`, "layout");
      redirect(`/${org}/outbox/${id}`);
    },
  });
}
