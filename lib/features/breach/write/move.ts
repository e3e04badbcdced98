import { lastOf } from "@/lib/domain/invariant/required";
import { foldBreach } from "@/lib/domain/breach/file";
import { factIssues } from "@/lib/domain/breach/issues";
import { eventsFrom } from "@/lib/domain/breach/lifecycle";
import { conflict, done, invalid, refuse, type Outcome } from "@/lib/domain/outcome/outcome";
import type { Tx } from "@/lib/platform/database/transaction";
import type { JournalDraft } from "@/lib/platform/journal/draft";
import type { Ctx } from "@/lib/platform/request/context";
import { isAuthorised } from "@/lib/platform/write/authorised";
import { write } from "@/lib/platform/write/write";
import type { BreachRow } from "@/lib/features/breach/read/queries";
import { findOpenDuties } from "@/lib/features/breach/read/to-plan";
import type { BreachMove } from "@/lib/features/breach/schema";
import { leftFacts } from "./left-facts";
import { asRecorded, instantText, journalFacts, openBreach, subjectOf } from "./mutations";
import { appendFacts, type Appended } from "./rows";

/** Contains, closes or reopens. Closing over an obstacle needs a reason, which stays with the fact. */
export async function moveBreach(ctx: Ctx, input: BreachMove): Promise<Outcome<BreachRow>> {
  const { id, version, event, reason } = input;
  if (!isAuthorised(ctx, event === "contained" ? "breach.write" : "breach.decide"))
    return refuse({ kind: "forbidden" });
  return write(ctx, async (tx, journal) => {
    const found = await openBreach(tx, id);
    if (!found) return refuse({ kind: "not-found" });
    const { row, facts } = found;
    if (row.version !== version)
      return conflict({ status: row.status }, row.version, asRecorded(lastOf(facts)));
    const file = foldBreach(facts);
    if (!eventsFrom(file.status).includes(event)) return invalid("event", "breach.notNow");
    const stated = {
      kind: event,
      value: {},
      at: input.at ?? ctx.now.getTime(),
      controllerId: null,
      correctsId: null,
      reason,
    };
    const issues = factIssues(stated, facts, ctx.now.getTime());
    if (issues.length > 0) return refuse({ kind: "invalid", issues });
    if (event === "closed" && (await isNoticeIssuedAfter(tx, id, stated.at)))
      return invalid("on", "breach.closedBeforeNotice");
    const left = event === "closed" ? await leftFacts(tx, file, input) : done([]);
    if (!left.ok) return left;
    const named = new Set(left.value.map(({ controllerId }) => controllerId));
    const duties = event === "closed" ? await findOpenDuties(tx, id, ctx.now.getTime()) : [];
    const open = duties.filter(({ controller }) => controller === null || !named.has(controller.id));
    if (open.length > 0 && reason === "")
      return invalid("reason", "breach.reasonToClose", { count: open.length });
    const appended = await appendFacts(tx, ctx, row, [...left.value, stated]);
    journalMove(journal, appended, event, reason);
    return done(appended.row);
  });
}

const MINUTE_MS = 60_000;

/** The form states minutes: a notice of the minute of the closing is before it. */
async function isNoticeIssuedAfter(tx: Tx, breachId: string, at: number): Promise<boolean> {
  const where = { breachId, status: "issued", issuedAt: { gte: new Date(at + MINUTE_MS) } };
  return (await tx.breachNotice.count({ where })) > 0;
}

function journalMove(
  journal: JournalDraft,
  appended: Appended,
  event: BreachMove["event"],
  reason: string,
): void {
  const { row, added } = appended;
  if (event === "contained") return journalFacts(journal, appended);
  for (const { kind, controllerId, reason: why } of added)
    if (kind === "controller-left-untold" || kind === "controller-left-unrectified") {
      const entry = { subject: subjectOf(row), after: { controllerId }, reason: why };
      journal.note(
        kind === "controller-left-untold"
          ? { event: "breach.controller-left-untold", ...entry }
          : { event: "breach.controller-left-unrectified", ...entry },
      );
    }
  const entry = {
    subject: subjectOf(row),
    after: { status: row.status, at: instantText(lastOf(added)) },
    reason,
  };
  journal.note(
    event === "closed" ? { event: "breach.closed", ...entry } : { event: "breach.reopened", ...entry },
  );
}
