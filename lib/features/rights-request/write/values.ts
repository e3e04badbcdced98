import { done, invalid, refuse, type Outcome } from "@/lib/domain/outcome/outcome";
import type { FactValue } from "@/lib/domain/rights-request/facts";
import { proposeTasks, taskKey, withoutTasks } from "@/lib/domain/rights-request/tasks";
import { findTaskSources, isController } from "@/lib/features/rights-request/read/queries";
import type { ClockedRequest } from "@/lib/features/rights-request/read/to-plan";
import { CONTRACT_BASIS, type RequestEvent } from "@/lib/features/rights-request/schema";
import type { Tx } from "@/lib/platform/database/transaction";
import type { StaffCtx } from "@/lib/platform/request/context";
import { queueAnswer, queueRelay } from "./letters";

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
  switch (kind) {
    case "placed":
      if (!input.controllerId || !(await isController(tx, input.controllerId)))
        return invalid("controllerId", "required");
      return done([{ controllerId: input.controllerId }]);
    case "relayed":
      return relayOf(unit, of, input);
    case "instructed":
      return instructionOf(tx, of, input);
    case "refused":
      return done([{ ground: input.ground ?? undefined }]);
    case "not-ours":
      return done([{ cause: input.cause ?? undefined }]);
    case "answered":
      return personAnswerOf(unit, of, input);
    case "task-added":
      return tasksOf(tx, of, input);
    case "task-answered":
      return answerOf(tx, of, input);
    default:
      return done([{}]);
  }
}

/** The controller may have received a request, or answered the person, before its processor heard of it. */
export function isOfController({ kind, answeredBy }: Pick<RequestEvent, "kind" | "answeredBy">): boolean {
  return kind === "controller-received" || (kind === "answered" && answeredBy === "controller");
}

/** An answer of the processor is given on the controller's instruction alone, 28(3)(a). */
async function personAnswerOf(
  { tx, ctx }: Unit,
  of: ClockedRequest,
  { answeredBy, answerMeans, answer, documentId, words }: RequestEvent,
): Promise<Outcome<FactValue[]>> {
  if (answeredBy === "processor" && of.file.decision !== "execute-and-answer")
    return invalid("answeredBy", "rights-request.notAskedToAnswer");
  if (answeredBy === "controller" && answerMeans === "letter")
    return invalid("answerMeans", "rights-request.notOurLetter");
  if (documentId !== null && !(await isDocumentOf(tx, of, documentId)))
    return invalid("documentId", "rights-request.noDocument");
  const value: FactValue = {
    answeredBy: answeredBy ?? undefined,
    answerMeans: answerMeans ?? undefined,
    answer: answer ?? undefined,
    documentId: documentId ?? undefined,
  };
  if (answerMeans !== "letter") return done([value]);
  const letterId = await queueAnswer(tx, ctx, of, { words, documentId });
  return letterId === null
    ? invalid("answerMeans", "rights-request.noPersonAddress")
    : done([{ ...value, letterIds: [letterId] }]);
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
  if (means !== "letter") return done([{ means }]);
  const letterIds = await queueRelay(tx, ctx, of);
  return letterIds.length === 0 ? invalid("means", "rights-request.noAddress") : done([{ means, letterIds }]);
}

/** An instruction is an entry of the controller's ledger, or what its contract in force instructs beforehand. */
async function instructionOf(
  tx: Tx,
  { controller, terms }: ClockedRequest,
  input: RequestEvent,
): Promise<Outcome<FactValue[]>> {
  if (controller === null) return invalid("kind", "rights-request.noController");
  const decision = input.decision ?? undefined;
  if (input.basis === CONTRACT_BASIS)
    return terms?.rule === "answered"
      ? done([{ decision, contractId: terms.contractId }])
      : invalid("basis", "rights-request.notMandated");
  const where = { id: input.basis ?? "", controllerId: controller.id };
  const instruction = await tx.instruction.findFirst({ where, select: { id: true } });
  return instruction
    ? done([{ decision, instructionId: instruction.id }])
    : invalid("basis", "rights-request.noInstruction");
}

async function tasksOf(
  tx: Tx,
  { controller, file }: ClockedRequest,
  input: RequestEvent,
): Promise<Outcome<FactValue[]>> {
  if (controller === null) return invalid("kind", "rights-request.noController");
  const proposed = withoutTasks(proposeTasks(await findTaskSources(tx, controller.id)), file.tasks);
  const ticked = proposed.filter((task) => input.tasks.includes(taskKey(task)));
  const typed = { kind: input.taskKind, name: input.taskName, subProcessorId: null, recordIds: [] };
  const added = withoutTasks([...ticked, ...(typed.name === "" ? [] : [typed])], file.tasks);
  return added.length === 0
    ? invalid("taskName", "rights-request.taskThere")
    : done(added.map((task) => ({ task })));
}

async function answerOf(tx: Tx, of: ClockedRequest, input: RequestEvent): Promise<Outcome<FactValue[]>> {
  const { taskId, outcome, documentId } = input;
  if (!of.file.tasks.some(({ id }) => id === taskId)) return refuse({ kind: "not-found" });
  if (documentId !== null && !(await isDocumentOf(tx, of, documentId)))
    return invalid("documentId", "rights-request.noDocument");
  return done([
    { taskId: taskId ?? undefined, outcome: outcome ?? undefined, documentId: documentId ?? undefined },
  ]);
}
