import type { OtherContact } from "@/lib/domain/contact/other-contacts";
import type { DecisionOutcome } from "@/lib/domain/call-script/approval";
import { resolveLocale } from "@/lib/i18n/locale";
import type { Tx } from "@/lib/platform/database/transaction";
import { env } from "@/lib/platform/environment/env";
import { queueMail } from "@/lib/platform/mail/queue";
import type { Steward } from "@/lib/platform/mail/stewards";
import type { ContactCtx, StaffCtx } from "@/lib/platform/request/context";
import type { CallScriptRow } from "@/lib/features/call-script/read/queries";

type Asked = {
  script: CallScriptRow;
  requestId: string;
  signatories: readonly { id: string; name: string; email: string; language: string }[];
};

/** Writes to whoever may approve the edition; the letter holds nothing of the text. */
export async function notifySignatories(
  tx: Tx,
  { scope, now }: StaffCtx,
  { script, requestId, signatories }: Asked,
): Promise<void> {
  const { legalName } = await tx.organisation.findFirstOrThrow({ select: { legalName: true } });
  for (const { id, name, email, language } of signatories) {
    const letter = {
      template: "call-script-request",
      locale: resolveLocale(language, null),
      to: { name, address: email },
      params: {
        name,
        organisation: legalName,
        reference: script.reference,
        title: script.title,
        edition: String(script.edition),
        controller: script.controller.legalName,
      },
      link: `${env().AMANA_URL}/portal/${id}/scripts/${requestId}`,
    };
    await queueMail(tx, scope.org, letter, now);
  }
}

type Decided = {
  request: { reference: string; title: string; edition: number; callScriptId: string };
  outcome: DecisionOutcome;
  stewards: readonly Steward[];
  others: readonly OtherContact[];
};

/** Writes to the stewards and to the controller's other contacts, within the transaction of the decision. */
export async function notifyOfDecision(
  tx: Tx,
  { actor, scope, now }: ContactCtx,
  { request, outcome, stewards, others }: Decided,
): Promise<void> {
  const { slug, legalName } = await tx.organisation.findFirstOrThrow({
    select: { slug: true, legalName: true },
  });
  const { legalName: controller } = await tx.controller.findFirstOrThrow({
    where: { id: actor.controllerId },
    select: { legalName: true },
  });
  const { reference, title, callScriptId } = request;
  const params = {
    said: outcome,
    reference,
    title,
    edition: String(request.edition),
    author: actor.name,
    controller,
    organisation: legalName,
  };
  for (const { name, email, locale } of stewards)
    await queueMail(
      tx,
      scope.org,
      {
        template: "portal-script-decided",
        locale: resolveLocale(locale, null),
        to: { name, address: email },
        params: { ...params, name },
        link: `${env().AMANA_URL}/${slug}/telephone/scripts/${callScriptId}`,
      },
      now,
    );
  for (const { name, email, language } of others)
    await queueMail(
      tx,
      scope.org,
      {
        template: "portal-script-told",
        locale: resolveLocale(language, null),
        to: { name, address: email },
        params: { ...params, name },
      },
      now,
    );
}
