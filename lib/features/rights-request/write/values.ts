import { answerLanguage, openPerson } from "@/lib/features/rights-request/read/person";
import { isOfOtherScript } from "@/lib/domain/text/script";
import type { Locale } from "@/lib/i18n/locale";
import { extentPlaced } from "@/lib/domain/rights-request/extent";
import { findContactPurposes } from "@/lib/features/rights-request/read/purposes";
import { done, invalid, refuse, type Outcome } from "@/lib/domain/outcome/outcome";
import type { FactValue } from "@/lib/domain/rights-request/facts";
import { earliestReceipt, isDecided, isWithController } from "@/lib/domain/rights-request/file";
import { stopOfRequest } from "@/lib/domain/rights-request/stop-words";
import { proposeTasks, taskKey, withoutTasks } from "@/lib/domain/rights-request/tasks";
import { checkNamed } from "@/lib/features/instruction/read/nameable";
import { findTaskSources, isController } from "@/lib/features/rights-request/read/queries";
import type { ClockedRequest } from "@/lib/features/rights-request/read/to-plan";
import { CONTRACT_BASIS, type RequestEvent } from "@/lib/features/rights-request/schema";
import type { Tx } from "@/lib/platform/database/transaction";
import { type StaffCtx, today } from "@/lib/platform/request/context";
import { executionReason, refuseNames } from "./instruction-reason";
import { queueAnswer, queueRelay, queueSetAside, queueWithdrawalNoted } from "./letters";
import { namesItsPerson } from "./names-its-person";
import { notReachedOf } from "./not-reached";

type Unit = { tx: Tx; ctx: StaffCtx };

/** A form types no seconds: what happens within the minute of a receipt is not before it. */
const MINUTE_MS = 60_000;

/** Values of the facts to add, each checked against the rows that it names. */
export async function valuesOf(
  unit: Unit,
  of: ClockedRequest,
  input: RequestEvent,
): Promise<Outcome<FactValue[]>> {
  const { tx } = unit;
  const { kind } = input;
  if (input.at + MINUTE_MS <= of.receivedAt && !isOfController(input))
    return invalid("on", "rights-request.beforeReceipt");
  if (
    (kind === "answered" || kind === "not-reached") &&
    input.at + MINUTE_MS <= earliestReceipt(of.receivedAt, of.file)
  )
    return invalid("on", "rights-request.answerBeforeReceipt");
  switch (kind) {
    case "placed":
      if (!input.controllerId || !(await isController(tx, input.controllerId)))
        return invalid("controllerId", "required");
      if (input.stopPurpose !== "" && !(await isPurposeOf(tx, input.controllerId, input.stopPurpose)))
        return invalid("stopPurpose", "rights-request.purposeElsewhere");
      if (namesItsPerson(of.request, input.droppedReason))
        return invalid("droppedReason", "rights-request.reasonNamesPerson");
      return done([{ controllerId: input.controllerId, ...extentOf(of, input) }]);
    case "relayed":
      return relayOf(unit, of, input);
    case "instructed":
      return instructionOf(unit, of, input);
    case "started":
      return startOf(unit, of, input);
    case "refused":
      return done([{ ground: input.ground ?? undefined }]);
    case "not-ours":
      return setAsideOf(unit, of, input);
    case "answered":
      return personAnswerOf(unit, of, input);
    case "not-reached":
      return notReachedOf(unit, of, input);
    case "task-added":
      return tasksOf(tx, of, input);
    case "task-answered":
      return answerOf(tx, of, input);
    default:
      return done([{}]);
  }
}

async function isPurposeOf(tx: Tx, controllerId: string, asked: string): Promise<boolean> {
  return (await findContactPurposes(tx, controllerId)).some(({ purpose }) => purpose === asked);
}

