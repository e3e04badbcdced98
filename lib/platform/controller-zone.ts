import { seatZone } from "@/lib/domain/time/controller-calendar";
import type { Zone } from "@/lib/domain/time/zones";
import type { Tx } from "@/lib/platform/database/transaction";

/** The zone by which a controller is told instants: that of its seat. */
export async function findSeatZone(tx: Tx, id: string): Promise<Zone> {
  return seatZone(
    await tx.controller.findFirstOrThrow({ where: { id }, select: { country: true, address: true } }),
  );
}
