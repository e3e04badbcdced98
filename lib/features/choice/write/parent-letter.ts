import { lastAnswerDay } from "@/lib/domain/minor/parental-state";
import type { Agreement } from "@/lib/features/choice/read/agreement";
import { parentalLink } from "@/lib/features/choice/read/parental-people";
import { formatDay } from "@/lib/i18n/format";
import type { Locale } from "@/lib/i18n/locale";
import { translator } from "@/lib/i18n/translator";
import { queueMail } from "@/lib/platform/mail/queue";
import type { askedOfParent } from "@/lib/features/choice/read/parental-link";
import type { Tx } from "@/lib/platform/database/transaction";
import type { Ctx } from "@/lib/platform/request/context";
import type { Unit } from "@/lib/platform/versioned/definition";

type ParentLetter = {
  personId: string;
  email: string;
  language: Locale;
  template: "parental-consent-asked" | "parental-consent-recorded";
};

/**
 * Queues the letter with the personal link to a holder of parental responsibility, and stores which it is. It names no
 * child: an address may be another's.
 */
export async function queueParentLetter(
  { tx, ctx }: Pick<Unit, "tx" | "ctx">,
  { act, controllerName }: Agreement,
  { personId, email, language, template }: ParentLetter,
): Promise<void> {
  const own = await tx.organisation.findFirstOrThrow({
    select: { legalName: true, dpoEmail: true, email: true, address: true },
  });
  const t = await translator(language, "parent");
  const params = {
    processor: own.legalName,
    controller: controllerName,
    contact: own.dpoEmail || own.email || own.address || own.legalName,
    act: t(`acts.${act}`),
    until: formatDay(lastAnswerDay(ctx.now.getTime()), language, { long: true }),
  };
  const letterId = await queueMail(
    tx,
    ctx.scope.org,
    {
      template,
      locale: language,
      params,
      isToDataSubject: true,
      secrets: { link: parentalLink(personId) },
      to: { name: "", address: email },
    },
    ctx.now,
  );
  await tx.parentalPerson.updateMany({ where: { id: personId }, data: { letterId } });
}

type Asked = NonNullable<Awaited<ReturnType<typeof askedOfParent>>>;

/** Queues the receipt of an authorisation that was given through the link, to the address that the link was sent to. */
export async function queueGivenLetter(
  tx: Tx,
  { scope, now }: Pick<Ctx, "scope" | "now">,
  { processor, controller, act, link, email }: Asked,
  language: Locale,
): Promise<void> {
  const t = await translator(language, "parent");
  const params = {
    processor: processor.name,
    controller: controller.name,
    contact: processor.contact || processor.address || processor.name,
    act: t(`acts.${act}`),
  };
  await queueMail(
    tx,
    scope.org,
    {
      template: "parental-consent-recorded",
      locale: language,
      params,
      isToDataSubject: true,
      secrets: { link: parentalLink(link) },
      to: { name: "", address: email },
    },
    now,
  );
}
