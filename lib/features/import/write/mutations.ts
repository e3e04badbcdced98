import { exportName } from "@/lib/domain/text/export-name";
import { createHash } from "node:crypto";
import { z } from "zod";
import { itemAt } from "@/lib/domain/invariant/required";
import { can } from "@/lib/domain/nouns/policy";
import { applyRememberedMapping, withoutAsked } from "@/lib/domain/import/columns";
import { dateOrderOf, withDateOrder } from "@/lib/domain/import/date-order";
import { missingTargets, targetsOf } from "@/lib/domain/import/register-targets";
import type { ColumnMapping } from "@/lib/domain/import/types";
import { CAPACITIES, type Capacity } from "@/lib/domain/processing-record/types";
import { done, invalid, refuse, type Outcome } from "@/lib/domain/outcome/outcome";
import { today, type Ctx } from "@/lib/platform/request/context";
import { newId } from "@/lib/platform/database/ids";
import { withOrg, type Tx } from "@/lib/platform/database/transaction";
import { isAuthorised } from "@/lib/platform/write/authorised";
import { write } from "@/lib/platform/write/write";
import {
  findKnownControllers,
  findMapping,
  findRejects,
  findRun,
  findRunHead,
  type RunHead,
} from "@/lib/features/import/read/queries";
import { planRun } from "@/lib/features/import/read/plan-run";
import { isPlanned } from "@/lib/features/import/read/plan-store";
import { readFile, type ReadFile } from "@/lib/features/import/read/read-file";
import { layoutSignature } from "@/lib/features/import/read/remembered-mapping";
import { readSource, type FileRefusal } from "@/lib/features/import/read/read-source";
import { writeRejects } from "@/lib/features/import/print/rejects-csv";
import {
  ASK_TARGET,
  NO_CHOICES,
  readChoices,
  type AbandonInput,
  type ColumnsInput,
  type DecisionsInput,
  type ImportDecisions,
  type ReadChoices,
  type ReadingInput,
  type SheetInput,
} from "@/lib/features/import/schema";
import { addsEnding, decideAbsent, findAbsentFault } from "@/lib/features/import/read/decide-absent";
import { rememberMapping } from "./remember-mapping";
import { refuseClosed, updateRun } from "./write-run";

/** Stores the file; writes no entry. */
export async function openImport(
  ctx: Ctx,
  input: { fileName: string; bytes: Uint8Array<ArrayBuffer> },
): Promise<Outcome<{ id: string }>> {
  if (!isAuthorised(ctx, "import.run")) return refuse({ kind: "forbidden" });
  const source = await readSource(input.bytes);
  if (!source.ok) return refuseFile(source.refusal);
  const { sheets } = source;
  const read = readFile({ bytes: input.bytes, sheets }, NO_CHOICES);
  if (!read.ok) return refuseFile(read.refusal);
  return write(ctx, async (tx) => {
    const id = newId(ctx.now);
    const settled = read.file?.asked.includes("register")
      ? await settledRegister(tx, read.file.header)
      : null;
    const again = settled
      ? readFile({ bytes: input.bytes, sheets }, { ...NO_CHOICES, register: settled })
      : read;
    const file = again.ok ? again.file : null;
    await tx.importRun.create({
      data: {
        id,
        orgId: ctx.scope.org,
        fileName: input.fileName.slice(0, 300),
        sha256: createHash("sha256").update(input.bytes).digest("hex"),
        bytes: input.bytes,
        ...(sheets ? { sheets } : {}),
        mapping: file ? await mappingOf(tx, file) : [],
        decisions: settled ? { register: settled } : {},
        tally: {},
        rejects: [],
        createdBy: "name" in ctx.actor ? ctx.actor.name : "",
        createdAt: ctx.now,
        updatedAt: ctx.now,
      },
    });
    return done({ id });
  });
}

/** Includes the place in the file, for the page. */
function refuseFile({ key, params }: FileRefusal): Outcome<never> {
  return invalid("file", key, params?.line === undefined ? params : { ...params, place: params.line });
}

/** Selects sheets and guesses their columns again. */
export async function chooseSheets(ctx: Ctx, input: SheetInput): Promise<Outcome<{ id: string }>> {
  return rereadFile(ctx, input, { sheets: input.sheets, header: null });
}

/** Overrides the guessed heading, encoding or separator. */
export async function chooseReading(ctx: Ctx, input: ReadingInput): Promise<Outcome<{ id: string }>> {
  const { header, encoding, delimiter, register } = input;
  return rereadFile(ctx, input, { header, encoding, delimiter, register });
}

