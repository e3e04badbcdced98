"use server";
import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { resendSchema } from "@/lib/features/letter-resend/schema";
import { resendLetter } from "@/lib/features/letter-resend/write/mutations";
import { withMailServer } from "@/lib/platform/mail/with-mail-server";
import { staffAction } from "@/lib/platform/request/action";

const resendWithServer = withMailServer(resendLetter);

export const sendAgain = staffAction({
  schema: resendSchema,
  verb: resendWithServer,
  secrets: ["password"],
  then: ({ id }, org) => {
    revalidatePath(`/${org}/outbox`, "layout");
    redirect(`/${org}/outbox/${id}`);
  },
});
