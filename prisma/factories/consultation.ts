import { itemAt, required } from "@/lib/domain/invariant/required";
import type { Answer } from "@/lib/domain/consultation/answer";
import { CONSENT_PAGE } from "@/lib/domain/consultation/consent-page";
import { consultationCreateSchema } from "@/lib/features/consultation/schema";
import { answerConsultation } from "@/lib/features/consultation/write/answer";
import { createConsultation, moveConsultation } from "@/lib/features/consultation/write/mutations";
import { receivePeople } from "@/lib/features/consultation/write/people";
import { withOrg } from "@/lib/platform/database/transaction";
import { openLink } from "@/lib/platform/request/link-scope";
import type { Ctx, StaffCtx } from "@/lib/platform/request/context";
import { linkToken } from "@/lib/platform/secrets/link-token";
import { makeInstruction, step } from "./instruction";
import { valueOf } from "./register";

let serial = 0;

const DAY = 86_400_000;
const dayOf = ({ now }: Ctx, later: number) =>
  new Date(now.getTime() + later * DAY).toISOString().slice(0, 10);

/** Two questions: may this controller call about fibre, and may the data go to Senegal. */
export const QUESTIONS = [
  {
    act: "telephone",
    purpose: "Abonnement à la fibre",
    fr: "Acceptez-vous d’être appelé au sujet de la fibre ?",
    en: "May we call you about fibre?",
    ar: "هل تقبلون أن نتصل بكم بشأن الألياف البصرية؟",
  },
  {
    act: "transfer",
    country: "SN",
    fr: "Acceptez-vous que vos données soient traitées au Sénégal ?",
    en: "May your data be processed in Senegal?",
    ar: "هل تقبلون معالجة معطياتكم في السنغال؟",
  },
];

/** A consultation of two questions, from yesterday for two months, on an instruction in force, and not yet opened. */
export async function makeConsultation(
  ctx: Ctx,
  { controllerId, ...stated }: { controllerId: string } & Record<string, unknown>,
) {
  const received = await makeInstruction(ctx, { controllerId, kind: "consultation" });
  const { id: instructionId } = await step(ctx, await step(ctx, received, "check"), "accept");
  const input = consultationCreateSchema.parse({
    title: "Fibre et Sénégal",
    controllerId,
    instructionId,
    months: "12",
    questions: QUESTIONS,
    firstDay: dayOf(ctx, -1),
    lastDay: dayOf(ctx, 60),
    ...stated,
  });
  return valueOf(await createConsultation(ctx, input));
}

/** Opens a consultation that was warned of. */
export async function makeOpenConsultation(
  ctx: Ctx,
  stated: { controllerId: string } & Record<string, unknown>,
) {
  const { id, version } = await makeConsultation(ctx, stated);
  const open = { event: "open", on: dayOf(ctx, 0), reason: "Demande écrite du responsable" } as const;
  return valueOf(await moveConsultation(ctx, { id, version, ...open }));
}

/** Adds the people of a file of number, e-mail and language; returns the id of the file. */
export async function addPeople(ctx: StaffCtx, consultationId: string, lines: readonly string[]) {
  const file = new Blob([["numéro;e-mail;langue", ...lines].join("\n")]);
  return valueOf(await receivePeople(ctx, { consultationId, file })).id;
}

/** Tokens of the links of a consultation, in the order in which its people came. */
export async function tokensOf(ctx: Ctx, consultationId: string): Promise<string[]> {
  const people = await withOrg(ctx.scope, (tx) =>
    tx.consultationPerson.findMany({
      where: { consultationId },
      orderBy: { id: "asc" },
      select: { id: true },
    }),
  );
  return people.map(({ id }) => linkToken("consultation", id));
}

/** Answers through a link, at an instant. */
export async function answer(token: string, answers: Record<string, Answer>, now: Date) {
  const link = required(await openLink(token), "link");
  return answerConsultation({ ...link, now }, { language: "fr", page: CONSENT_PAGE, answers });
}

/** An open consultation of one person, who answered both questions. */
export async function makeAnswered(ctx: StaffCtx, stated: { controllerId: string }) {
  const consultation = await makeOpenConsultation(ctx, stated);
  serial += 1;
  await addPeople(ctx, consultation.id, [`06 12 35 ${String(serial).padStart(4, "0")};;fr`]);
  const token = itemAt(await tokensOf(ctx, consultation.id), 0);
  valueOf(await answer(token, { q1: "allow", q2: "refuse" }, ctx.now));
  return { ...consultation, token };
}
