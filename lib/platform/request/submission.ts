import { createHash, randomBytes } from "node:crypto";
import { deserialize, serialize } from "node:v8";
import type { FormState } from "@/lib/forms/form-state";
import type { Tx } from "@/lib/platform/database/transaction";

/** `writes` counts the units of work that the verb has opened so far. */
export type Submission = { digest: string; writes: number };

/** Hexadecimal and random: nobody can guess another person's key. */
const KEY = /^[\da-f]{32}$/;

export function newSubmissionKey(): string {
  return randomBytes(16).toString("hex");
}

/** The key that a page gave its form, or undefined where none came with it. Anybody can write into a form. */
export function readSubmissionKey(form: FormData, state: FormState | null): string | undefined {
  const stated: unknown = form.get("$submission") ?? state?.submission;
  return typeof stated === "string" && KEY.test(stated) ? stated : undefined;
}

/**
 * Identifies a submission by person, key and content. Other content under the same key is another submission:
 * a page reached by the back button creates what it now contains.
 */
export function submissionOf(
  key: string | undefined,
  actor: string,
  content: unknown,
): Submission | undefined {
  if (key === undefined) return undefined;
  const stated = JSON.stringify([key, actor, content]);
  return { digest: createHash("sha256").update(stated).digest("hex"), writes: 0 };
}

/** A context in which what a form sends again is done once; as it was where nobody acts within an organisation. */
export async function withSubmission<C extends object>(
  ctx: C,
  key: string | undefined,
  form: FormData,
): Promise<C> {
  if (key === undefined || !("actor" in ctx)) return ctx;
  return { ...ctx, submission: submissionOf(key, JSON.stringify(ctx.actor), await contentOf(form)) };
}

/** Returns the form's own fields, files by their bytes; names that begin with "$" belong to Next.js. */
export async function contentOf(form: FormData): Promise<unknown> {
  const entries = [...form].filter(([name]) => !name.startsWith("$"));
  return Promise.all(
    entries.map(async ([name, value]) => [name, typeof value === "string" ? value : await digestOf(value)]),
  );
}

async function digestOf(file: File): Promise<[string, string]> {
  const bytes = new Uint8Array(await file.arrayBuffer());
  return [file.name, createHash("sha256").update(bytes).digest("hex")];
}

/** The place of the next unit of work of a submission: a verb opens them in one order, however often it runs. */
export function nextPart(submission: Submission): string {
  submission.writes += 1;
  return `${submission.digest}-${submission.writes}`;
}

/**
 * Returns the earlier outcome of a part, or null. A concurrent duplicate waits here until the first has ended
 * or failed.
 */
export async function findSubmitted(tx: Tx, org: string, part: string): Promise<{ value: unknown } | null> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`submission ${part}`}, 0))`;
  const stored = await tx.formSubmission.findFirst({
    where: { orgId: org, part },
    select: { value: true },
  });
  return stored && { value: deserialize(stored.value) };
}

/** Keeps what a part did, in the transaction that does it. */
export async function insertSubmission(
  tx: Tx,
  { org, controllerId }: { org: string; controllerId?: string },
  part: string,
  value: unknown,
): Promise<void> {
  await tx.formSubmission.create({
    data: { orgId: org, part, controllerId, value: new Uint8Array(serialize(value)) },
    select: { part: true },
  });
}
