import { networkOf } from "@/lib/platform/auth/device";
import { findNetworks } from "@/lib/platform/auth/known-networks";
import { countAttempt, type Limit } from "@/lib/platform/request/rate-limit";

type Asker = { email: string; address: string };

/**
 * Counts what strangers ask for over all networks together, since whoever has many networks passes each one's limit. Beyond the sum
 * only networks from which the account was used are let in, so that strangers shut nobody out.
 */
export async function isWithinSum(
  form: "link" | "reset",
  { email, address }: Asker,
  limit: Limit,
  now: Date,
): Promise<boolean> {
  if (await countAttempt(`${form}:all`, limit, now)) return true;
  return (await findNetworks(email, now)).has(networkOf(address));
}
