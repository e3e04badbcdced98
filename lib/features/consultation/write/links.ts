import { exportName } from "@/lib/domain/text/export-name";
import { required } from "@/lib/domain/invariant/required";
import { done, invalid, refuse, type Outcome } from "@/lib/domain/outcome/outcome";
import { linkOf } from "@/lib/features/consultation/read/contact";
import {
  findSendingRefusal,
  selectReachable,
  type Reachable,
} from "@/lib/features/consultation/read/reachable";
import { findConsultation } from "@/lib/features/consultation/read/queries";
import type { ConsultationId } from "@/lib/features/consultation/schema";
import type { Tx } from "@/lib/platform/database/transaction";
import type { StaffCtx } from "@/lib/platform/request/context";
import { CSV_START, writeCsvRow } from "@/lib/platform/sheets/csv-writer";
import type { Download } from "@/lib/platform/transport/download-route";
import { isAuthorised } from "@/lib/platform/write/authorised";
import { write } from "@/lib/platform/write/write";
import { consultationDocument } from "./document";

const TIMEOUT_MS = 120_000;
/** Persons of one read. */
const BATCH = 2000;

/**
 * Hands the links of everybody with a number who does not object to calls to the dialler, as a CSV of number, link and
 * language. A number begins with "00": a spreadsheet takes "+" for a formula.
 */
export async function exportLinks(
  ctx: StaffCtx,
  _slug: string,
  { id }: ConsultationId,
): Promise<Outcome<Download>> {
  if (!isAuthorised(ctx, "consultation.send")) return refuse({ kind: "forbidden" });
  return write(
    ctx,
    async (tx, journal) => {
      const row = await findConsultation(tx, id);
      if (!row) return refuse({ kind: "not-found" });
      const refusal = await findSendingRefusal(tx, row, ctx.now);
      if (refusal) return invalid("", `consultation.${refusal}`);
      const lines: string[] = [];
      let withheldCount = 0;
      for await (const persons of personsWithNumber(tx, id)) {
        const part = await selectReachable(tx, ctx, row, { persons, act: "telephone" });
        withheldCount += persons.length - part.length;
        lines.push(...part.map(lineOf));
        await tx.consultationPerson.updateMany({
          where: { id: { in: part.map((person) => person.id) }, handedAt: null },
          data: { handedAt: ctx.now },
        });
      }
      if (lines.length === 0) return invalid("", "consultation.nobodyByNumber");
      journal.note({
        event: "consultation.links-taken",
        subject: consultationDocument.subjectOf(row),
        after: { linkCount: lines.length, withheldCount },
      });
      const heads = writeCsvRow(["number", "link", "language"]);
      const body = new TextEncoder().encode(CSV_START + heads + lines.join(""));
      return done({
        fileName: exportName("consultation", [row.reference], "csv"),
        contentType: "text/csv; charset=utf-8",
        body,
      });
    },
    { timeoutMs: TIMEOUT_MS },
  );
}

function lineOf({ id, number, language }: Reachable): string {
  return writeCsvRow([`00${required(number, "number").slice(1)}`, linkOf(id), language]);
}

type Stored = { id: string; contactSealed: Uint8Array | null; language: string };

async function* personsWithNumber(tx: Tx, consultationId: string): AsyncGenerator<Stored[]> {
  const reached = { consultationId, hasNumber: true, revokedAt: null, contactSealed: { not: null } };
  let last: string | null = null;
  for (;;) {
    const part: Stored[] = await tx.consultationPerson.findMany({
      where: { ...reached, ...(last && { id: { gt: last } }) },
      orderBy: { id: "asc" },
      take: BATCH,
      select: { id: true, contactSealed: true, language: true },
    });
    if (part.length === 0) return;
    yield part;
    last = required(part.at(-1), "last person").id;
  }
}
