import type { ThreadNoun } from "@/lib/domain/thread/subjects";
import { resolveLocale } from "@/lib/i18n/locale";
import type { Ctx } from "@/lib/platform/request/context";
import { env } from "@/lib/platform/environment/env";
import { queueMail, type Letter } from "@/lib/platform/mail/queue";
import type { Steward } from "@/lib/platform/mail/stewards";
import type { Tx } from "@/lib/platform/database/transaction";
import { seeing, type Writer } from "@/lib/features/thread/read/queries";
import type { ThreadSubject } from "@/lib/features/thread/read/subject";

type NotifiedMessage = {
  thread: string;
  subject: ThreadSubject;
  writer: Writer;
  stewards: readonly Steward[];
};

/**
 * Notifies the other side in the same transaction. Names the subject by its number alone, because letters are not
 * confidential.
 */
export async function notifyOtherSide(tx: Tx, { scope, now }: Ctx, notified: NotifiedMessage): Promise<void> {
  const letters =
    notified.writer.side === "contact"
      ? await lettersToStewards(tx, notified)
      : await lettersToContacts(tx, notified);
  for (const letter of letters) await queueMail(tx, scope.org, letter, now);
}

async function lettersToStewards(
  tx: Tx,
  { thread, subject, writer, stewards }: NotifiedMessage,
): Promise<Letter[]> {
  const { slug } = await tx.organisation.findFirstOrThrow({ select: { slug: true } });
  const { legalName } = await tx.controller.findFirstOrThrow({
    where: { id: subject.controllerId },
    select: { legalName: true },
  });
  return stewards.map(({ name, email, locale }) => ({
    template: "portal-thread-to-steward",
    locale: resolveLocale(locale, null),
    to: { name, address: email },
    params: { ...describeSubject(subject), name, author: writer.name, controller: legalName },
    link: `${env().AMANA_URL}/${slug}/threads/${thread}`,
  }));
}

/** Contacts who have entered and still have access. */
async function lettersToContacts(tx: Tx, { thread, subject, writer }: NotifiedMessage): Promise<Letter[]> {
  const { legalName } = await tx.organisation.findFirstOrThrow({ select: { legalName: true } });
  const contacts = await tx.controllerContact.findMany({
    where: { ...seeing(subject.controllerId), acceptedAt: { not: null }, endedAt: null },
    orderBy: { id: "asc" },
    select: { id: true, name: true, email: true, language: true },
  });
  return contacts.map(({ id, name, email, language }) => ({
    template: "portal-thread-to-contact",
    locale: resolveLocale(language, null),
    to: { name, address: email },
    params: { ...describeSubject(subject), name, author: writer.name, organisation: legalName },
    link: `${env().AMANA_URL}/portal/${id}/threads/${thread}`,
  }));
}

function describeSubject({ noun, reference }: ThreadSubject): { subject: string; reference: string } {
  return { subject: SUBJECT_NAMES[noun], reference };
}

/** Names by which the letter's words select their subject; letters that wait hold them, so that they never change. */
const SUBJECT_NAMES: Record<ThreadNoun, string> = {
  authorisation: "authorisations",
  "breach-notice": "notices",
  contract: "contracts",
  instruction: "instructions",
  "processing-record": "records",
};