/** Gives how far a request ends calls and messages, where it ends any. */
function extentOf(
  { request }: ClockedRequest,
  { stops, narrowedBy, stopPurpose, times, dropped, droppedReason }: RequestEvent,
): FactValue {
  if (stopOfRequest(request) === null) return {};
  const isNarrowed = stops !== "everything" || stopPurpose !== "" || times !== null;
  return {
    stops,
    ...(stopPurpose !== "" && { stopPurpose }),
    ...(times && { stopTimes: times }),
    ...(isNarrowed && narrowedBy !== null && { narrowedBy }),
    ...(dropped.length > 0 && { dropped, droppedReason }),
  };
}

/** The controller may have received a request, or answered the person, before its processor heard of it. */
export function isOfController({
  kind,
  answeredBy,
  triedBy,
}: Pick<RequestEvent, "kind" | "answeredBy" | "triedBy">): boolean {
  if (kind === "answered") return answeredBy === "controller";
  return kind === "controller-received" || (kind === "not-reached" && triedBy === "controller");
}

/** An answer of the processor is given on the controller's instruction alone, 28(3)(a). */
async function personAnswerOf(
  { tx, ctx }: Unit,
  of: ClockedRequest,
  input: RequestEvent,
): Promise<Outcome<FactValue[]>> {
  const { answeredBy, answerMeans, answer, documentId, words } = input;
  if (answeredBy === "processor" && of.file.decision !== "execute-and-answer")
    return invalid("answeredBy", "rights-request.notAskedToAnswer");
  const reason = answeredBy === "processor" ? await executionReason({ tx, ctx }, of, input) : done("");
  if (!reason.ok) return reason;
  if (answeredBy === "controller" && answerMeans === "letter")
    return invalid("answerMeans", "rights-request.notOurLetter");
  if (documentId !== null && !(await isDocumentOf(tx, of, documentId)))
    return invalid("documentId", "rights-request.noDocument");
  const value: FactValue = {
    answeredBy: answeredBy ?? undefined,
    answerMeans: answerMeans ?? undefined,
    answer: answer ?? undefined,
    documentId: documentId ?? undefined,
    instructionReason: reason.value || undefined,
  };
  if (answerMeans !== "letter") return done([value]);
  if (of.file.unsent.answered?.isWaiting) return invalid("answerMeans", "rights-request.letterWaits");
  if (!input.isLanguageMeant && isOfOtherScript(words, languageOfAnswer(of)))
    return invalid("words", "rights-request.otherLanguage");
  const letterId = await queueAnswer(tx, ctx, of, { words, documentId });
  return letterId === null
    ? invalid("answerMeans", "rights-request.noPersonAddress")
    : done([{ ...value, letterIds: [letterId] }]);
}

/** Language in which the person reads the answer. */
function languageOfAnswer({ request }: ClockedRequest): Locale {
  return answerLanguage(openPerson(request.contactSealed));
}

async function isDocumentOf(tx: Tx, { request }: ClockedRequest, id: string): Promise<boolean> {
  const where = { id, subjectNoun: "rights-request", subjectId: request.id };
  return (await tx.attachment.findFirst({ where, select: { id: true } })) !== null;
}

async function relayOf(
  { tx, ctx }: Unit,
  of: ClockedRequest,
  input: RequestEvent,
): Promise<Outcome<FactValue[]>> {
  const means = input.means ?? undefined;
  // States how far it goes: the client follows it in its own files.
  const extent = extentPlaced(of.facts);
  if (means !== "letter") return done([{ means, ...extent }]);
  if (of.file.unsent.relayed?.isWaiting) return invalid("means", "rights-request.letterWaits");
  const letterIds = await queueRelay(tx, ctx, of);
  return letterIds.length === 0
    ? invalid("means", "rights-request.noAddress")
    : done([{ means, letterIds, ...extent }]);
}

