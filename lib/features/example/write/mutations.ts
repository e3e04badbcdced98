import { done, invalid, type Outcome, refuse } from "@/lib/domain/outcome/outcome";
import { findHighestReference } from "@/lib/features/processing-record/read/queries";
import { lockRegister } from "@/lib/features/processing-record/write/rows";
import { announce } from "@/lib/platform/write/announce";
import type { Ctx } from "@/lib/platform/request/context";
import { isAuthorised } from "@/lib/platform/write/authorised";
import { write } from "@/lib/platform/write/write";
import { type Cleared, clearRows, hasExample } from "@/lib/features/example/read/queries";
import { markExample } from "./rows";
import { fillAboutPersons, type FilledAboutPersons } from "./fill-about-persons";
import { fillAuthorisations } from "./fill-authorisations";
import { fillContracts } from "./fill-contracts";
import { fillControllers } from "./fill-controllers";
import { fillInstructions } from "./fill-instructions";
import { fillMeasures } from "./fill-measures";
import { fillOwnRegister, fillRegister } from "./fill-register";
import { fillSubProcessors } from "./fill-sub-processors";
import { fillDpoWork } from "./fill-dpo-work";
import { fillTransfers } from "./fill-transfers";

const LIMITS = { timeoutMs: 60_000 };

export type Filled = {
  controllers: number;
  records: number;
  measures: number;
  contracts: number;
  instructions: number;
  transfers: number;
  dpoWork: number;
  subProcessors: number;
  authorisations: number;
} & Record<FilledAboutPersons, number>;

/** Fills clients and registers once, all or nothing. */
export async function fillExample(ctx: Ctx): Promise<Outcome<Filled>> {
  if (!isAuthorised(ctx, "example.fill")) return refuse({ kind: "forbidden" });
  return write(
    ctx,
    async (tx, journal) => {
      await lockRegister(tx, ctx.scope.org);
      if (await hasExample(tx)) return invalid("", "exampleAlready");
      const measures = await fillMeasures(tx, ctx);
      const controllers = await fillControllers(tx, ctx);
      const subProcessors = await fillSubProcessors(tx, ctx);
      // Inserted before the entries, which refer to them.
      const contracts = await fillContracts(tx, ctx, controllers);
      const transfers = await fillTransfers(tx, ctx, { controllers, subProcessors });
      const dpoWork = await fillDpoWork(tx, ctx, controllers);
      const numbers = {
        processor: await findHighestReference(tx, "processor"),
        controller: await findHighestReference(tx, "controller"),
      };
      const records = [
        ...(await fillRegister(tx, ctx, { controllers, measures: measures.ids, after: numbers.processor })),
        ...(await fillOwnRegister(tx, ctx, { measures: measures.ids, after: numbers.controller })),
      ];
      const instructions = await fillInstructions(tx, ctx, controllers);
      const authorisations = await fillAuthorisations(tx, ctx, { controllers, subProcessors });
      const persons = await fillAboutPersons({ tx, ctx, journal }, { controllers, instructions });
      await markExample(tx, ctx, [
        ...[...controllers.values()].map(({ id }) => ({ noun: "controller" as const, id })),
        ...measures.made.map((id) => ({ noun: "measure" as const, id })),
        ...records.map((id) => ({ noun: "processing-record" as const, id })),
        ...contracts.map((id) => ({ noun: "contract" as const, id })),
        ...instructions.map((id) => ({ noun: "instruction" as const, id })),
        ...transfers.map((id) => ({ noun: "transfer" as const, id })),
        ...[...subProcessors.values()].map(({ id }) => ({ noun: "sub-processor" as const, id })),
        ...authorisations.map((id) => ({ noun: "authorisation" as const, id })),
        ...dpoWork.map((id) => ({ noun: "dpo-work" as const, id })),
        ...persons.marked,
      ]);
      // Requests concern sub-processors that entries already name.
      const subProcessorIds = [...subProcessors.values()].map(({ id }) => id);
      await announce(tx, ctx, { event: "sub-processor.changed", subProcessorIds });
      const filled = {
        controllers: controllers.size,
        records: records.length,
        measures: measures.made.length,
        contracts: contracts.length,
        instructions: instructions.length,
        transfers: transfers.length,
        subProcessors: subProcessors.size,
        authorisations: authorisations.length,
        dpoWork: dpoWork.length,
        ...persons.counts,
      };
      journal.note({ event: "example.filled", subject: subjectOf(ctx), after: filled });
      return done(filled);
    },
    LIMITS,
  );
}

/** Deletes the example in one transaction; retains people's additions. Idempotent. */
export async function clearExample(ctx: Ctx): Promise<Outcome<Cleared>> {
  if (!isAuthorised(ctx, "example.clear")) return refuse({ kind: "forbidden" });
  return write(
    ctx,
    async (tx, journal) => {
      await lockRegister(tx, ctx.scope.org);
      if (!(await hasExample(tx))) return refuse({ kind: "not-found" });
      const cleared = await clearRows(tx, ctx.scope.org);
      journal.note({ event: "example.cleared", subject: subjectOf(ctx), after: { ...cleared } });
      return done(cleared);
    },
    LIMITS,
  );
}

function subjectOf({ scope }: Ctx) {
  return { noun: "organisation" as const, id: scope.org };
}
