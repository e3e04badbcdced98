"use server";
import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { fieldOf } from "@/lib/forms/form-values";
import { answerConsultation } from "@/lib/features/consultation/write/answer";
import {
  createConsultation,
  moveConsultation,
  updateConsultation,
} from "@/lib/features/consultation/write/mutations";
import { revokeLink } from "@/lib/features/consultation/write/revoke";
import { sendByMail } from "@/lib/features/consultation/write/send";
import { withMailServer } from "@/lib/platform/mail/with-mail-server";
import { staffAction } from "@/lib/platform/request/action";
import { openLink } from "@/lib/platform/request/link-scope";
import { admitAnswer } from "@/lib/platform/request/stranger-limit";
import {
  answerSchema,
  consultationCreateSchema,
  consultationIdSchema,
  consultationMoveSchema,
  consultationUpdateSchema,
  linkRevokeSchema,
} from "./schema";

const sendWithServer = withMailServer(sendByMail);

export const addConsultation = staffAction({
  schema: consultationCreateSchema,
  verb: createConsultation,
  then: ({ id }, org) => redirectToConsultation(org, `${id}/edit`),
});

export const saveConsultation = staffAction({
  schema: consultationUpdateSchema,
  verb: updateConsultation,
  then: ({ id }, org) => redirectToConsultation(org, id),
});

export const changeConsultationState = staffAction({
  schema: consultationMoveSchema,
  verb: moveConsultation,
  then: ({ id }, org) => redirectToConsultation(org, id),
});

export const submitMailing = staffAction({
  schema: consultationIdSchema,
  verb: sendWithServer,
  then: ({ id }, org) => redirectToConsultation(org, id),
});

export const submitLinkRevocation = staffAction({
  schema: linkRevokeSchema,
  verb: revokeLink,
  then: ({ id }, org) => redirectToConsultation(org, id),
});

function redirectToConsultation(org: string, place: string): never {
  revalidatePath(`/${org}`, "layout");
  redirect(`/${org}/telephone/consultations/${place}`);
}

/** Takes the answers of a plain form and leads on by a redirect, so that no script is needed and a reload sends nothing. */
export async function submitAnswers(form: FormData): Promise<never> {
  const [sent, language, page] = ["token", "language", "page"].map((name) => fieldOf(form, name));
  const entries = [...form].filter(([name, value]) => /^q\d+$/.test(name) && typeof value === "string");
  const input = answerSchema.safeParse({
    token: sent,
    language,
    page,
    answers: Object.fromEntries(entries),
  });
  if (!input.success) redirect("/answer/unknown/ended");
  const { token, ...answered } = input.data;
  const here = `/answer/${encodeURIComponent(token)}`;
  const link = await openLink(token);
  if (!link) redirect(`${here}/ended`);
  const now = new Date();
  if (!(await admitAnswer(link.actor.linkId, now))) redirect(`${here}?notice=tooMany`);
  const outcome = await answerConsultation({ ...link, now }, answered);
  if (outcome.ok) redirect(`${here}/receipt`);
  redirect(outcome.refusal.kind === "invalid" ? `${here}?notice=blank` : `${here}/ended`);
}
