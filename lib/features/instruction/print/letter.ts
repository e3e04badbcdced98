import { seatZone } from "@/lib/domain/time/controller-calendar";
import type { Zone } from "@/lib/domain/time/zones";
import { formatDay, formatForController } from "@/lib/i18n/format";
import { composeLetter, type ComposedLetter } from "@/lib/i18n/letter";
import { isLocale, type Locale } from "@/lib/i18n/locale";
import { translator } from "@/lib/i18n/translator";
import type { Ctx } from "@/lib/platform/request/context";
import { storeFile } from "@/lib/platform/files/store";
import type { JournalDraft } from "@/lib/platform/journal/draft";
import { queueMail, type Letter } from "@/lib/platform/mail/queue";
import { renderPdf } from "@/lib/platform/pdf/render-pdf";
import { withOrg, type Tx } from "@/lib/platform/database/transaction";
import { findInstruction, findParty, type InstructionRow } from "@/lib/features/instruction/read/queries";
import type { InstructionMove } from "@/lib/features/instruction/schema";

/** Events with a letter, and its template under `mail`. */
const TEMPLATES: Partial<Record<InstructionMove["event"], string>> = {
  accept: "instruction-accepted",
  contest: "instruction-contested",
};

/** Characters of the instruction repeated in a letter; the hash covers the whole. */
const MOST_WORDS = 1200;

export type PreparedLetter = { letter: Letter; pdf: Uint8Array; fileName: string };

/**
 * Composes the letter in the controller's language; null where the event has none or no address is known. Runs outside
 * the transaction, since printing takes a second.
 */
export async function prepareLetter(ctx: Ctx, input: InstructionMove): Promise<PreparedLetter | null> {
  const template = TEMPLATES[input.event];
  if (!template || input.recipient === "") return null;
  const found = await withOrg(ctx.scope, async (tx) => {
    const row = await findInstruction(tx, input.id);
    const party = row && (await findParty(tx, row.controllerId));
    return row && party && { row, party, organisation: await findSender(tx) };
  });
  if (!found) return null;
  const { row, party, organisation } = found;
  const locale = isLocale(party.language) ? party.language : "fr";
  const zone = seatZone(party);
  const letter = {
    template,
    locale,
    to: { name: party.contactName || party.legalName, address: input.recipient },
    params: paramsOf(row, input, { locale, zone }),
    dedupeKey: `instruction ${row.id} ${input.event} ${row.version}`,
  };
  const composed = await composeLetter({ ...letter, secrets: {}, organisation });
  const pdf = await printLetter(ctx, { composed, row, to: party.legalName, zone, digest: row.textDigest });
  const words = await translator(locale, "instruction");
  return { letter, pdf, fileName: `${row.number} ${words(`files.${input.event}`)}.pdf` };
}

function paramsOf(
  row: InstructionRow,
  { infringes, note }: InstructionMove,
  { locale, zone }: { locale: Locale; zone: Zone },
): Letter["params"] {
  const text = row.text.length > MOST_WORDS ? `${row.text.slice(0, MOST_WORDS)}…` : row.text;
  return {
    number: row.number,
    author: row.authorName,
    received: formatForController(row.receivedAt.getTime(), zone, locale, { long: true }),
    effective: formatDay(row.effectiveOn, locale, { long: true }),
    text,
    infringes,
    reason: note,
    digest: row.textDigest,
  };
}

async function printLetter(
  { now }: Ctx,
  {
    composed,
    row,
    to,
    zone,
    digest,
  }: { composed: ComposedLetter; row: InstructionRow; to: string; zone: Zone; digest: string },
): Promise<Uint8Array> {
  const { locale, subject, greeting, paragraphs, closing, foot } = composed;
  const { year, month, day } = {
    year: now.getUTCFullYear(),
    month: now.getUTCMonth() + 1,
    day: now.getUTCDate(),
  };
  return renderPdf({
    template: "lib/features/instruction/print/letter.typ",
    locale,
    data: {
      subject,
      greeting,
      paragraphs,
      closing,
      to,
      digest,
      number: row.number,
      organisation: foot.organisation,
      address: foot.address,
      when: formatForController(now.getTime(), zone, locale, { long: true }),
      date: { year, month, day },
    },
  });
}

/** Stores the PDF and queues the letter in the change's transaction. */
export async function fileLetter(
  tx: Tx,
  ctx: Ctx,
  journal: JournalDraft,
  { row, letter: { letter, pdf, fileName } }: { row: InstructionRow; letter: PreparedLetter },
): Promise<{ letterId: string; documentId: string }> {
  const documentId = await storeFile(tx, ctx, journal, {
    purpose: "document",
    subjectNoun: "instruction",
    subjectId: row.id,
    controllerId: row.controllerId,
    fileName,
    contentType: "application/pdf",
    bytes: pdf,
  });
  const letterId = await queueMail(tx, ctx.scope.org, { ...letter, attachmentId: documentId }, ctx.now);
  return { letterId, documentId };
}

async function findSender(tx: Tx): Promise<{ name: string; address: string }> {
  const { legalName, address, city } = await tx.organisation.findFirstOrThrow({
    select: { legalName: true, address: true, city: true },
  });
  return { name: legalName, address: [address, city].filter(Boolean).join(", ") };
}
