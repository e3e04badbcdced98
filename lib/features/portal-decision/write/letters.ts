import { type AddressMark, markParams } from "@/lib/domain/contact/address-marks";
import { lastOf } from "@/lib/domain/invariant/required";
import type { AuthorisationRow } from "@/lib/features/authorisation/read/queries";
import { formatInstant } from "@/lib/i18n/format";
import { resolveLocale } from "@/lib/i18n/locale";
import type { ContactCtx } from "@/lib/platform/request/context";
import { env } from "@/lib/platform/environment/env";
import { queueMail } from "@/lib/platform/mail/queue";
import type { OtherContact } from "@/lib/domain/contact/other-contacts";
import type { Steward } from "@/lib/platform/mail/stewards";
import type { Tx } from "@/lib/platform/database/transaction";
import type { Parties } from "@/lib/features/portal-decision/read/queries";

type NotifiedDecision = {
  row: AuthorisationRow;
  stewards: readonly Steward[];
  certificate: { number: string; documentId: string };
  parties: Parties;
};

type NotifiedContacts = Omit<NotifiedDecision, "stewards"> & {
  witnesses: readonly OtherContact[];
  /** Marks of the signatory's address. */
  marks: readonly AddressMark[];
};

/** Informs the controller's other contacts in the same transaction. */
export async function notifyOtherContacts(
  tx: Tx,
  ctx: ContactCtx,
  { row, witnesses, marks, certificate, parties }: NotifiedContacts,
): Promise<void> {
  const fact = lastOf(row.facts);
  const { account: own, organisation } = parties;
  for (const { name, email, language } of witnesses) {
    const locale = resolveLocale(language, null);
    const letter = {
      template: "portal-decision-told",
      locale,
      to: { name, address: email },
      params: {
        name,
        organisation: organisation.name,
        said: describeDecision(row),
        signatory: fact.signatory,
        capacity: fact.capacity,
        number: certificate.number,
        reference: row.reference,
        account: own.email,
        controller: row.controller.legalName,
        subProcessor: row.subProcessor.name,
        ...markParams(marks),
        invitedBy: own.invitedByName,
        invitedOn: formatInstant(own.createdAt.getTime(), row.zone, locale, { long: true }),
        when: formatInstant(fact.at.getTime(), row.zone, locale, { long: true }),
      },
      attachmentId: certificate.documentId,
    };
    await queueMail(tx, ctx.scope.org, letter, ctx.now);
  }
}

function describeDecision({ facts, conditions }: AuthorisationRow): string {
  const { event } = lastOf(facts);
  return event === "approve" && conditions.length > 0 ? "conditions" : event;
}

/** Sends the certificate to the author and the stewards in the same transaction. */
export async function notifyBothSides(
  tx: Tx,
  ctx: ContactCtx,
  { row, stewards, certificate, parties }: NotifiedDecision,
): Promise<void> {
  const fact = lastOf(row.facts);
  const { account: own, organisation } = parties;
  const stated = describeDecision(row);
  const send = (to: { name: string; email: string; locale: string }, template: string, path: string) => {
    const locale = resolveLocale(to.locale, null);
    const letter = {
      template,
      locale,
      to: { name: to.name, address: to.email },
      params: {
        name: to.name,
        said: stated,
        organisation: organisation.name,
        signatory: fact.signatory,
        number: certificate.number,
        reference: row.reference,
        controller: row.controller.legalName,
        subProcessor: row.subProcessor.name,
        when: formatInstant(fact.at.getTime(), row.zone, locale, { long: true }),
      },
      link: `${env().AMANA_URL}/${path}`,
      attachmentId: certificate.documentId,
    };
    return queueMail(tx, ctx.scope.org, letter, ctx.now);
  };
  await send(
    { ...own, locale: own.language },
    "portal-decision-receipt",
    `portal/${ctx.actor.contactId}/requests/${row.id}`,
  );
  for (const steward of stewards)
    await send(steward, "portal-decision-taken", `${organisation.slug}/authorisations/${row.id}`);
}
