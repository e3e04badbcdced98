import type { Appointment } from "@/lib/domain/choice/appointment";
import { APPOINTMENT, EVERY_PURPOSE } from "@/lib/domain/choice/choices";
import { ZONES, type Zone } from "@/lib/domain/time/zones";
import type { Tx } from "@/lib/platform/database/transaction";

/** Appointment with the zone by whose clock it was agreed. */
export type ShownAppointment = Appointment & { callZone: Zone };

/** Reads the zone of an appointment; those of before were agreed by the clock of Paris. */
export function zoneAgreed(stored: string | null): Zone {
  return ZONES.find((zone) => zone === stored) ?? "Europe/Paris";
}

/** Appointments of one person, by their keys in hex, and by the controller towards which they hold: the one that a controller was merged into. */
export async function findAppointments(
  tx: Tx,
  keys: readonly string[],
): Promise<Map<string, ShownAppointment[]>> {
  const rows = await tx.choice.findMany({
    where: {
      personKey: { in: keys.map((key) => Buffer.from(key, "hex")) },
      act: APPOINTMENT,
      callAt: { not: null },
    },
    select: {
      purpose: true,
      proof: true,
      outcome: true,
      decidedAt: true,
      callAt: true,
      callZone: true,
      controllerId: true,
      controller: { select: { mergedIntoId: true } },
    },
  });
  const byController = new Map<string, ShownAppointment[]>();
  for (const { purpose, proof, outcome, decidedAt, callAt, callZone, controllerId, controller } of rows) {
    if (callAt === null) continue;
    const holder = controller.mergedIntoId ?? controllerId;
    const own = byController.get(holder) ?? [];
    byController.set(holder, own);
    own.push({
      purpose,
      // The database admits no other outcomes.
      outcome: outcome as Appointment["outcome"],
      agreedAt: decidedAt.getTime(),
      callAt: callAt.getTime(),
      callZone: zoneAgreed(callZone),
      isOfPurpose: purpose !== EVERY_PURPOSE,
      hasProof: proof !== "",
    });
  }
  return byController;
}
