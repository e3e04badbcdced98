"use server";
import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import type { FormState } from "@/lib/forms/form-state";
import { act, actInPortal } from "@/lib/platform/request/action";
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

export async function submitNoticeDraft(org: string, state: FormState, form: FormData): Promise<FormState> {
  return act({
    org,
    form,
    state,
    schema: noticeDraftSchema,
    verb: draftNotice,
    then: ({ id }) => redirect(`/${org}/breaches/notices/${id}`),
  });
}

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

export async function submitNoticeRefresh(org: string, state: FormState, form: FormData): Promise<FormState> {
  return act({
    org,
    form,
    state,
    schema: noticeRefreshSchema,
    verb: refreshNotice,
    then: ({ id }) => redirect(`/${org}/breaches/notices/${id}`),
  });
}

export async function submitNoticeWithdrawal(
  org: string,
  state: FormState,
  form: FormData,
): Promise<FormState> {
  return act({
    org,
    form,
    state,
    schema: noticeWithdrawSchema,
    verb: withdrawNotice,
    then: ({ breachId }) => redirect(`/${org}/breaches/${breachId}`),
  });
}

export async function submitInformed(org: string, state: FormState, form: FormData): Promise<FormState> {
  return act({
    org,
    form,
    state,
    schema: noticeInformedSchema,
    verb: recordInformed,
    message: "saved",
    then: () => revalidatePath(`/${org}`, "layout"),
  });
}

export async function submitInformedCorrection(
  org: string,
  state: FormState,
  form: FormData,
): Promise<FormState> {
  return act({
    org,
    form,
    state,
    schema: informedCorrectionSchema,
    verb: correctInformed,
    message: "saved",
    then: () => revalidatePath(`/${org}`, "layout"),
  });
}

export async function submitAcknowledgement(
  contact: string,
  state: FormState,
  form: FormData,
): Promise<FormState> {
  return actInPortal({
    contact,
    form,
    state,
    schema: noticeAcknowledgeSchema,
    verb: acknowledgeNotice,
    about: ({ id }) => ({ noun: "breach-notice", id }),
    then: ({ id }) => {
      revalidatePath(`/portal/${contact}`, "layout");
      redirect(`/portal/${contact}/notices/${id}`);
    },
  });
}

export async function submitOwnNotification(
  contact: string,
  state: FormState,
  form: FormData,
): Promise<FormState> {
  return actInPortal({
    contact,
    form,
    state,
    schema: ownNotificationSchema,
    verb: stateOwnNotification,
    about: ({ id }) => ({ noun: "breach-notice", id }),
    then: ({ id }) => {
      revalidatePath(`/portal/${contact}`, "layout");
      redirect(`/portal/${contact}/notices/${id}`);
    },
  });
}
