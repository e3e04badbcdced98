import { createHash } from "node:crypto";
import { canonicalText, type JsonValue } from "@/lib/domain/journal/canonical";
import { done, refuse, type Outcome } from "@/lib/domain/outcome/outcome";
import { today, type Ctx } from "@/lib/platform/request/context";
import { concatenateChunks } from "@/lib/platform/transport/concatenate-chunks";
import { writeXlsx } from "@/lib/platform/sheets/xlsx-writer";
import type { Download } from "@/lib/platform/transport/download-route";
import { withOrg } from "@/lib/platform/database/transaction";
import { isAuthorised } from "@/lib/platform/write/authorised";
import { write } from "@/lib/platform/write/write";
import { findLedger, type LedgerRow } from "@/lib/features/instruction/read/queries";
import { findMessagesAbout, describeThreads } from "@/lib/features/thread/read/queries";
import { disputedMember, disputedSheets, exportedName } from "@/lib/features/export/read/disputed-words";
import {
  LEAVING_LIMITS,
  findDisputedRows,
  tablesLeaving,
  type DisputedRows,
} from "@/lib/features/export/read/disputed-rows";
import { tellOfLeaving } from "@/lib/features/journal/write/verification";
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
  if (!isAuthorised(ctx, "export.take")) return refuse({ kind: "forbidden" });
  const on = today(ctx);
  const {
    rows,
    messages: content,
    organisation,
    disputed,
  } = await withOrg(
    ctx.scope,
    async (tx) => {
      const rows = await findLedger(tx, input.controller);
      const ids = rows.map(({ id }) => id);
      return {
        rows,
        messages: await findMessagesAbout(tx, "instruction", ids),
        organisation: await tx.organisation.findFirstOrThrow({ select: { legalName: true } }),
        disputed: await findDisputedRows(
          tx,
          tablesLeaving("instruction"),
          new Map(rows.map(({ id, number }) => [id, number])),
        ),
      };
    },
    LEAVING_LIMITS,
  );
  const lines = rows.map((row) =>
    canonicalText({ ...exported(row, rows), thread: describeThreads(content.get(row.id)) } as JsonValue),
  );
  const digest = createHash("sha256").update(lines.join("\n")).digest("hex");
  const { language, format } = input;
  const body =
    format === "json"
      ? await concatenateChunks([
          `{"format":"amana-instructions-1",${disputedMember(disputed)}"instructions":[\n${lines.join(",\n")}\n]}\n`,
        ])
      : format === "xlsx"
        ? await concatenateChunks(writeXlsx(await bookOf({ rows, on, disputed }, language, ctx.now)))
        : await printLedger(
            { rows, on, digest, organisation: organisation.legalName, disputed },
            language,
            ctx.now,
          );
  const fileName = exportedName("instructions", [slug, on], format, disputed);
  const noted = await write(ctx, async (_tx, journal) => {
    const after = { format, language, instructions: rows.length, digest };
    journal.note({ event: "export.taken", subject: { noun: "export", id: null, label: fileName }, after });
    return done(null);
  });
  if (noted.ok) await tellOfLeaving(ctx, disputed.tables);
  return noted.ok ? done({ fileName, contentType: TYPES[format], body }) : noted;
}

type Book = Parameters<typeof ledgerWorkbook>[0] & { disputed: DisputedRows };

async function bookOf({ disputed, ...content }: Book, language: LedgerExport["language"], now: Date) {
  const { sheets, ...book } = await ledgerWorkbook(content, language, now);
  return { ...book, sheets: [...sheets, ...(await disputedSheets(disputed, language))] };
}

/** Excludes database ids, so that the file can be read elsewhere. */
function exported(row: LedgerRow, all: readonly LedgerRow[]) {
  const numberOf = (id: string | null) => all.find((other) => other.id === id)?.number ?? null;
  const { number, controllerName, kind, text, textDigest, authorName, authorPower, authority, channel } = row;
  const { effectiveOn, transferEffect, transferText, references, covers, state } = row;
  return {
    number,
    controller: controllerName,
    kind,
    text,
    textDigest,
    authorName,
    authorPower,
    authority,
    channel,
    receivedAt: row.receivedAt.toISOString(),
    effectiveOn,
    transferEffect,
    transferText,
    records: references,
    covers,
    state,
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
        event,
        state: reached,
        on: factOn,
        time: factTime,
        note,
        source,
        infringes,
        recipient,
        writer,
        medium,
        writing,
        successor: numberOf(fact.successorId),
        recordedAt: fact.recordedAt.toISOString(),
        author: fact.authorName,
      }),
    ),
  };
}
