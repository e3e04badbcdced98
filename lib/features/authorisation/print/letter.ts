import { TRANSITIONS } from "@/lib/domain/authorisation/lifecycle";
import { formatInstant } from "@/lib/i18n/format";
import { composeLetter } from "@/lib/i18n/letter";
import { isLocale, type Locale } from "@/lib/i18n/locale";
import { translator } from "@/lib/i18n/translator";
import type { Ctx } from "@/lib/platform/request/context";
import { storeFile } from "@/lib/platform/files/store";
import type { JournalDraft } from "@/lib/platform/journal/draft";
import { queueMail, type Letter } from "@/lib/platform/mail/queue";
import { renderPdf } from "@/lib/platform/pdf/render-pdf";
import { portalPlace } from "@/lib/platform/access/portal-access";
import { withOrg, type Tx } from "@/lib/platform/database/transaction";
import {
  findAuthorisation,
  findReaders,
  type AuthorisationRow,
} from "@/lib/features/authorisation/read/queries";
import { printable, type Sealed } from "./printable";

/** Kinds: the request, the confirmation where silence proves nothing, the demand for a spoken refusal in writing. */
type Kind = "request" | "confirmation" | "spoken";

const TEMPLATES: Record<Kind, Record<AuthorisationRow["regime"], string>> = {
  request: { specific: "authorisation-request", general: "authorisation-notice" },
  confirmation: { specific: "authorisation-confirmation", general: "authorisation-confirmation" },
  spoken: { specific: "authorisation-spoken", general: "authorisation-spoken" },
};

export type PreparedLetter<S extends Sealed> = {
  letter: Letter;
  pdf: Uint8Array;
  fileName: string;
  sealed: S;
};

/** Runs outside the transaction, since printing takes a second. Null where the event has no letter. */
export async function prepareLetter<S extends Sealed>(
  ctx: Ctx,
  id: string,
  kind: Kind,
  seal: (tx: Tx, row: AuthorisationRow) => Promise<S>,
): Promise<PreparedLetter<S> | null> {
  const found = await withOrg(ctx.scope, async (tx) => {
    const row = await findAuthorisation(tx, id);
    return (
      row && {
        row,
        organisation: await findSender(tx),
        ...(await findAddressee(tx, row)),
        party: await findRecipient(tx, row),
        sealed: await seal(tx, row),
      }
    );
  });
  if (!found) return null;
  const { row, organisation, address, portal, party, sealed } = found;
  const locale: Locale = isLocale(row.language) ? row.language : "fr";
  const letter = {
    template: TEMPLATES[kind][row.regime],
    locale,
    to: { name: party.name || party.legalName, address },
    params: Object.assign(await paramsOf(row, locale), portal.params),
    ...(portal.link !== undefined && { link: portal.link }),
    dedupeKey: `authorisation ${row.id} ${kind} ${row.version}`,
  };
  const composed = await composeLetter({ ...letter, secrets: {}, organisation });
  const pdf = await renderPdf({
    template: "lib/features/authorisation/print/letter.typ",
    locale,
    data: await printable(ctx, { row, sealed, composed, to: party.legalName, locale }),
  });
  const words = await translator(locale, "authorisation-letter");
  return { letter, pdf, sealed, fileName: `${row.reference} ${words(`files.${kind}`)}.pdf` };
}

async function findAddressee(tx: Tx, row: AuthorisationRow) {
  const address = (await findReaders(tx, [row]))(row);
  const { controllerId, id } = row;
  return { address, portal: await portalPlace(tx, { controllerId, address, path: `requests/${id}` }) };
}

async function paramsOf(row: AuthorisationRow, locale: Locale): Promise<Record<string, string>> {
  const words = await translator(locale, "authorisation-letter");
  return {
    reference: row.reference,
    name: row.subProcessor.name,
    controller: row.controller.legalName,
    answered: answeredAt(row, locale),
    agreed: row.days === null ? "no" : "yes",
    period: row.days === null ? words("period.none") : words("period.days", { days: row.days }),
    sent: row.sentAt
      ? formatInstant(row.sentAt.getTime(), row.zone, locale, { long: true })
      : words("period.none"),
  };
}

/** "" before the first answer. */
function answeredAt({ facts, zone }: AuthorisationRow, locale: Locale): string {
  const last = facts.findLast(({ event }) => TRANSITIONS[event].isDecision);
  return last ? formatInstant(last.at.getTime(), zone, locale, { long: true }) : "";
}

/** Stores the PDF and queues the letter in the change's transaction. */
export async function fileLetter(
  tx: Tx,
  ctx: Ctx,
  journal: JournalDraft,
  { row, letter: { letter, pdf, fileName } }: { row: AuthorisationRow; letter: PreparedLetter<Sealed> },
): Promise<{ letterId: string; documentId: string }> {
  const documentId = await storeFile(tx, ctx, journal, {
    purpose: "document",
    subjectNoun: "authorisation",
    subjectId: row.id,
    controllerId: row.controllerId,
    fileName,
    contentType: "application/pdf",
    bytes: pdf,
  });
  const letterId = await queueMail(tx, ctx.scope.org, { ...letter, attachmentId: documentId }, ctx.now);
  return { letterId, documentId };
}

/** Tells the addressee of a request that it is given up. Returns the letter's id; null where nobody can be written to. */
export async function queueGivenUp(tx: Tx, ctx: Ctx, row: AuthorisationRow): Promise<string | null> {
  const { address, portal } = await findAddressee(tx, row);
  if (address === "") return null;
  const party = await findRecipient(tx, row);
  const locale: Locale = isLocale(row.language) ? row.language : "fr";
  const letter = {
    template: "authorisation-withdrawn",
    locale,
    to: { name: party.name || party.legalName, address },
    params: Object.assign(await paramsOf(row, locale), portal.params),
    ...(portal.link !== undefined && { link: portal.link }),
    dedupeKey: `authorisation ${row.id} withdrawn ${row.version}`,
  };
  return queueMail(tx, ctx.scope.org, letter, ctx.now);
}

/** A contact with portal access, else the person named by the controller. */
async function findRecipient(tx: Tx, { controllerId, recipient }: AuthorisationRow) {
  const { legalName, contactName, contacts } = await tx.controller.findFirstOrThrow({
    where: { id: controllerId },
    select: {
      legalName: true,
      contactName: true,
      contacts: { where: { email: recipient, endedAt: null }, take: 1, select: { name: true } },
    },
  });
  return { legalName, name: contacts[0]?.name ?? contactName };
}

async function findSender(tx: Tx): Promise<{ name: string; address: string }> {
  const { legalName, address, city } = await tx.organisation.findFirstOrThrow({
    select: { legalName: true, address: true, city: true },
  });
  return { name: legalName, address: [address, city].filter(Boolean).join(", ") };
}
