import { done, invalid, type Outcome } from "@/lib/domain/outcome/outcome";
import { announce } from "@/lib/platform/write/announce";
import type { Ctx } from "@/lib/platform/request/context";
import type { Tx } from "@/lib/platform/database/transaction";
import type { Unit } from "@/lib/platform/versioned/definition";
import { type ControllerRow, findBindingContracts } from "@/lib/features/controller/read/queries";
import { controllerDocument, LISTED } from "./document";
import type {
  ControllerArchive,
  ControllerInput,
  ControllerRestore,
  ControllerUpdate,
} from "@/lib/features/controller/schema";

export async function createController(ctx: Ctx, input: ControllerInput): Promise<Outcome<ControllerRow>> {
  return controllerDocument.create(
    ctx,
    "controller.write",
    async () =>
      targetIssue(input) ??
      done({ fields: { ...input, ...LISTED }, kind: "created", event: "controller.created" }),
  );
}

/** Article 3(2) reaches it by where the persons are: a yes without any country would decide nothing. */
function targetIssue({ targeting, targetCountries }: Pick<ControllerInput, "targeting" | "targetCountries">) {
  return targeting === "yes" && targetCountries.length === 0
    ? invalid("targetCountries", "controller.targetCountries")
    : null;
}

/** Reassesses its records, whose gaps may depend on it. */
export async function updateController(
  ctx: Ctx,
  { id, version, ...patch }: ControllerUpdate,
): Promise<Outcome<ControllerRow>> {
  const place = { act: "controller.write" as const, id, version, timeoutMs: 60_000 };
  return controllerDocument.update(
    ctx,
    place,
    (_before, { tx }) =>
      targetIssue(patch) ??
      done({
        patch,
        kind: "saved",
        event: "controller.updated",
        follow: () => announce(tx, ctx, { event: "controller.changed", controllerIds: [id] }),
      }),
  );
}

/** Serialises with the creation of records, invitations and requests for this controller. */
export async function lockController(tx: Tx, id: string): Promise<void> {
  await tx.$queryRaw`SELECT 1 FROM controller WHERE id = ${id}::uuid FOR UPDATE`;
}

/**
 * Hides the controller from lists; records and versions remain. Refused while entries are open or a contract binds,
 * because its end has duties of its own, article 28(3)(g). Requires `lockController`.
 */
export async function markArchived(
  unit: Unit,
  { id, version, reason }: ControllerArchive,
): Promise<Outcome<ControllerRow>> {
  return controllerDocument.updateWithin(unit, { id, version }, async () => {
    const refused = await archiveRefusal(unit.tx, id);
    if (refused) return refused;
    return done({
      patch: { archivedAt: unit.ctx.now, archiveReason: reason },
      kind: "archived",
      event: "controller.archived",
      difference: {},
      reason,
    });
  });
}

async function archiveRefusal(tx: Tx, id: string): Promise<Outcome<never> | null> {
  const open = await tx.processingRecord.count({ where: { controllerId: id, state: { not: "ended" } } });
  if (open > 0) return invalid("", "controller.recordsStillOpen", { count: open });
  const binding = await findBindingContracts(tx, id);
  if (binding.length === 0) return null;
  const references = binding.join(", ");
  return invalid("", "controller.contractsStillBind", { count: binding.length, references });
}

export async function restoreController(
  ctx: Ctx,
  { id, version }: ControllerRestore,
): Promise<Outcome<ControllerRow>> {
  return controllerDocument.update(
    ctx,
    { act: "controller.archive", id, version },
    async (_before, { tx }) => {
      const merged = { id, mergedIntoId: { not: null } };
      if (await tx.controller.findFirst({ where: merged, select: { id: true } }))
        return invalid("", "controller.merge.merged");
      return done({ patch: LISTED, kind: "restored", event: "controller.restored", difference: {} });
    },
  );
}
