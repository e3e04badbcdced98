import { createHash } from "node:crypto";
import { canonicalText, type JsonValue } from "@/lib/domain/journal/canonical";
import { done, refuse, type Outcome } from "@/lib/domain/outcome/outcome";
import { findContracts, findPlaces, type ContractRow } from "@/lib/features/contract/read/queries";
import { findMessagesAbout, describeThreads } from "@/lib/features/thread/read/queries";
import { today, type Ctx } from "@/lib/platform/request/context";
import { concatenateChunks } from "@/lib/platform/transport/concatenate-chunks";
import { writeXlsx } from "@/lib/platform/sheets/xlsx-writer";
import type { Download } from "@/lib/platform/transport/download-route";
import { withOrg } from "@/lib/platform/database/transaction";
import { isAuthorised } from "@/lib/platform/write/authorised";
import { write } from "@/lib/platform/write/write";
import { disputedMember, disputedSheets, exportedName } from "@/lib/features/export/read/disputed-words";
import {
  LEAVING_LIMITS,
  findDisputedRows,
  tablesLeaving,
  type DisputedRows,
} from "@/lib/features/export/read/disputed-rows";
import { tellOfLeaving } from "@/lib/features/journal/write/verification";
import { contractWorkbook } from "@/lib/features/contract-export/print/contract-workbook";
import {
  CONTRACTS_FORMAT,
  type ContractExport,
  type ExportedContract,
} from "@/lib/features/contract-export/schema";

const TYPES = {
  xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
  json: "application/json; charset=utf-8",
} as const;

/** Includes clauses, amendments, instructors and threads. Journalled. */
export async function exportContracts(
  ctx: Ctx,
  slug: string,
  input: ContractExport,
): Promise<Outcome<Download>> {
  if (!isAuthorised(ctx, "export.take")) return refuse({ kind: "forbidden" });
  const on = today(ctx);
  const {
    contracts,
    messages: values,
    organisation,
    disputed,
  } = await withOrg(
    ctx.scope,
    async (tx) => {
      const contracts = await findContracts(tx);
      const ids = contracts.map(({ id }) => id);
      return {
        contracts,
        messages: await findMessagesAbout(tx, "contract", ids),
        organisation: await findPlaces(tx),
        disputed: await findDisputedRows(
          tx,
          tablesLeaving("contract"),
          new Map(contracts.map(({ id, reference }) => [id, reference])),
        ),
      };
    },
    LEAVING_LIMITS,
  );
  const lines = contracts.map((contract) =>
    canonicalText({ ...exported(contract), thread: describeThreads(values.get(contract.id)) } as JsonValue),
  );
  const chunks =
    input.format === "json"
      ? [
          `{"format":"${CONTRACTS_FORMAT}",${disputedMember(disputed)}"contracts":[\n${lines.join(",\n")}\n]}\n`,
        ]
      : writeXlsx(await bookOf({ contracts, organisation, on, disputed }, input.language, ctx.now));
  const body = await concatenateChunks(chunks);
  const fileName = exportedName("contracts", [slug, on], input.format, disputed);
  const noted = await write(ctx, async (_tx, journal) => {
    journal.note({
      event: "export.taken",
      subject: { noun: "export", id: null, label: fileName },
      after: {
        format: input.format,
        language: input.language,
        contracts: contracts.length,
        digest: createHash("sha256").update(lines.join("\n")).digest("hex"),
      },
    });
    return done(null);
  });
  if (noted.ok) await tellOfLeaving(ctx, disputed.tables);
  return noted.ok ? done({ fileName, contentType: TYPES[input.format], body }) : noted;
}

type Book = Parameters<typeof contractWorkbook>[0] & { disputed: DisputedRows };

async function bookOf({ disputed, ...content }: Book, language: ContractExport["language"], now: Date) {
  const { sheets, ...book } = await contractWorkbook(content, language, now);
  return { ...book, sheets: [...sheets, ...(await disputedSheets(disputed, language))] };
}

/** Excludes database ids, except those that distinguish amendments. */
export function exported(row: ContractRow): ExportedContract {
  const { reference, title, signedOn, effectiveOn, noticeGivenOn, endedOn, content } = row;
  const dates = { signedOn, effectiveOn, noticeGivenOn, endedOn };
  const instructors = row.instructors.map(({ id: _id, ...instructor }) => instructor);
  return { reference, title, controller: row.controller.legalName, ...dates, content, instructors };
}
