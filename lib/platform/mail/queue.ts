import { randomBytes } from "node:crypto";
import { env } from "@/lib/platform/environment/env";
import { newId } from "@/lib/platform/database/ids";
import { sealText } from "@/lib/platform/secrets/seal";
import type { Tx } from "@/lib/platform/database/transaction";

/** Letter to one person. Words: `mail.<template>`. */
export type Letter = {
  template: string;
  locale: string;
  to: { name: string; address: string };
  /** The recipient is a data subject: encrypted with the secrets, and gone with them. */
  isToDataSubject?: true;
  /** Values shown in the letter and stored with it. */
  params: Record<string, string>;
  /** Page that it is about, which asks who one is: kept with the letter, so that it may be sent again. */
  link?: string;
  /** Values shown in the letter and encrypted until it has left: links and codes that grant access by themselves. */
  secrets?: Record<string, string>;
  /** A kept file that goes with it. */
  attachmentId?: string;
  /** Key under which an organisation queues one letter only, however often its verb runs. */
  dedupeKey?: string;
};

/**
 * Length of an envelope's id: 160 random bits, in hex as ENVID takes them, so that knowing one proves having
 * carried the letter.
 */
const ENVELOPE_BYTES = 20;

/** Key of the recipient's address among the secrets of a letter to a data subject. */
export const RECIPIENT = "recipient";

/**
 * Puts a letter into the outbox, within the transaction of the change it tells of: both happen or neither. `org` is
 * the organisation of the scope, or the platform's chain. Returns the letter's id, or that of the one queued before.
 */
export async function queueMail(tx: Tx, org: string, letter: Letter, now: Date): Promise<string> {
  const { to, isToDataSubject, params, link, dedupeKey = null, ...rest } = letter;
  const secrets = isToDataSubject ? { ...letter.secrets, [RECIPIENT]: to.address } : letter.secrets;
  const id = newId(now);
  const before = dedupeKey && (await tx.outboxMail.findFirst({ where: { orgId: org, dedupeKey } }));
  if (before) return before.id;
  // Avoids `create`, which reads the row again: the portal's role may write letters and read none.
  await tx.outboxMail.createMany({
    data: {
      template: rest.template,
      locale: rest.locale,
      attachmentId: rest.attachmentId,
      id,
      orgId: org,
      toName: isToDataSubject ? "" : to.name,
      toAddress: isToDataSubject ? "" : to.address,
      params: link === undefined ? params : { ...params, link },
      sealed: secrets ? sealText("mail", JSON.stringify(secrets)) : null,
      nextAttemptAt: now,
      envelopeId: randomBytes(ENVELOPE_BYTES).toString("hex"),
      messageId: `<${id}@${new URL(env().AMANA_URL).hostname}>`,
      dedupeKey,
      createdAt: now,
    },
  });
  return id;
}