/** An instruction is an entry of the controller's ledger, or what its contract in force instructs beforehand. */
async function instructionOf(
  { tx, ctx }: Unit,
  of: ClockedRequest,
  input: RequestEvent,
): Promise<Outcome<FactValue[]>> {
  const { controller, terms } = of;
  if (controller === null) return invalid("kind", "rights-request.noController");
  const decision = input.decision ?? undefined;
  if (input.basis === CONTRACT_BASIS)
    return terms?.rule === "answered"
      ? done([{ decision, contractId: terms.contractId }])
      : invalid("basis", "rights-request.notMandated");
  if (input.basis === null) return invalid("basis", "required");
  const named = await checkNamed(tx, {
    id: input.basis,
    controllerId: controller.id,
    use: "rights-request" as const,
    day: today(ctx),
    named: null,
    field: "basis",
    writtenReason: input.instructionReason,
  });
  const reason = named.ok ? refuseNames(of, named.value) : named;
  return reason.ok
    ? done([{ decision, instructionId: input.basis, instructionReason: reason.value || undefined }])
    : reason;
}

/**
 * Execution begins once the instruction binds, 28(3)(a), or on a written reason: what a controller answered in its portal stands in
 * the ledger as received, and is examined first.
 */
async function startOf(unit: Unit, of: ClockedRequest, input: RequestEvent): Promise<Outcome<FactValue[]>> {
  const reason = await executionReason(unit, of, input);
  return reason.ok ? done([{ instructionReason: reason.value || undefined }]) : reason;
}

/**
 * The controller that has the request is told that nothing more is done about it; the person, whose withdrawal it is, where its
 * processor was to answer it.
 */
async function setAsideOf(
  { tx, ctx }: Unit,
  of: ClockedRequest,
  { cause }: RequestEvent,
): Promise<Outcome<FactValue[]>> {
  if (cause === null) return invalid("cause", "required");
  if (isDecided(of.file) && cause !== "withdrawn") return invalid("cause", "rights-request.onlyWithdrawn");
  const { file } = of;
  const isWithdrawn = cause === "withdrawn" && file.decision === "execute-and-answer";
  const letterId =
    isWithdrawn && file.answered === null ? await queueWithdrawalNoted(tx, ctx, of) : undefined;
  return done([
    {
      cause,
      ...(isWithController(file) && { tellingIds: await queueSetAside(tx, ctx, of, cause) }),
      ...(letterId !== undefined && { personTellingIds: letterId === null ? [] : [letterId] }),
    },
  ]);
}

async function tasksOf(
  tx: Tx,
  { controller, file }: ClockedRequest,
  input: RequestEvent,
): Promise<Outcome<FactValue[]>> {
  if (controller === null) return invalid("kind", "rights-request.noController");
  const proposed = withoutTasks(proposeTasks(await findTaskSources(tx, controller.id)), file.tasks);
  const ticked = proposed.filter((task) => input.tasks.includes(taskKey(task)));
  const { taskKind: kind, taskName: name } = input;
  const typed = kind === null || name === "" ? [] : [{ kind, name, subProcessorId: null, recordIds: [] }];
  const added = withoutTasks([...ticked, ...typed], file.tasks);
  return added.length === 0
    ? invalid("taskName", "rights-request.taskThere")
    : done(added.map((task) => ({ task })));
}

async function answerOf(tx: Tx, of: ClockedRequest, input: RequestEvent): Promise<Outcome<FactValue[]>> {
  const { taskId, outcome, documentId, reason } = input;
  if (!of.file.tasks.some(({ id }) => id === taskId)) return refuse({ kind: "not-found" });
  if (documentId !== null && !(await isDocumentOf(tx, of, documentId)))
    return invalid("documentId", "rights-request.noDocument");
  const value: FactValue = {
    taskId: taskId ?? undefined,
    outcome: outcome ?? undefined,
    reason: outcome === "impossible" ? (reason ?? undefined) : undefined,
    documentId: documentId ?? undefined,
  };
  return done([value]);
}
