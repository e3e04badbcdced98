import { createHash } from "node:crypto";
import { setTimeout as delay } from "node:timers/promises";
import { z } from "zod";
import { can } from "@/lib/domain/access/policy";
import { applyRememberedMapping } from "@/lib/domain/import/columns";
import type { ColumnMapping } from "@/lib/domain/import/types";
import { done, invalid, refuse, type Outcome } from "@/lib/domain/outcome";
import { lockRegister } from "@/lib/features/processing-record/data";
import { today, type Ctx } from "@/lib/platform/context";
import { log } from "@/lib/platform/log";
import { newId } from "@/lib/platform/ids";
import { withOrg, type Tx } from "@/lib/platform/transaction";
import { write } from "@/lib/platform/write";
import { findMapping, findRejects, findRun, findRunHead, type ImportRun, type RunHead } from "./data";
import { planRun } from "./plan-run";
import { findStamp } from "./plan-store";
import type { PlannedImport } from "./planned";
import { reportProgress } from "./progress";
import { readFile, type ReadFile } from "./read-file";
import { readSource } from "./read-source";
import { writeRejects } from "./rejects-csv";
import type {
  AbandonInput,
  ColumnsInput,
  CommitInput,
  DecisionsInput,
  KeptDecisions,
  SheetInput,
  StopInput,
} from "./schema";
import { writePlan, type Written } from "./write-plan";

const COMMIT_LIMITS = { timeoutMs: 300_000 };

