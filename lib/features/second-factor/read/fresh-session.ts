import { hasSecondFactor, isFresh } from "@/lib/domain/access/second-factor";
import { authClient } from "@/lib/platform/database/clients";
import type { SelfCtx } from "@/lib/platform/request/context";
import { factorsOf, findFactors } from "./queries";

/** Decides whether a session proves who asks, so that no password has to be typed. */
export async function isSessionFresh(self: SelfCtx): Promise<boolean> {
  const hasCredentials = !self.isByLetter || (await findHasCredentials(self.person.id));
  return isFresh({ ...self, hasCredentials }, self.now);
}

async function findHasCredentials(personId: string): Promise<boolean> {
  const person = await authClient().person.findUnique({ where: { id: personId } });
  return person?.passwordHash !== null || hasSecondFactor(factorsOf(await findFactors(personId)));
}
