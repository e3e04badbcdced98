import { can } from "@/lib/domain/nouns/policy";
import { conflict, done, invalid, refuse, type Outcome } from "@/lib/domain/outcome/outcome";
import type { Fact, FactKind, FactValue } from "@/lib/domain/rights-request/facts";
import { foldRequest, type RequestFile } from "@/lib/domain/rights-request/file";
import { decide, stateAfter } from "@/lib/domain/rights-request/lifecycle";
import { proposeTasks, taskKey, withoutTasks } from "@/lib/domain/rights-request/tasks";
import { todayIn } from "@/lib/domain/time/zones";
import { newId } from "@/lib/platform/database/ids";
import type { StaffCtx } from "@/lib/platform/request/context";
import { personKey } from "@/lib/platform/secrets/person-key";
import { allocateReference } from "@/lib/platform/versioned/numbering";
import { write } from "@/lib/platform/write/write";
import { identifierIn, sealPerson, sealWords } from "@/lib/features/rights-request/read/person";
import {
  findFacts,
  findRelayTerms,
  findRequest,
  findTaskSources,
  type RequestRow,
} from "@/lib/features/rights-request/read/queries";
import { CONTRACT_BASIS, type RequestEvent, type RequestReceive } from "@/lib/features/rights-request/schema";
import type { Tx } from "@/lib/platform/database/transaction";
import { refuseMarketing } from "./objection";
import { appendFacts, lockRequest, type StatedFact } from "./rows";

type Made = { id: string };

/** Receives a request: for a controller that is named, or for one that is found later. */
export async function receiveRequest(ctx: StaffCtx, input: RequestReceive): Promise<Outcome<Made>> {
  if (!can(ctx.actor, "rights-request.write")) return refuse({ kind: "forbidden" });
  if (input.at > ctx.now.getTime()) return invalid("on", "dateAhead");
  return write(ctx, async (tx, journal) => {
    if (input.controllerId !== null && !(await isController(tx, input.controllerId)))
      return invalid("controllerId", "required");
    const row = await insertRequest(tx, ctx, input);
    journal.note({
      event: "rights-request.received",
      subject: { noun: "rights-request", id: row.id, label: row.reference },
      after: {
        ...{ reference: row.reference, channel: row.channel, rights: row.rights },
        receivedAt: row.receivedAt.toISOString(),
      },
    });
    const unit = { tx, ctx, journal };
    await appendFacts(unit, row, firstFacts(input), { state: "received", controllerId: null, tasks: [] });
    if (input.controllerId !== null) await refuseMarketing(unit, row, input.controllerId);
    return done({ id: row.id });
  });
}

function firstFacts({ at, controllerId, isIdentityDoubted }: RequestReceive): StatedFact[] {
  return [
    ...(controllerId === null ? [] : [{ kind: "placed", value: { controllerId }, at } as const]),
    ...(isIdentityDoubted ? [{ kind: "identity-doubted", value: {}, at } as const] : []),
  ];
}

async function isController(tx: Tx, id: string): Promise<boolean> {
  const where = { id, archivedAt: null, mergedIntoId: null };
  return (await tx.controller.findFirst({ where, select: { id: true } })) !== null;
}

async function insertRequest(tx: Tx, ctx: StaffCtx, input: RequestReceive): Promise<RequestRow> {
  const reference = await allocateReference(tx, ctx, { table: "rights_request", letters: "DP" });
  const { channel, rights, clue, name, contact, words } = input;
  const identifier = identifierIn(contact);
  return tx.rightsRequest.create({
    data: {
      ...{ id: newId(ctx.now), orgId: ctx.scope.org, reference, channel, rights, clue },
      receivedAt: new Date(input.at),
      contactSealed: sealPerson({ name, contact }),
      wordsSealed: sealWords(words),
      personKey: identifier && personKey(ctx.scope.org, identifier.value),
      ...{ createdAt: ctx.now, updatedAt: ctx.now },
    },
  });
}

/** Events that decide of a request, which the stewards alone record. */
const DECIDED: ReadonlySet<FactKind> = new Set(["not-ours", "reopened", "confirmed", "closed"]);

/** Records one event of a request, as the table of its life allows. */
export async function recordEvent(ctx: StaffCtx, input: RequestEvent): Promise<Outcome<Made>> {
  if (!can(ctx.actor, DECIDED.has(input.kind) ? "rights-request.decide" : "rights-request.write"))
    return refuse({ kind: "forbidden" });
  if (input.at > ctx.now.getTime()) return invalid("on", "dateAhead");
  return write(ctx, async (tx, journal) => {
    await lockRequest(tx, input.id);
    const row = await findRequest(tx, input.id);
    if (!row) return refuse({ kind: "not-found" });
    const facts = await findFacts(tx, input.id);
    const meanwhile = overtaken(input, facts);
    if (meanwhile) return meanwhile;
    const file = foldRequest(facts);
    const values = await valuesOf(tx, { row, file }, input);
    if (!values.ok) return values;
    const decision = decide(file, input.kind);
    if (!decision.ok) return invalid("kind", `rights-request.${decision.key}`);
    const unit = { tx, ctx, journal };
    await appendFacts(
      unit,
      row,
      values.value.map((value) => ({ kind: input.kind, value, at: input.at })),
      file,
    );
    if (input.kind === "placed" && input.controllerId) await refuseMarketing(unit, row, input.controllerId);
    return done({ id: row.id });
  });
}

