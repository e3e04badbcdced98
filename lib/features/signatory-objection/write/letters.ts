import type { OtherContact } from "@/lib/domain/contact/other-contacts";
import { nameOfOrganisation } from "@/lib/features/contact/write/letters";
import { resolveLocale } from "@/lib/i18n/locale";
import type { Tx } from "@/lib/platform/database/transaction";
import { env } from "@/lib/platform/environment/env";
import { queueMail } from "@/lib/platform/mail/queue";
import type { Steward } from "@/lib/platform/mail/stewards";
import type { ContactCtx, StaffCtx } from "@/lib/platform/request/context";

type Objected = {
  signatory: { id: string; name: string; email: string };
  reason: string;
  stewards: readonly Steward[];
  /** Contacts of the controller but the author; the signatory is one of them. */
  others: readonly OtherContact[];
};

/** Writes to those who keep the register and to the controller's other contacts, within the transaction of the objection. */
export async function notifyOfObjection(
  tx: Tx,
  { actor, scope, now }: ContactCtx,
  { signatory, reason, stewards, others }: Objected,
): Promise<void> {
  const { slug, legalName } = await tx.organisation.findFirstOrThrow({
    select: { slug: true, legalName: true },
  });
  const params = {
    author: actor.name,
    person: signatory.name,
    address: signatory.email,
    reason,
    controller: await nameOfController(tx, actor.controllerId),
    organisation: legalName,
  };
  for (const { name, email, locale } of stewards) {
    const letter = {
      template: "signatory-objection-made",
      locale: resolveLocale(locale, null),
      to: { name, address: email },
      params: { ...params, name },
      link: `${env().AMANA_URL}/${slug}/controllers/contacts/${signatory.id}`,
    };
    await queueMail(tx, scope.org, letter, now);
  }
  for (const { name, email, language } of others) {
    const letter = {
      template: "signatory-objection-told",
      locale: resolveLocale(language, null),
      to: { name, address: email },
      params: { ...params, name },
    };
    await queueMail(tx, scope.org, letter, now);
  }
}

type Settled = {
  signatory: { name: string; email: string; controllerId: string };
  source: string;
  /** Document of the act on which it was settled. */
  document: { fileName: string; sha256: string };
  others: readonly OtherContact[];
};

/** Writes to every contact of the controller, whoever objected among them, within the transaction of the settlement. */
export async function notifyOfSettlement(
  tx: Tx,
  { actor, scope, now }: StaffCtx,
  { signatory, source, document, others }: Settled,
): Promise<void> {
  const params = {
    by: actor.name,
    person: signatory.name,
    address: signatory.email,
    source,
    file: document.fileName,
    digest: document.sha256,
    hasDocument: "yes",
    controller: await nameOfController(tx, signatory.controllerId),
    organisation: await nameOfOrganisation(tx, scope.org),
  };
  for (const { name, email, language } of others) {
    const letter = {
      template: "signatory-objections-settled",
      locale: resolveLocale(language, null),
      to: { name, address: email },
      params: { ...params, name },
    };
    await queueMail(tx, scope.org, letter, now);
  }
}

async function nameOfController(tx: Tx, id: string): Promise<string> {
  const { legalName } = await tx.controller.findFirstOrThrow({ where: { id }, select: { legalName: true } });
  return legalName;
}
