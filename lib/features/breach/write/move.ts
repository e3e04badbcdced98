import { lastOf } from "@/lib/domain/invariant/required";
import { foldBreach, type BreachFile } from "@/lib/domain/breach/file";
import { factIssues, type StatedFact } from "@/lib/domain/breach/issues";
import { eventsFrom } from "@/lib/domain/breach/lifecycle";
import { can } from "@/lib/domain/nouns/policy";
import { conflict, done, invalid, refuse, type Outcome } from "@/lib/domain/outcome/outcome";
import type { Tx } from "@/lib/platform/database/transaction";
import type { JournalDraft } from "@/lib/platform/journal/draft";
import type { Ctx } from "@/lib/platform/request/context";
import { write } from "@/lib/platform/write/write";
import { findInformed, type BreachRow } from "@/lib/features/breach/read/queries";
import { findOpenDuties } from "@/lib/features/breach/read/to-plan";
import type { BreachMove } from "@/lib/features/breach/schema";
import { asRecorded, instantText, journalFacts, openBreach, subjectOf } from "./mutations";
import { appendFacts, type Appended } from "./rows";

/** Contains, closes or reopens. Closing over an obstacle needs a reason, which stays with the fact. */
export async function moveBreach(ctx: Ctx, input: BreachMove): Promise<Outcome<BreachRow>> {
  const { id, version, event, reason } = input;
  if (!can(ctx.actor, event === "contained" ? "breach.write" : "breach.decide"))
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
    const untold = event === "closed" ? await untoldFacts(tx, file, input) : done([]);
    if (!untold.ok) return untold;
    const named = new Set(untold.value.map(({ controllerId }) => controllerId));
    const duties = event === "closed" ? await findOpenDuties(tx, id, ctx.now.getTime()) : [];
    const open = duties.filter(({ controller }) => controller === null || !named.has(controller.id));
    if (open.length > 0 && reason === "")
      return invalid("reason", "breach.reasonToClose", { count: open.length });
    const appended = await appendFacts(tx, ctx, row, [...untold.value, stated]);
    journalMove(journal, appended, event, reason);
    return done(appended.row);
  });
}

/** Names each controller that nobody told, with the reason of its own: closing tells it nothing, art. 33(2). */
async function untoldFacts(
  tx: Tx,
  file: BreachFile,
  { id, untold }: BreachMove,
): Promise<Outcome<StatedFact[]>> {
  if (file.awareAt === null) return done([]);
  const informed = await findInformed(tx, [id]);
  const left = file.places.filter(
    ({ status, controllerId }) => status !== "set-aside" && !informed.has(`${id} ${controllerId}`),
  );
  const reasonOf = (controllerId: string) => untold.find((row) => row.controllerId === controllerId)?.reason;
  const unnamed = left.filter(({ controllerId }) => !reasonOf(controllerId));
  if (unnamed.length > 0) {
    const issues = unnamed.map(({ controllerId }) => {
      const at = untold.findIndex((row) => row.controllerId === controllerId);
      return { path: at < 0 ? "event" : `untold.${at}.reason`, key: "breach.untoldWithoutReason" };
    });
    return refuse({ kind: "invalid", issues });
  }
  return done(
    left.map(({ controllerId }) => ({
      kind: "controller-left-untold" as const,
      value: {},
      at: null,
      correctsId: null,
      controllerId,
      reason: reasonOf(controllerId) ?? "",
    })),
  );
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
    if (kind === "controller-left-untold")
      journal.note({
        event: "breach.controller-left-untold",
        subject: subjectOf(row),
        after: { controllerId },
        reason: why,
      });
  const entry = {
    subject: subjectOf(row),
    after: { status: row.status, at: instantText(lastOf(added)) },
    reason,
  };
  journal.note(
    event === "closed" ? { event: "breach.closed", ...entry } : { event: "breach.reopened", ...entry },
  );
}