/** Decides what moves a request, or answers a line, on everything that was recorded. */
function overtaken({ kind, version, taskId }: RequestEvent, facts: readonly Fact[]): Outcome<Made> | null {
  const later = facts.filter(({ number }) => number > version);
  const fact = later.find((one) =>
    kind === "task-answered" ? one.value.taskId === taskId : stateAfter(kind) !== null || one.kind === kind,
  );
  if (!fact || kind === "task-added") return null;
  const { authorName, recordedAt } = fact;
  return conflict({ kind: fact.kind }, facts.length, { authorName, recordedAt: new Date(recordedAt) });
}

type Found = { row: RequestRow; file: RequestFile };

/** Values of the facts to add, each checked against the rows that it names. */
async function valuesOf(tx: Tx, { row, file }: Found, input: RequestEvent): Promise<Outcome<FactValue[]>> {
  const { kind } = input;
  if (input.at < row.receivedAt.getTime() && kind !== "controller-received")
    return invalid("on", "rights-request.beforeReceipt");
  switch (kind) {
    case "placed":
      if (!input.controllerId || !(await isController(tx, input.controllerId)))
        return invalid("controllerId", "required");
      return done([{ controllerId: input.controllerId }]);
    case "relayed":
      return done([{ means: input.means ?? undefined }]);
    case "instructed":
      return instructionOf(tx, { row, file }, input);
    case "refused":
      return done([{ ground: input.ground ?? undefined }]);
    case "not-ours":
      return done([{ cause: input.cause ?? undefined }]);
    case "task-added":
      return tasksOf(tx, file, input);
    case "task-answered":
      return answerOf(tx, { row, file }, input);
    default:
      return done([{}]);
  }
}

/** An instruction is an entry of the controller's ledger, or what its contract in force instructs beforehand. */
async function instructionOf(
  tx: Tx,
  { row, file }: Found,
  input: RequestEvent,
): Promise<Outcome<FactValue[]>> {
  const { controllerId } = file;
  const decision = input.decision ?? undefined;
  if (controllerId === null) return invalid("kind", "rights-request.noController");
  if (input.basis === CONTRACT_BASIS) {
    const terms = await findRelayTerms(
      tx,
      controllerId,
      todayIn("Africa/Casablanca", row.receivedAt.getTime()),
    );
    if (terms?.rule !== "answered") return invalid("basis", "rights-request.notMandated");
    return done([{ decision, contractId: terms.contractId }]);
  }
  const where = { id: input.basis ?? "", controllerId };
  const instruction = await tx.instruction.findFirst({ where, select: { id: true } });
  return instruction
    ? done([{ decision, instructionId: instruction.id }])
    : invalid("basis", "rights-request.noInstruction");
}

async function tasksOf(tx: Tx, file: RequestFile, input: RequestEvent): Promise<Outcome<FactValue[]>> {
  const { controllerId } = file;
  if (controllerId === null) return invalid("kind", "rights-request.noController");
  const proposed = withoutTasks(proposeTasks(await findTaskSources(tx, controllerId)), file.tasks);
  const ticked = proposed.filter((task) => input.tasks.includes(taskKey(task)));
  const typed = { kind: input.taskKind, name: input.taskName, subProcessorId: null, recordIds: [] };
  const added = withoutTasks([...ticked, ...(typed.name === "" ? [] : [typed])], file.tasks);
  return added.length === 0
    ? invalid("taskName", "rights-request.taskThere")
    : done(added.map((task) => ({ task })));
}

async function answerOf(tx: Tx, { row, file }: Found, input: RequestEvent): Promise<Outcome<FactValue[]>> {
  const { taskId, outcome, documentId } = input;
  if (!file.tasks.some(({ id }) => id === taskId)) return refuse({ kind: "not-found" });
  if (documentId !== null) {
    const where = { id: documentId, subjectNoun: "rights-request", subjectId: row.id };
    if (!(await tx.attachment.findFirst({ where, select: { id: true } })))
      return invalid("documentId", "rights-request.noDocument");
  }
  return done([
    { taskId: taskId ?? undefined, outcome: outcome ?? undefined, documentId: documentId ?? undefined },
  ]);
}