/** Takes a file in; nothing of it is in the register yet. */
export async function openImport(
  ctx: Ctx,
  input: { fileName: string; bytes: Uint8Array<ArrayBuffer> },
): Promise<Outcome<{ id: string }>> {
  if (!can(ctx.actor, "import.run")) return refuse({ kind: "forbidden" });
  const source = await readSource(input.bytes);
  if (!source.ok) return invalid("file", source.refusal.key, source.refusal.params);
  const { sheets } = source;
  const read = readFile({ bytes: input.bytes, sheets }, null);
  if (!read.ok) return invalid("file", read.refusal.key, read.refusal.params);
  return write(ctx, async (tx) => {
    const id = newId(ctx.now);
    await tx.importRun.create({
      data: {
        id,
        orgId: ctx.scope.org,
        fileName: input.fileName.slice(0, 300),
        sha256: createHash("sha256").update(input.bytes).digest("hex"),
        bytes: input.bytes,
        ...(sheets ? { sheets } : {}),
        mapping: read.file ? await mappingOf(tx, read.file) : [],
        decisions: {},
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

/** Says which sheet of a workbook is the register; its columns are guessed anew. */
export async function chooseSheet(ctx: Ctx, input: SheetInput): Promise<Outcome<{ id: string }>> {
  if (!can(ctx.actor, "import.run")) return refuse({ kind: "forbidden" });
  return write(ctx, async (tx) => {
    const run = await findOpenRun(tx, input.id);
    if (!run) return refuse({ kind: "not-found" });
    const read = readFile(run, input.sheet);
    if (!read.ok || !read.file) return invalid("sheet", "required");
    const decisions: KeptDecisions = { ...run.decisions, sheet: input.sheet };
    return touch(tx, ctx, input, { decisions, mapping: await mappingOf(tx, read.file) });
  });
}

async function mappingOf(tx: Tx, file: ReadFile): Promise<ColumnMapping> {
  return applyRememberedMapping(file.guess, (await findMapping(tx, file.signature)) ?? []);
}

/** Puts the columns where a person says; the same head is read so the next time. */
export async function mapColumns(ctx: Ctx, input: ColumnsInput): Promise<Outcome<{ id: string }>> {
  if (!can(ctx.actor, "import.run")) return refuse({ kind: "forbidden" });
  return write(ctx, async (tx) => {
    const run = await findOpenRun(tx, input.id);
    if (!run) return refuse({ kind: "not-found" });
    const read = readFile(run, run.decisions.sheet);
    if (!read.ok) return invalid("file", read.refusal.key, read.refusal.params);
    if (!read.file) return invalid("sheet", "required");
    const mapping: ColumnMapping = read.file.guess.map((column, index) => ({
      ...column,
      target: input.targets[index] ?? column.target,
    }));
    const missing = (["controllerName", "activity"] as const).filter(
      (target) => !mapping.some((column) => column.target === target),
    );
    if (missing.length > 0) {
      return refuse({
        kind: "invalid",
        issues: missing.map((target) => ({ path: "targets", key: `${target}Missing` })),
      });
    }
    await tx.importMapping.upsert({
      where: { orgId_signature: { orgId: ctx.scope.org, signature: read.file.signature } },
      create: { orgId: ctx.scope.org, signature: read.file.signature, mapping, updatedAt: ctx.now },
      update: { mapping, updatedAt: ctx.now },
    });
    return touch(tx, ctx, input, { mapping });
  });
}

/** Keeps what a person decided in the preview: names joined, rows left out, ends refused. */
export async function decideImport(ctx: Ctx, input: DecisionsInput): Promise<Outcome<{ id: string }>> {
  if (!can(ctx.actor, "import.run")) return refuse({ kind: "forbidden" });
  return write(ctx, async (tx) => {
    const run = await findOpenRun(tx, input.id);
    if (!run) return refuse({ kind: "not-found" });
    const rows = Object.fromEntries(
      input.rows.map(({ fingerprint, skip, refuseEnd }) => [fingerprint, { skip, acceptEnd: !refuseEnd }]),
    );
    const joins = Object.fromEntries(
      input.names.flatMap((name, index) => (input.joins[index] ? [[name, input.joins[index]]] : [])),
    );
    const decisions: KeptDecisions = {
      ...run.decisions,
      rows: { ...run.decisions.rows, ...rows },
      controllers: { ...run.decisions.controllers, ...joins },
    };
    return touch(tx, ctx, input, { decisions });
  });
}

/** A register that changes under a commit is planned again so often before the person is asked to look. */
const ATTEMPTS = 3;

/** Writes the plan that the person saw, all of it in one transaction or nothing. */
export async function commitImport(ctx: Ctx, input: CommitInput): Promise<Outcome<Written>> {
  if (!can(ctx.actor, "import.run")) return refuse({ kind: "forbidden" });
  await withOrg(ctx.scope, (tx) =>
    tx.importRun.updateMany({ where: { id: input.id, state: "open" }, data: { stopAskedAt: null } }),
  );
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    const made = await planRun({ scope: ctx.scope, id: input.id, today: today(ctx) });
    if (!made) return refuse({ kind: "not-found" });
    if (typeof made.result === "string" || made.result.fingerprint !== input.plan)
      return refuseOutdated(ctx, input.id);
    const outcome = await writePlanned(ctx, input, { stamp: made.stamp, planned: made.result });
    if (outcome !== "outdated") return outcome;
  }
  return invalid("", "planChanged");
}

/** A run that is closed is no longer there to be committed; else its plan is another now. */
async function refuseOutdated(ctx: Ctx, id: string): Promise<Outcome<never>> {
  const run = await withOrg(ctx.scope, (tx) => findRunHead(tx, id));
  return run?.state === "open" ? invalid("", "planChanged") : refuse({ kind: "not-found" });
}

/** Under the lock of the register; "outdated" where something changed since the plan was made. */
async function writePlanned(
  ctx: Ctx,
  input: CommitInput,
  { stamp, planned }: { stamp: string; planned: PlannedImport },
): Promise<Outcome<Written> | "outdated"> {
  let isOutdated = false;
  const outcome = await write<Written>(
    ctx,
    async (tx, journal) => {
      await lockRegister(tx, ctx.scope.org);
      const run = await findRunHead(tx, input.id);
      if (run?.state !== "open") return refuse({ kind: "not-found" });
      await reportProgress(tx, run.id, { written: 0, total: 0 });
      isOutdated = (await findStamp(tx, run.id, today(ctx))) !== stamp;
      if (isOutdated) return invalid("", "planChanged");
      const written = await writePlan(tx, ctx, journal, { runId: run.id, planned });
      if (!written) return invalid("", "stopped");
      const closed = await touch(tx, ctx, input, {
        state: "committed",
        committedAt: ctx.now,
        register: planned.capacity,
        tally: written.tally,
        rejects: written.rejects,
        plan: null,
        planStamp: null,
      });
      if (!closed.ok) return closed;
      journal.note({
        event: "import.committed",
        subject: { noun: "import", id: run.id, label: run.fileName },
        after: { ...written.tally, controllers: written.controllers },
        batch: run.id,
      });
      return done(written);
    },
    COMMIT_LIMITS,
  );
  return isOutdated ? "outdated" : outcome;
}

/** Asks for the end of a commit that is at work: it stops at its next rows, and nothing of it was written. */
export async function stopImport(ctx: Ctx, input: StopInput): Promise<Outcome<{ id: string }>> {
  if (!can(ctx.actor, "import.run")) return refuse({ kind: "forbidden" });
  const { count } = await withOrg(ctx.scope, (tx) =>
    tx.importRun.updateMany({ where: { id: input.id, state: "open" }, data: { stopAskedAt: ctx.now } }),
  );
  return count === 1 ? done({ id: input.id }) : refuse({ kind: "not-found" });
}

/** How long a person waits for a commit before they are shown how far it is. */
const PATIENCE_MS = 1_500;

/**
 * The same, for somebody who waits: a long import goes on by itself, and `isRunning` says that it does. What becomes of
 * it then stands on its page; a fault is logged, and the import stays open.
 */
export async function commitOrFollow(ctx: Ctx, input: CommitInput): Promise<Outcome<{ isRunning: boolean }>> {
  const work = commitImport(ctx, input);
  const outcome = await Promise.race([work, delay(PATIENCE_MS, null, { ref: false })]);
  if (outcome) return outcome.ok ? done({ isRunning: false }) : outcome;
  work.catch((error: unknown) => log.error({ err: error }, "an import failed while nobody waited"));
  return done({ isRunning: true });
}

/** Gives a file up: it stays to be looked at, and wrote nothing. */
export async function abandonImport(ctx: Ctx, input: AbandonInput): Promise<Outcome<{ id: string }>> {
  if (!can(ctx.actor, "import.run")) return refuse({ kind: "forbidden" });
  return write(ctx, async (tx) => {
    if (!(await findOpenRun(tx, input.id))) return refuse({ kind: "not-found" });
    return touch(tx, ctx, input, { state: "abandoned" });
  });
}

/** `name` is the name of the file that was read, without its ending. */
export type RejectsFile = { name: string; body: string };

/** Gives back the rows of a file that stay out. */
export async function takeRejects(ctx: Ctx, id: string): Promise<Outcome<RejectsFile>> {
  if (!can(ctx.actor, "import.run")) return refuse({ kind: "forbidden" });
  if (!z.uuid().safeParse(id).success) return refuse({ kind: "not-found" });
  const run = await withOrg(ctx.scope, (tx) => findRunHead(tx, id));
  if (!run) return refuse({ kind: "not-found" });
  const rejected = await findRejected(ctx, run);
  const header = run.mapping.map((column) => column.header);
  return done({ name: run.fileName.replace(/\.[^.]*$/, ""), body: await writeRejects(header, rejected) });
}

async function findRejected(ctx: Ctx, { id, state }: RunHead) {
  if (state === "committed") return withOrg(ctx.scope, (tx) => findRejects(tx, id));
  const made = await planRun({ scope: ctx.scope, id, today: today(ctx) });
  if (!made || typeof made.result === "string") return [];
  const { plan, aside } = made.result;
  const cells = new Map(aside);
  return plan.rows.flatMap(({ line, reason }) =>
    reason ? [{ line, reason, cells: cells.get(line) ?? [] }] : [],
  );
}

async function findOpenRun(tx: Tx, id: string): Promise<ImportRun | null> {
  const run = await findRun(tx, id);
  return run?.state === "open" ? run : null;
}

type RunChange = Parameters<Tx["importRun"]["updateMany"]>[0]["data"];

async function touch(
  tx: Tx,
  ctx: Ctx,
  { id, version }: { id: string; version: number },
  data: RunChange,
): Promise<Outcome<{ id: string }>> {
  const { count } = await tx.importRun.updateMany({
    where: { id, version, state: "open" },
    data: { ...data, version: version + 1, updatedAt: ctx.now },
  });
  return count === 1 ? done({ id }) : invalid("", "planChanged");
}