async function rereadFile(
  ctx: Ctx,
  input: { id: string; version: number },
  choices: Partial<ReadChoices>,
): Promise<Outcome<{ id: string }>> {
  if (!isAuthorised(ctx, "import.run")) return refuse({ kind: "forbidden" });
  return write(ctx, async (tx) => {
    const run = await findRun(tx, input.id);
    if (run?.state !== "open") return refuseClosed(run);
    const decisions: ImportDecisions = { ...run.decisions, ...choices };
    const read = readFile(run, readChoices(decisions));
    if (!read.ok) return invalid("", "notReadSo");
    if (!read.file) return invalid("sheets", "required");
    return updateRun(tx, ctx, input, { decisions, mapping: await mappingOf(tx, read.file) });
  });
}

/** The register that a person said of a file of this shape, whose columns were settled since. */
async function settledRegister(tx: Tx, header: readonly string[]): Promise<Capacity | null> {
  const settled: Capacity[] = [];
  for (const register of CAPACITIES)
    if (await findMapping(tx, layoutSignature(header, register))) settled.push(register);
  return settled.length === 1 ? (settled[0] ?? null) : null;
}

async function mappingOf(tx: Tx, file: ReadFile): Promise<ColumnMapping> {
  const remembered = (await findMapping(tx, file.signature)) ?? [];
  const mapping = withoutAsked(applyRememberedMapping(file.guess, remembered));
  return withDateOrder(mapping, file.rows, { given: null, remembered: dateOrderOf(remembered) });
}

/** Stores the mapping, which the next file with this heading reuses. */
export async function mapColumns(ctx: Ctx, input: ColumnsInput): Promise<Outcome<{ id: string }>> {
  if (!isAuthorised(ctx, "import.run")) return refuse({ kind: "forbidden" });
  return write(ctx, async (tx) => {
    const run = await findRun(tx, input.id);
    if (run?.state !== "open") return refuseClosed(run);
    const read = readFile(run, readChoices(run.decisions));
    if (!read.ok) return invalid("file", read.refusal.key, read.refusal.params);
    if (!read.file) return invalid("sheets", "required");
    const { register, asked } = read.file;
    if (asked.length > 0)
      return refuse({ kind: "invalid", issues: asked.map((path) => ({ path, key: `${path}Asked` })) });
    const allowed = targetsOf(register);
    const unanswered = read.file.guess.flatMap((column, index) =>
      column.asked && (input.targets[index] ?? ASK_TARGET) === ASK_TARGET ? [index] : [],
    );
    if (unanswered.length > 0) return refuseUnanswered(unanswered);
    const placed: ColumnMapping = read.file.guess.map(({ asked: _asked, ...column }, index) => {
      const target = input.targets[index] ?? column.target;
      return { ...column, target: target !== ASK_TARGET && allowed.includes(target) ? target : "note" };
    });
    const missing = missingTargets(
      register,
      placed.map(({ target }) => target),
    );
    if (missing.length > 0) {
      return refuse({
        kind: "invalid",
        issues: missing.map((target) => ({
          path: "targets",
          key: register === "controller" ? "ownActivityMissing" : `${target}Missing`,
        })),
      });
    }
    const remembered = dateOrderOf(run.mapping);
    const mapping = withDateOrder(placed, read.file.rows, { given: input.dateOrder, remembered });
    const cells = mapping.find(({ orderAsked }) => orderAsked)?.orderAsked;
    if (cells) return invalid("dateOrder", "dateOrderAsked", { cells: cells.join(" · ") });
    await rememberMapping(tx, ctx, read.file.signature, mapping);
    return updateRun(tx, ctx, input, { mapping });
  });
}

/** Columns by their places, each of which waits for its field. */
function refuseUnanswered(columns: readonly number[]): Outcome<never> {
  const issues = columns.map((index) => ({ path: `targets.${index}`, key: "columnAsked" }));
  return refuse({ kind: "invalid", issues });
}

