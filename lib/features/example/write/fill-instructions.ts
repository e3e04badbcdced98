import { entryOf, required } from "@/lib/domain/invariant/required";
import { authorityOf } from "@/lib/domain/instruction/authority";
import { TRANSITIONS } from "@/lib/domain/instruction/lifecycle";
import { instructionNumber } from "@/lib/domain/instruction/number";
import type { InstructionState } from "@/lib/domain/instruction/types";
import type { ControllerRow } from "@/lib/features/controller/read/queries";
import { findCode, findHighestCounter } from "@/lib/features/instruction/read/numbers";
import {
  contentColumns,
  findInstruction,
  findInstructors,
  receivedOn,
} from "@/lib/features/instruction/read/queries";
import { instructionDocument } from "@/lib/features/instruction/write/document";
import { instructionCreateSchema } from "@/lib/features/instruction/schema";
import type { Ctx } from "@/lib/platform/request/context";
import { newId } from "@/lib/platform/database/ids";
import type { Tx } from "@/lib/platform/database/transaction";
import type { ExampleClient } from "@/lib/features/example/content/controllers";
import { EXAMPLE_INSTRUCTIONS, type ExampleInstruction } from "@/lib/features/example/content/instructions";

/** Validates with the form's schema; queues no letter. Returns the ids. */
export async function fillInstructions(
  tx: Tx,
  ctx: Ctx,
  controllers: Map<ExampleClient, ControllerRow>,
): Promise<string[]> {
  const ids: string[] = [];
  for (const example of EXAMPLE_INSTRUCTIONS) {
    const controllerId = entryOf(controllers, example.client).id;
    ids.push(await fillInstruction(tx, ctx, { example, controllerId, previous: ids.at(-1) }));
  }
  return ids;
}

type Filling = { example: ExampleInstruction; controllerId: string; previous?: string };

async function fillInstruction(
  tx: Tx,
  ctx: Ctx,
  { example, controllerId, previous }: Filling,
): Promise<string> {
  const supersedesId = example.supersedesPrevious ? previous : "";
  const { content: values } = instructionCreateSchema.parse({
    ...example.answered,
    controllerId,
    code: example.code,
    supersedesId,
  });
  const code = await openSeries(tx, ctx, controllerId, example.code);
  const year = Number(receivedOn(values).slice(0, 4));
  const counter = (await findHighestCounter(tx, controllerId, year)) + 1;
  const authority = authorityOf(
    values.authorName,
    await findInstructors(tx, controllerId),
    receivedOn(values),
  );
  const id = newId(ctx.now);
  const facts = lifeOf(example);
  await tx.instruction.create({
    data: {
      ...contentColumns(values, authority),
      id,
      orgId: ctx.scope.org,
      controllerId,
      year,
      counter,
      number: instructionNumber({ code, year, counter }),
      state: facts.at(-1)?.state ?? "received",
      version: facts.length + 1,
      createdAt: ctx.now,
      updatedAt: ctx.now,
    },
  });
  await tx.instructionFact.createMany({
    data: facts.map((fact) => ({
      ...fact,
      id: newId(ctx.now),
      orgId: ctx.scope.org,
      instructionId: id,
      controllerId,
      recordedAt: ctx.now,
      authorName: "name" in ctx.actor ? ctx.actor.name : "",
    })),
  });
  const row = required(await findInstruction(tx, id), "instruction");
  await instructionDocument.insertVersions(tx, ctx, [{ row }], "recorded");
  return id;
}

/** Appends an X where the code is taken. */
async function openSeries(tx: Tx, ctx: Ctx, controllerId: string, wanted: string): Promise<string> {
  const known = await findCode(tx, controllerId);
  if (known !== null) return known;
  const isTaken = (await tx.instructionSeries.count({ where: { code: wanted } })) > 0;
  const code = isTaken ? `${wanted}X` : wanted;
  await tx.instructionSeries.create({
    data: { controllerId, orgId: ctx.scope.org, code, createdAt: ctx.now },
  });
  return code;
}

function lifeOf({ life }: ExampleInstruction) {
  let state: InstructionState = "received";
  return life.map(({ on, ...step }, index) => {
    state = TRANSITIONS[step.event].to ?? state;
    return { ...step, state, factOn: on, version: index + 2 };
  });
}
