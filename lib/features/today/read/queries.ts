import { WARNING_DAYS } from "@/lib/domain/contract/term";
import { groupFindings } from "@/lib/domain/instruction/scope-groups";
import { addDaysToDay } from "@/lib/domain/time/calendar-day";
import { byUrgency, contractPoint, sectionOf, transferPoint } from "@/lib/domain/today/waiting";
import type { TransferState } from "@/lib/domain/transfer/lifecycle";
import { BARS } from "@/lib/domain/transfer/status";
import { findContracts } from "@/lib/features/contract/read/queries";
import { findAgreed, scopeOf } from "@/lib/features/instruction/read/agreed";
import { findOpenRecords, findServed } from "@/lib/features/instruction/read/queries";
import type { Tx } from "@/lib/platform/database/transaction";

/** Contracts expired without an end, and those with an open window for notice. */
export async function findContractsToday(tx: Tx, day: string) {
  const near = { lte: addDaysToDay(day, WARNING_DAYS) };
  const rows = await findContracts(tx, {
    state: { not: "ended" },
    OR: [{ deadlineOn: near }, { endsOn: { lt: day } }],
  });
  const waiting = byUrgency(rows, (row) => contractPoint(row, day), ["expired", "notice-closing"]);
  return sectionOf(
    waiting.map(({ id, reference, controller, point }) => ({
      id,
      reference,
      controller: controller.legalName,
      point,
    })),
  );
}

/** Transfers in use without a tool, and overdue reviews. */
export async function findTransfersToday(tx: Tx, day: string) {
  const rows = await tx.transfer.findMany({
    where: {
      state: "running",
      OR: [{ gapCodes: { hasSome: [...BARS] } }, { nextReviewOn: { lt: day } }],
    },
    orderBy: { reference: "asc" },
    select: {
      id: true,
      reference: true,
      controllerName: true,
      importerName: true,
      country: true,
      state: true,
      requiredGaps: true,
      gapCodes: true,
      nextReviewOn: true,
    },
  });
  const facts = rows.map((row) => ({ ...row, state: row.state as TransferState }));
  const waiting = byUrgency(facts, (row) => transferPoint(row, day), ["barred", "review-due"]);
  return sectionOf(
    waiting.map(({ id, reference, controllerName, importerName, country, point }) => ({
      ...{ id, reference, country, point },
      controller: controllerName,
      importer: importerName,
    })),
  );
}

/** Limit of entries compared on the morning page, for speed. */
const MOST_COMPARED = 1000;

/** Operations out of scope by kind; null beyond the limit. */
export async function findScopeToday(tx: Tx, day: string) {
  const open = await tx.processingRecord.count({
    where: { capacity: "processor", state: { not: "ended" } },
    take: MOST_COMPARED + 1,
  });
  if (open > MOST_COMPARED) return null;
  const served = (await findServed(tx, "", MOST_COMPARED)).map(({ id }) => id);
  const records = await findOpenRecords(tx, served);
  const agreed = await findAgreed(tx, served);
  const found = records.map(({ id, reference, ...record }) => ({
    record: { id, reference },
    findings: scopeOf({ id, ...record }, agreed, day),
  }));
  const groups = groupFindings(found);
  return {
    ...sectionOf(groups.filter(({ isCompared }) => isCompared)),
    /** Findings that cannot be compared by rule: no coverage is claimed either way. */
    uncompared: groups.filter(({ isCompared }) => !isCompared).length,
  };
}

/** Milliseconds after which an unsent letter counts as waiting. */
const WAITS_AFTER_MS = 5 * 60_000;

export async function findLettersToday(tx: Tx, now: Date) {
  const since = new Date(now.getTime() - WAITS_AFTER_MS);
  const waiting = { state: { in: ["queued", "sending"] }, createdAt: { lt: since } };
  return {
    waiting: await tx.outboxMail.count({ where: waiting }),
    givenUp: await tx.outboxMail.count({ where: { state: { in: ["given-up", "refused"] } } }),
    bounced: await tx.outboxMail.count({ where: { state: "bounced" } }),
  };
}
