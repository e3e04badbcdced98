import type { JsonValue } from "@/lib/domain/journal/canonical";
import { transferContentSchema } from "@/lib/domain/transfer/content";
import type { TransferState } from "@/lib/domain/transfer/lifecycle";
import { transferStatusOn } from "@/lib/domain/transfer/status";
import { isChosen, defineSection } from "@/lib/features/dossier/read/section";
import { translator } from "@/lib/i18n/translator";
import { versionsAt } from "@/lib/platform/database/versions";

/** Transfers of chapter V with the tool and the assessment of each. */
export const transfersSection = defineSection({
  columns: [
    "reference",
    "controller",
    "flow",
    "importer",
    "country",
    "placeKind",
    "state",
    "tool",
    "module",
    "signedOn",
    "assessedOn",
    "conclusion",
    "nextReviewOn",
  ],
  listed: ["reference", "importer", "controller", "flow", "country", "state"],
  async *rows(tx, query) {
    const { at, day, words } = query;
    const t = await translator(words.locale, "transfer");
    const rows = await tx.transferVersion.findMany({
      where: versionsAt(at),
      orderBy: { reference: "asc" },
    });
    for (const row of rows) {
      // Skips a transfer that serves several controllers: it is shown to an authority alone.
      if (!isChosen(query, row.controllerId)) continue;
      const { flow, content: stated } = row.snapshot as { flow?: string; content: unknown };
      const content = transferContentSchema.parse(stated);
      const { importer, tool, assessment } = content;
      const status = transferStatusOn(
        {
          state: row.state as TransferState,
          country: row.country,
          requiredGaps: row.requiredGaps,
          gapCodes: row.gapCodes,
          nextReviewOn: assessment.nextReviewOn,
        },
        day,
      );
      const controller = query.nameOf(row.controllerId);
      const way = flow ?? content.flow;
      yield {
        subject: row.transferId,
        cells: {
          reference: row.reference,
          controller,
          flow: t(`flows.${way}`),
          importer: row.importerName,
          country: words.country(row.country),
          placeKind: importer.placeKind ? t(`choices.placeKind.${importer.placeKind}`) : "",
          state: t(`statuses.${status}`),
          tool: tool.tool ? t(`choices.tool.${tool.tool}`) : "",
          module: tool.module === null ? "" : String(tool.module),
          signedOn: words.day(tool.signedOn),
          assessedOn: words.day(assessment.assessedOn),
          conclusion: assessment.conclusion ? t(`choices.conclusion.${assessment.conclusion}`) : "",
          nextReviewOn: words.day(assessment.nextReviewOn),
        },
        data: {
          reference: row.reference,
          controller,
          flow: way,
          importer: row.importerName,
          country: row.country,
          placeKind: importer.placeKind,
          status,
          state: row.state,
          tool: { ...tool },
          assessedOn: assessment.assessedOn,
          conclusion: assessment.conclusion,
          nextReviewOn: assessment.nextReviewOn,
        } satisfies JsonValue,
      };
    }
  },
});
