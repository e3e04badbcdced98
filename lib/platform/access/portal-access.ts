import type { Tx } from "@/lib/platform/database/transaction";
import { env } from "@/lib/platform/environment/env";

/** Holds what a letter about a page of the portal is given of it: its address, and by `portal` whether its reader may enter. */
export type PortalPlace = { link?: string; params: { portal: "yes" | "no" } };

type Asked = { controllerId: string; address: string; path: string };

/**
 * Places a page of a controller's portal in a letter: an address without access of its own, of an officer, a night contact or a joint
 * controller, is given no link, which would lead it to a door that it cannot open.
 */
export async function portalPlace(tx: Tx, { controllerId, address, path }: Asked): Promise<PortalPlace> {
  const email = { equals: address, mode: "insensitive" } as const;
  const contacts = await tx.controllerContact.count({ where: { controllerId, email, endedAt: null } });
  return contacts === 0
    ? { params: { portal: "no" } }
    : { link: `${env().AMANA_URL}/portal/${path}`, params: { portal: "yes" } };
}
