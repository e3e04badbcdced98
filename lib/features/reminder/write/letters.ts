import { dueDay } from "@/lib/domain/obligation/due";
import { type PlannedLetter, type Reminder, stageKey } from "@/lib/domain/obligation/reminders";
import type { ObligationKind } from "@/lib/domain/obligation/types";
import { formatDay, joinParts } from "@/lib/i18n/format";
import type { Locale } from "@/lib/i18n/locale";
import { actOf, reasonOf, relativeOf, subjectOf, whenOf } from "@/lib/i18n/obligation-words";
import { type Translator, translator } from "@/lib/i18n/translator";
import type { PortalPlace } from "@/lib/platform/access/portal-access";
import { env } from "@/lib/platform/environment/env";
import type { Letter } from "@/lib/platform/mail/queue";
import type { GroundOf } from "@/lib/features/obligation/read/grounds";
import type { Request } from "@/lib/features/reminder/read/queries";

/** Lines of a digest; the list has the others. */
const MOST_LINES = 50;

/** Letters with words of their own; every other kind is told by the same sentences. */
const TEMPLATES: Partial<Record<ObligationKind, string>> = {
  "contract.end": "contract-end",
  "contract.renewal": "contract-renewal",
  "contract.notice": "contract-notice",
  "contract.expired": "contract-expired",
  "transfer.review": "transfer-review",
  "authorisation.answer": "authorisation-due",
  "authorisation.expired": "authorisation-expired",
};

type Addressed = {
  to: { name: string; address: string };
  locale: Locale;
  organisation: { slug: string; legalName: string };
  requests: ReadonlyMap<string, Request>;
  /** Texts by which a date is owed. */
  groundOf: GroundOf;
  now: number;
};

/** The letter of one reminder, or of many. */
export async function composeReminder(planned: PlannedLetter, addressed: Addressed): Promise<Letter> {
  const t = await translator(addressed.locale, "obligation");
  const [first] = planned.reminders;
  const isAlone = planned.channel === "mail" && planned.reminders.length === 1;
  const letter = isAlone && first ? letterOf(first, addressed, t) : digestOf(planned, addressed, t);
  return {
    ...letter,
    locale: addressed.locale,
    to: addressed.to,
    dedupeKey: first && `reminder ${stageKey(first)}`,
  };
}

type Words = Pick<Letter, "template" | "params" | "link">;

function letterOf({ of, daysLeft }: Reminder, addressed: Addressed, t: Translator): Words {
  const { locale, to, organisation, requests, groundOf, now } = addressed;
  const request = requests.get(of.subject.id);
  const isEve = of.kind === "contract.renewal" && daysLeft <= 0;
  return {
    template: isEve ? "contract-renews-tomorrow" : (TEMPLATES[of.kind] ?? "obligation-due"),
    params: {
      name: to.name,
      reference: of.subject.reference,
      controller: of.controller?.name ?? "EMPTY",
      importer: of.about,
      subProcessor: of.about,
      regime: request?.regime ?? "",
      day: formatDay(dueDay(of.due), locale, { long: true }),
      days: String(Math.max(0, daysLeft)),
      what: actOf(t, of.kind),
      subject: subjectOf(t, of, locale),
      why: reasonOf(t, groundOf(of), locale),
      when: joinParts([whenOf(t, of, locale), relativeOf(t, of, now)], locale),
    },
    link: `${env().AMANA_URL}/${organisation.slug}${of.path}`,
  };
}

function digestOf({ reminders }: PlannedLetter, addressed: Addressed, t: Translator): Words {
  const { locale, to, organisation, now } = addressed;
  const lines = reminders.slice(0, MOST_LINES).map(({ of }) => {
    const parts = [
      actOf(t, of.kind),
      subjectOf(t, of, locale),
      of.controller?.name,
      whenOf(t, of, locale),
      relativeOf(t, of, now),
    ];
    return joinParts(parts, locale);
  });
  const left = reminders.length - lines.length;
  return {
    template: "obligation-digest",
    params: {
      name: to.name,
      organisation: organisation.legalName,
      count: String(reminders.length),
      items: [...lines, ...(left > 0 ? [t("digestMore", { count: left })] : [])].join("\n"),
    },
    link: `${env().AMANA_URL}/${organisation.slug}/obligations`,
  };
}

/** Recalls its answer to whoever answers for the controller. */
export function composeForController(
  { of }: Reminder,
  { addressee, language, regime }: Request,
  { key, portal }: { key: string; portal: PortalPlace },
): Letter {
  const locale: Locale = language === "en" || language === "ar" ? language : "fr";
  const controller = of.controller?.name ?? "";
  return {
    template: "authorisation-reminder",
    locale,
    to: { name: controller, address: addressee },
    params: {
      reference: of.subject.reference,
      regime,
      controller,
      subProcessor: of.about,
      day: formatDay(dueDay(of.due), locale, { long: true }),
      ...portal.params,
    },
    ...(portal.link !== undefined && { link: portal.link }),
    dedupeKey: key,
  };
}