/** Stores joins, exclusions and refused ends. */
export async function decideImport(ctx: Ctx, input: DecisionsInput): Promise<Outcome<{ id: string }>> {
  if (!isAuthorised(ctx, "import.run")) return refuse({ kind: "forbidden" });
  const keys = await findJoinKeys(ctx, input);
  const canEnd = can(ctx.actor, "record.transition");
  return write(ctx, async (tx) => {
    const run = await findRun(tx, input.id);
    if (run?.state !== "open") return refuseClosed(run);
    const unknown = input.joins.findIndex(({ name }) => keys.get(name) === null);
    if (unknown >= 0)
      return invalid(`joins.${unknown}.to`, "joinUnknown", { name: itemAt(input.joins, unknown).to });
    const rows = Object.fromEntries(
      input.rows.map(({ fingerprint, skip, refuseEnd, erase }) => [
        fingerprint,
        { skip, acceptEnd: !refuseEnd, erase },
      ]),
    );
    const joins = Object.fromEntries([...keys].flatMap(([name, key]) => (key ? [[name, key]] : [])));
    const decisions: ImportDecisions = {
      ...run.decisions,
      rows: { ...run.decisions.rows, ...rows },
      controllers: { ...run.decisions.controllers, ...joins },
      questions: { ...run.decisions.questions, ...answersIn(input) },
      absent: input.absent
        ? decideAbsent(run.decisions.absent, input.absent, { canEnd })
        : run.decisions.absent,
    };
    if (!canEnd && addsEnding(run.decisions.absent, decisions.absent)) return refuse({ kind: "forbidden" });
    const fault = findAbsentFault(decisions.absent, today(ctx));
    if (fault) return invalid(fault.path, fault.key);
    return updateRun(tx, ctx, input, { decisions });
  });
}

/** Answers by question; the common one stands for those shown without an answer of their own. */
function answersIn({ questions, rest }: DecisionsInput): Record<string, string> {
  return Object.fromEntries(
    questions.flatMap(({ key, answer }): [string, string][] => {
      const given = answer || rest;
      return given === "" ? [] : [[key, given]];
    }),
  );
}

/** Keys of the spellings, chosen in a list or by a typed name; null for nobody's. */
async function findJoinKeys(ctx: Ctx, { id, joins }: DecisionsInput): Promise<Map<string, string | null>> {
  const isKey = (stated: string) => /^(?:known|new):/.test(stated);
  if (joins.every(({ to }) => isKey(to))) return new Map(joins.map(({ name, to }) => [name, to]));
  const made = await planRun({ scope: ctx.scope, id, today: today(ctx) });
  const planned = made && isPlanned(made.result) ? made.result.plan.controllers : [];
  const known = await withOrg(ctx.scope, findKnownControllers);
  const byName = new Map([
    ...planned.map(({ name, key }) => [name, key] as const),
    ...known.map(({ legalName, id: controllerId }) => [legalName, `known:${controllerId}`] as const),
  ]);
  const current = new Map(
    planned.flatMap((entry) => entry.spellings.map((spelling) => [spelling, entry] as const)),
  );
  const keyOf = (name: string, stated: string): string | null => {
    // Names are ambiguous, so an untouched one retains its controller.
    const known = current.get(name);
    if (known && stated === known.name) return known.key;
    if (stated === "") return `new:apart ${name}`;
    return isKey(stated) ? stated : (byName.get(stated) ?? null);
  };
  return new Map(joins.map(({ name, to }) => [name, keyOf(name, to.trim())]));
}

/** Closes the run without writing; the file remains readable. */
export async function abandonImport(ctx: Ctx, input: AbandonInput): Promise<Outcome<{ id: string }>> {
  if (!isAuthorised(ctx, "import.run")) return refuse({ kind: "forbidden" });
  return write(ctx, async (tx) => {
    const run = await findRunHead(tx, input.id);
    if (run?.state !== "open") return refuseClosed(run);
    return updateRun(tx, ctx, input, { state: "abandoned" });
  });
}

/** `name` is the file's name without its extension. */
export type RejectsFile = { fileName: string; body: string };

export async function exportRejects(ctx: Ctx, id: string): Promise<Outcome<RejectsFile>> {
  if (!isAuthorised(ctx, "import.run")) return refuse({ kind: "forbidden" });
  if (!z.uuid().safeParse(id).success) return refuse({ kind: "not-found" });
  const run = await withOrg(ctx.scope, (tx) => findRunHead(tx, id));
  if (!run) return refuse({ kind: "not-found" });
  const rejected = await findRejected(ctx, run);
  const header = run.mapping.map((column) => column.header);
  const fileName = exportName("refused-lines", [run.fileName.replace(/\.[^.]*$/, "")], "csv");
  return done({ fileName, body: await writeRejects(header, rejected) });
}

async function findRejected(ctx: Ctx, { id, state }: RunHead) {
  if (state === "committed") return withOrg(ctx.scope, (tx) => findRejects(tx, id));
  const made = await planRun({ scope: ctx.scope, id, today: today(ctx) });
  if (!made || !isPlanned(made.result)) return [];
  const { plan, aside } = made.result;
  const cells = new Map(aside);
  return plan.rows.flatMap(({ line, sheet, reason }, at) =>
    reason ? [{ line, sheet, reason, cells: cells.get(at) ?? [] }] : [],
  );
}
