import { hasAuthority, type AuthorityDuty } from "@/lib/domain/breach/authority-duties";
import type { EscalationCause } from "@/lib/domain/breach/escalation";
import { completesEarlier, followUpNumber, phaseWord } from "@/lib/domain/breach/notice";
import type { NoticeContent, NoticeDelay } from "@/lib/domain/breach/notice-content";
import type { Zone } from "@/lib/domain/time/zones";
import { formatForController, formatNumber, joinParts } from "@/lib/i18n/format";
import type { Locale } from "@/lib/i18n/locale";
import { translator } from "@/lib/i18n/translator";
import { portalPlace, type PortalPlace } from "@/lib/platform/access/portal-access";
import type { Tx } from "@/lib/platform/database/transaction";
import type { Letter } from "@/lib/platform/mail/queue";
import {
  actsForOthers,
  describeBasis,
  dutyParagraphs,
  endSentence,
} from "@/lib/features/breach-notice/print/print-notice";
import { reachableId, type Reachable } from "@/lib/features/breach-notice/read/recipients";
import type { NoticeRow } from "@/lib/features/breach-notice/read/queries";

/** Characters of a text in the mail; the PDF holds the whole. */
const MOST_TEXT = 1200;

/** Words of a letter by what became of the one before, as `mail.breach-notice` selects them. */
const ESCALATED: Readonly<Record<EscalationCause | "none", string>> = {
  silence: "yes",
  failed: "undelivered",
  "not-sent": "undelivered",
  none: "no",
};

/** Words of a reason by the hours that it answers for. */
const LATE: Readonly<Record<NoticeDelay["rule"], string>> = { contract: "yes", "own-threshold": "own" };

export type Recipient = Pick<Reachable, "contactId" | "route" | "name" | "address" | "locale">;

type NoticeMail = {
  notice: Pick<NoticeRow, "id" | "number" | "phase" | "isDrill" | "content" | "lateReason">;
  organisation: string;
  controller: string;
  /** Zone of the controller, beside that of the processor. */
  zone: Zone;
  duties: readonly AuthorityDuty[];
  /** Names of those for whom the client acts, where it is itself a processor. */
  principals?: readonly string[];
  documentId: string;
  /** SHA-256 of the PDF. */
  digest: string;
  to: Recipient;
  /** Page of the notice in the client's portal, for whoever may enter it. */
  portal: PortalPlace;
  /** Outcome of the letter to the contact before; null for the first contact. */
  after: EscalationCause | null;
  /** Goes to a joint controller of the client, 26(1). */
  isJoint?: boolean;
};

/** Sends one letter per notice and contact: the key lets none through twice. */
export async function noticeMail(mail: NoticeMail): Promise<Letter> {
  const { notice, to, documentId, isJoint = false } = mail;
  return {
    template: "breach-notice",
    locale: to.locale,
    to: { name: to.name, address: to.address },
    params: Object.assign(await paramsOf(mail), mail.portal.params),
    ...(mail.portal.link !== undefined && { link: mail.portal.link }),
    attachmentId: documentId,
    dedupeKey: `breach-notice ${notice.id} ${isJoint ? `joint ${to.address}` : reachableId(to)}`,
  };
}

/** Places a notice in the portal of its client, for one address. */
export function noticePage(
  tx: Tx,
  { id, controllerId }: Pick<NoticeRow, "id" | "controllerId">,
  { address }: Pick<Recipient, "address">,
): Promise<PortalPlace> {
  return portalPlace(tx, { controllerId, address, path: `notices/${id}` });
}

async function paramsOf({ notice, to, ...mail }: NoticeMail): Promise<Letter["params"]> {
  const { content, lateReason, phase, isDrill } = notice;
  const { afterRectification: after } = content;
  const { locale } = to;
  const t = await translator(locale, "breach-notice-letter");
  const basis = describeBasis(mail.duties, t, locale);
  const instantIn = (at: number) => formatForController(at, mail.zone, locale, { long: true });
  const text = (value: string | null) => (value ? shortened(value) : t("summary.unknown"));
  return {
    drill: isDrill ? "yes" : "no",
    escalated: ESCALATED[mail.after ?? "none"],
    phase: phaseWord(phase),
    completes: completesEarlier(notice) ? "yes" : "no",
    number: String(followUpNumber(notice)),
    after: after?.by ?? "none",
    afterWhen: after ? instantIn(after.at) : "",
    organisation: mail.organisation,
    controller: mail.controller,
    // Names the recipient's place: a joint controller, or a processor whose further processor we are.
    joint: mail.isJoint ? "yes" : actsForOthers(mail.duties) ? "below" : "no",
    aware: content.awareAt === null ? t("summary.unknown") : instantIn(content.awareAt),
    late: lateReason === "" ? "no" : LATE[content.delay?.rule ?? "contract"],
    lateReason: endSentence(lateReason),
    thresholdHours: String(content.delay?.hours ?? ""),
    what: text(content.whatHappened),
    data: await describeData(content, locale),
    consequences: text(content.consequences),
    measures: text(content.measures),
    contact: text(content.contactPoint),
    // Letters that were queued before name their only law by its code, or the GDPR for every client.
    law: basis === "" ? "unbased" : "based",
    basis,
    lawText: dutyParagraphs(mail.duties, t, locale, mail.principals).join(" "),
    // The portal is the client's.
    pack: hasAuthority(mail.duties) && !mail.isJoint ? "yes" : "no",
    digest: mail.digest,
  };
}

async function describeData(content: NoticeContent, locale: Locale): Promise<string> {
  const t = await translator(locale, "breach-notice-letter");
  const persons =
    content.persons === null
      ? t("summary.personsUnknown")
      : t("summary.persons", { count: formatNumber(content.persons, locale) });
  const records =
    content.records === null ? "" : t("summary.records", { count: formatNumber(content.records, locale) });
  const parts = [persons, content.personCategories ?? "", records, content.dataKinds ?? ""];
  return shortened(joinParts(parts, locale, " · "));
}

function shortened(text: string): string {
  return text.length > MOST_TEXT ? `${text.slice(0, MOST_TEXT)}…` : text;
}
