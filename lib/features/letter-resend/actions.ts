"use server";
import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import type { FormState } from "@/lib/forms/form-state";
import { resendSchema } from "@/lib/features/letter-resend/schema";
import { resendLetter } from "@/lib/features/letter-resend/write/mutations";
import { withMailServer } from "@/lib/platform/mail/with-mail-server";
import { staffAction } from "@/lib/platform/request/action";

const resendWithServer = withMailServer(resendLetter);

export async function sendAgain(org: string, state: FormState, form: FormData): Promise<FormState> {
  return act({
    org,
    form,
    state,
    schema: resendSchema,
    verb: resendWithServer,
    secrets: ["password"],
    then: ({ id }) => {
      revalidatePath(`/${org}/outbox`, "layout");
      redirect(`/${org}/outbox/${id}`);
    },
  });
}
