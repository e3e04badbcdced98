import { networkOf } from "@/lib/platform/auth/device";
import { authClient } from "@/lib/platform/database/clients";

const REMEMBERED_MS = 90 * 86_400_000;

/** The networks from which whoever has this address was signed in of late: no stranger can put one there. */
export async function findNetworks(email: string, now: Date): Promise<Set<string>> {
  const sessions = await authClient().session.findMany({
    where: { person: { email }, createdAt: { gt: new Date(now.getTime() - REMEMBERED_MS) } },
    orderBy: { createdAt: "desc" },
    take: 50,
    select: { address: true },
  });
  return new Set(sessions.filter(({ address }) => address !== "").map(({ address }) => networkOf(address)));
}
