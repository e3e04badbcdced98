"use server";
import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { getLocale } from "next-intl/server";
import { refuse } from "@/lib/domain/outcome/outcome";
import {
  closePublicPage,
  openPublicPage,
  removeSubscriber,
  savePublicPage,
} from "@/lib/features/public-page/write/mutations";
import {
  confirmSubscription,
  leaveSubscription,
  requestSubscription,
} from "@/lib/features/public-page/write/subscriptions";
import { receivePublicRequest } from "@/lib/features/public-page/write/receive-request";
import type { FormState } from "@/lib/forms/form-state";
import { formatDay, formatInstant } from "@/lib/i18n/format";
import { stopTimesWords } from "@/lib/i18n/stop-times";
import { translator } from "@/lib/i18n/translator";
import { actAsAnonymous, staffAction } from "@/lib/platform/request/action";
import { atLeast } from "@/lib/platform/request/minimum-duration";
import { findPublicScope } from "@/lib/platform/request/public-scope";
import {
  closeSchema,
  openSchema,
  publicPageSchema,
  publicRequestSchema,
  subscribeSchema,
  subscriberIdSchema,
  subscriptionTokenSchema,
} from "./schema";

/** Milliseconds: longer than any branch takes, so that timing reveals nothing. */
const ANSWER_MS = 700;

export const submitPublicPage = staffAction({
  schema: publicPageSchema,
  verb: savePublicPage,
  then: (_, org) => {
    revalidatePath(`/${org}/public-page`, "layout");
    redirect(`/${org}/public-page`);
  },
});

export const submitOpening = staffAction({
  schema: openSchema,
  verb: openPublicPage,
  then: (_, org) => revalidatePath(`/${org}/public-page`, "layout"),
});

export const submitClosing = staffAction({
  schema: closeSchema,
  verb: closePublicPage,
  then: (_, org) => revalidatePath(`/${org}/public-page`, "layout"),
});

export const submitRemoval = staffAction({
  schema: subscriberIdSchema,
  verb: removeSubscriber,
  then: (_, org) => revalidatePath(`/${org}/public-page`, "layout"),
});

/** Answers alike, after the same delay, whether or not the address has subscribed. */
export async function submitSubscription(
  address: string,
  _state: FormState,
  form: FormData,
): Promise<FormState> {
  const locale = await getLocale();
  const state = await atLeast(ANSWER_MS, () =>
    actAsAnonymous({
      schema: subscribeSchema,
      form,
      verb: async ({ device, now }, input) => {
        const scope = await findPublicScope(address);
        if (!scope) return refuse({ kind: "not-found" });
        return requestSubscription({ scope, locale, device, now }, input);
      },
    }),
  );
  // Shows the address as typed, so that a mistake is noticed.
  return state.status === "done" ? { ...state, once: [String(form.get("email"))] } : state;
}

export async function submitConfirmation(_state: FormState, form: FormData): Promise<FormState> {
  return actAsAnonymous({
    schema: subscriptionTokenSchema,
    form,
    verb: ({ now }, input) => confirmSubscription(input, now),
  });
}

export async function submitLeaving(_state: FormState, form: FormData): Promise<FormState> {
  return actAsAnonymous({
    schema: subscriptionTokenSchema,
    form,
    verb: (_, input) => leaveSubscription(input),
  });
}

/** Answers with reference, instant of receipt and last day, in words: the same for everybody, known or not. */
export async function submitPublicRequest(
  address: string,
  _state: FormState,
  form: FormData,
): Promise<FormState> {
  const locale = await getLocale();
  const ui = await translator(locale, "ui");
  let receipt: string[] = [];
  const state = await atLeast(ANSWER_MS, () =>
    actAsAnonymous({
      schema: publicRequestSchema,
      form,
      verb: async ({ device, now }, input) => {
        const scope = await findPublicScope(address);
        return scope ? receivePublicRequest({ scope, device, now }, input) : refuse({ kind: "not-found" });
      },
      then: ({ reference, receivedAt, dueOn, isCountryAsked, numbers, times, timesTakeMore, asksStop }) => {
        const received = formatInstant(receivedAt, "Africa/Casablanca", locale);
        receipt = [
          reference,
          received,
          formatDay(dueOn, locale, { long: true }),
          isCountryAsked ? "asked" : "",
          numbers.join(", "),
          stopTimesWords(times, locale, ui),
          asksStop ? "held" : "",
          timesTakeMore ? "more" : "",
        ];
      },
    }),
  );
  return state.status === "done" ? { ...state, once: receipt } : state;
}
