import { createController } from "@/lib/features/controller/write/mutations";
import { controllerSchema } from "@/lib/features/controller/schema";
import { createOwnRecord, createRecord, moveRecord } from "@/lib/features/processing-record/write/mutations";
import type { Outcome } from "@/lib/domain/outcome/outcome";
import type { Ctx } from "@/lib/platform/request/context";

let serial = 0;

/** A French controller with all that article 30(2)(a) asks of it. */
export async function makeController(ctx: Ctx, stated: Record<string, unknown> = {}) {
  serial += 1;
  return valueOf(
    await createController(
      ctx,
      controllerSchema.parse({
        legalName: `Orvelle Énergie ${serial}`,
        country: "FR",
        address: "8 quai de Saône, 69002 Lyon",
        contactName: "Hélène Marchetti",
        contactEmail: "contact@orvelle.example",
        dpoContact: "dpo@orvelle.example",
        clientRole: "controller",
        ...stated,
      }),
    ),
  );
}

/** A draft of one activity, for a controller of its own unless one is given. */
export async function makeRecord(
  ctx: Ctx,
  stated: { controllerId?: string; activity?: string; operations?: string[] } = {},
) {
  const controllerId = stated.controllerId ?? (await makeController(ctx)).id;
  return valueOf(
    await createRecord(ctx, {
      controllerId,
      activity: stated.activity ?? "Appels entrants du service client",
      operations: stated.operations ?? ["Réception d’appels", "Création de tickets"],
    }),
  );
}

/** Activates the entry: a controller sees no draft. */
export async function makeActiveRecord(ctx: Ctx, stated: Parameters<typeof makeRecord>[1] = {}) {
  const { id, version } = await makeRecord(ctx, stated);
  return valueOf(await moveRecord(ctx, { id, version, event: "activate", on: "2026-01-05", reason: "" }));
}

/** A draft of the company's own register. */
export async function makeOwnRecord(ctx: Ctx, stated: { activity?: string; purposes?: string[] } = {}) {
  return valueOf(
    await createOwnRecord(ctx, {
      activity: stated.activity ?? "Recrutement",
      purposes: stated.purposes ?? ["Choix des candidats"],
    }),
  );
}

/** The value of what must have been done. */
export function valueOf<T>(outcome: Outcome<T>): T {
  if (!outcome.ok) throw new Error(`Refused: ${JSON.stringify(outcome.refusal)}`);
  return outcome.value;
}
