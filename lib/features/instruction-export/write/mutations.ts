import { createHash } from "node:crypto";
import { can } from "@/lib/domain/nouns/policy";
import { canonicalText, type JsonValue } from "@/lib/domain/journal/canonical";
import { done, refuse, type Outcome } from "@/lib/domain/outcome/outcome";
import { today, type Ctx } from "@/lib/platform/request/context";
import { concatenateChunks } from "@/lib/platform/transport/concatenate-chunks";
import { writeXlsx } from "@/lib/platform/sheets/xlsx-writer";
import type { Download } from "@/lib/platform/transport/download-route";
import { withOrg } from "@/lib/platform/database/transaction";
import { write } from "@/lib/platform/write/write";
import { findLedger, type LedgerRow } from "@/lib/features/instruction/read/queries";
import { findMessagesAbout, describeThreads } from "@/lib/features/thread/read/queries";
import { printLedger } from "@/lib/features/instruction-export/print/ledger-document";
import { ledgerWorkbook } from "@/lib/features/instruction-export/print/ledger-workbook";
import type { LedgerExport } from "@/lib/features/instruction-export/schema";

const TYPES = {
  xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
  json: "application/json; charset=utf-8",
  pdf: "application/pdf",
} as const;

/** Includes facts. Journalled. */
export async function exportLedger(ctx: Ctx, slug: string, input: LedgerExport): Promise<Outcome<Download>> {
  if (!can(ctx.actor, "export.take")) return refuse({ kind: "forbidden" });
  const on = today(ctx);
  const {
    rows,
    messages: content,
    organisation,
  } = await withOrg(ctx.scope, async (tx) => {
    const rows = await findLedger(tx, input.controller);
    const ids = rows.map(({ id }) => id);
    return {
      rows,
      messages: await findMessagesAbout(tx, "instruction", ids),
      organisation: await tx.organisation.findFirstOrThrow({ select: { legalName: true } }),
    };
  });
  const lines = rows.map((row) =>
    canonicalText({ ...exported(row, rows), thread: describeThreads(content.get(row.id)) } as JsonValue),
  );
  const digest = createHash("sha256").update(lines.join("\n")).digest("hex");
  const { language, format } = input;
  const body =
    format === "json"
      ? await concatenateChunks([
          `{"format":"amana-instructions-1","instructions":[\n${lines.join(",\n")}\n]}\n`,
        ])
      : format === "xlsx"
        ? await concatenateChunks(writeXlsx(await ledgerWorkbook({ rows, on }, language, ctx.now)))
        : await printLedger({ rows, on, digest, organisation: organisation.legalName }, language, ctx.now);
  const fileName = `instructions-${slug}-${on}.${format}`;
  const noted = await write(ctx, async (_tx, journal) => {
    const after = { format, language, instructions: rows.length, digest };
    journal.note({ event: "export.taken", subject: { noun: "export", id: null, label: fileName }, after });
    return done(null);
  });
  return noted.ok ? done({ fileName, contentType: TYPES[format], body }) : noted;
}

/** Excludes database ids, so that the file can be read elsewhere. */
function exported(row: LedgerRow, all: readonly LedgerRow[]) {
  const numberOf = (id: string | null) => all.find((other) => other.id === id)?.number ?? null;
  const { number, controllerName, text, textDigest, authorName, authorPower, authority, channel } = row;
  const { effectiveOn, transferEffect, transferText, references, covers, state } = row;
  return {
    ...{ number, controller: controllerName, text, textDigest, authorName, authorPower, authority, channel },
    receivedAt: row.receivedAt.toISOString(),
    ...{ effectiveOn, transferEffect, transferText, records: references, covers, state },
    supersedes: numberOf(row.supersedesId),
    facts: row.facts.map(
      ({
        event,
        state: reached,
        factOn,
        factTime,
        note,
        source,
        infringes,
        recipient,
        writer,
        medium,
        writing,
        ...fact
      }) => ({
        ...{ event, state: reached, on: factOn, time: factTime, note, source, infringes, recipient },
        ...{ writer, medium, writing },
        successor: numberOf(fact.successorId),
        recordedAt: fact.recordedAt.toISOString(),
        author: fact.authorName,
      }),
    ),
  };
}
