import { readContent } from "@/lib/domain/dpo-work/content";
import { WORK_PLACES } from "@/lib/domain/dpo-work/kinds";
import type { WorkFact } from "@/lib/domain/dpo-work/lifecycle";
import { entryOf } from "@/lib/domain/invariant/required";
import type { ControllerRow } from "@/lib/features/controller/read/queries";
import { projectWork, workDocument } from "@/lib/features/dpo-work/write/document";
import { insertWorkFact } from "@/lib/features/dpo-work/write/mutations";
import type { ExampleClient } from "@/lib/features/example/content/controllers";
import { type ExampleWork, exampleWork } from "@/lib/features/example/content/dpo-work";
import { newId } from "@/lib/platform/database/ids";
import type { Tx } from "@/lib/platform/database/transaction";
import { type Ctx, today } from "@/lib/platform/request/context";
import { allocateReference } from "@/lib/platform/versioned/numbering";

const UNSAID = { part: "", detail: "", reason: "", nextOn: null, amount: null };

/** Writes the DPO's work with its facts. Returns the ids. */
export async function fillDpoWork(
  tx: Tx,
  ctx: Ctx,
  controllers: ReadonlyMap<ExampleClient, ControllerRow>,
): Promise<string[]> {
  const made: string[] = [];
  for (const work of exampleWork(today(ctx))) made.push(await fillWork(tx, ctx, work, controllers));
  return made;
}

async function fillWork(
  tx: Tx,
  ctx: Ctx,
  { kind, client, content: stated, lines = [], facts: told }: ExampleWork,
  controllers: ReadonlyMap<ExampleClient, ControllerRow>,
): Promise<string> {
  const { letters } = WORK_PLACES[kind];
  const reference = await allocateReference(tx, ctx, { table: "dpo_work", letters });
  const named = lines.map((line) => ({ ...line, id: newId(ctx.now) }));
  const content = readContent(kind, { ...stated, ...(lines.length > 0 && { lines: named }) });
  const facts: WorkFact[] = told.map(({ line, ...fact }) => {
    const part = line === undefined ? "" : (named[line]?.id ?? "");
    return { ...UNSAID, ...fact, part };
  });
  const controllerId = client ? entryOf(controllers, client).id : null;
  const fields = { kind, reference, controllerId, content, ...projectWork({ kind, content, facts }) };
  const { id } = await workDocument(kind).insert(tx, ctx, fields, "created");
  for (const [at, fact] of facts.entries()) await insertWorkFact(tx, ctx, { id, number: at + 1 }, fact);
  return id;
}
