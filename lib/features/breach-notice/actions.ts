"use server";
import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import type { FormState } from "@/lib/forms/form-state";
import { act, contactAction, staffAction } from "@/lib/platform/request/action";
import type { StaffCtx } from "@/lib/platform/request/context";
import {
  draftNotice,
  refreshNotice,
  saveNotice,
  withdrawNotice,
} from "@/lib/features/breach-notice/write/drafts";
import { correctInformed, recordInformed } from "@/lib/features/breach-notice/write/informed";
import { issueNotice } from "@/lib/features/breach-notice/write/issue";
import { stateOwnNotification } from "@/lib/features/breach-notice/write/own-notification";
import { acknowledgeNotice } from "@/lib/features/breach-notice/write/receipts";
import {
  informedCorrectionSchema,
  noticeAcknowledgeSchema,
  noticeDraftSchema,
  noticeInformedSchema,
  noticeRefreshSchema,
  type NoticeSave,
  noticeSaveSchema,
  noticeWithdrawSchema,
  ownNotificationSchema,
} from "./schema";

export const submitNoticeDraft = staffAction({
  schema: noticeDraftSchema,
  verb: draftNotice,
  then: ({ id }, org) => redirect(`/${org}/breaches/notices/${id}`),
});

/** Submits one form with two buttons: the draft is saved, or issued as it is typed. */
export async function submitNotice(org: string, state: FormState, form: FormData): Promise<FormState> {
  const verb = (ctx: StaffCtx, input: NoticeSave) =>
    input.act === "issue" ? issueNotice(ctx, input) : saveNotice(ctx, input);
  return act({
    org,
    form,
    state,
    schema: noticeSaveSchema,
    verb,
    then: ({ id }) => {
      revalidatePath(`/${org}`, "layout");
      redirect(`/${org}/breaches/notices/${id}`);
    },
  });
}

export const submitNoticeRefresh = staffAction({
  schema: noticeRefreshSchema,
  verb: refreshNotice,
  then: ({ id }, org) => redirect(`/${org}/breaches/notices/${id}`),
});

export const submitNoticeWithdrawal = staffAction({
  schema: noticeWithdrawSchema,
  verb: withdrawNotice,
  then: ({ breachId }, org) => redirect(`/${org}/breaches/${breachId}`),
});

export const submitInformed = staffAction({
  schema: noticeInformedSchema,
  verb: recordInformed,
  message: "saved",
  then: (_, org) => revalidatePath(`/${org}`, "layout"),
});

export const submitInformedCorrection = staffAction({
  schema: informedCorrectionSchema,
  verb: correctInformed,
  message: "saved",
  then: (_, org) => revalidatePath(`/${org}`, "layout"),
});

export const submitAcknowledgement = contactAction({
  schema: noticeAcknowledgeSchema,
  verb: acknowledgeNotice,
  about: ({ id }) => ({ noun: "breach-notice", id }),
  then: ({ id }, contact) => {
    revalidatePath(`/portal/${contact}`, "layout");
    redirect(`/portal/${contact}/notices/${id}`);
  },
});

export const submitOwnNotification = contactAction({
  schema: ownNotificationSchema,
  verb: stateOwnNotification,
  about: ({ id }) => ({ noun: "breach-notice", id }),
  then: ({ id }, contact) => {
    revalidatePath(`/portal/${contact}`, "layout");
    redirect(`/portal/${contact}/notices/${id}`);
  },
});
