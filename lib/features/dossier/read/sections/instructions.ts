import type { JsonValue } from "@/lib/domain/journal/canonical";
import { instructionStatusOn } from "@/lib/domain/instruction/in-force";
import { itemAt } from "@/lib/domain/invariant/required";
import { isChosen, defineSection } from "@/lib/features/dossier/read/section";
import { datedInstruction, findLedger } from "@/lib/features/instruction/read/queries";
import { findShownObjections, objectionsCell } from "@/lib/features/dossier/read/objections";
import { findLineSignatures } from "@/lib/features/dossier/read/signatures";
import { translator } from "@/lib/i18n/translator";

/** Documented instructions that bind on the day, art. 28(3)(a). */
export const instructionsSection = defineSection({
  columns: [
    "number",
    "controller",
    "about",
    "text",
    "author",
    "power",
    "channel",
    "receivedAt",
    "effectiveOn",
    "records",
    "textDigest",
    "objections",
  ],
  listed: ["number", "about", "controller", "channel", "receivedAt"],
  async *rows(tx, query) {
    const { at, day, words } = query;
    const t = await translator(words.locale, "instruction");
    const rows = (await findLedger(tx, ""))
      .filter(({ receivedAt, controllerId }) => receivedAt <= at && isChosen(query, controllerId))
      .map((row) => ({ ...row, facts: row.facts.filter(({ recordedAt }) => recordedAt <= at) }));
    const signaturesOf = await findLineSignatures(tx, "instruction", at);
    const objectionsOf = await findShownObjections(tx, query);
    const dated = rows.map(datedInstruction);
    for (const [index, row] of rows.entries()) {
      if (instructionStatusOn(itemAt(dated, index), day, dated) !== "in-force") continue;
      const controller = query.nameOf(row.controllerId);
      const { number, kind, text, authorName, authorPower, channel, effectiveOn, references, textDigest } =
        row;
      const objections = objectionsOf([row.contactId]);
      yield {
        subject: row.id,
        cells: {
          number,
          controller,
          about: t(`kinds.${kind}`),
          text,
          author: authorName,
          power: authorPower,
          channel: t(`channels.${channel}`),
          receivedAt: words.instant(row.receivedAt),
          effectiveOn: words.day(effectiveOn),
          records: references.length > 0 ? references.join(", ") : t("allRecords"),
          textDigest,
          objections: objectionsCell(objections, words),
        },
        data: {
          number,
          controller,
          kind,
          text,
          textDigest,
          author: authorName,
          power: authorPower,
          channel,
          receivedAt: row.receivedAt.toISOString(),
          effectiveOn,
          records: references,
          signatures: signaturesOf(row.id),
          objections,
          facts: row.facts.map(({ event, factOn, note, source, recordedAt, authorName: by }) => ({
            event,
            on: factOn,
            note,
            source,
            recordedAt: recordedAt.toISOString(),
            author: by,
          })),
        } satisfies JsonValue,
      };
    }
  },
});
