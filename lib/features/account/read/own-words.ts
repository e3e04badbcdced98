import { refusalOfPassword } from "@/lib/platform/secrets/refuse-password";
import { enterPerson, PLATFORM, withAuth } from "@/lib/platform/database/transaction";

type Person = { id: string; name: string; email: string };

/** Says why a person may not take a password, also for its own names or those of its organisations; null where it may. */
export async function refusalOfOwnPassword(password: string, { id, name, email }: Person) {
  const organisations = await withAuth(PLATFORM, async (tx) => {
    await enterPerson(tx, id);
    const where = { personId: id, endedAt: null };
    return tx.member.findMany({ where, select: { organisation: { select: { legalName: true } } } });
  });
  const names = organisations.map(({ organisation }) => organisation.legalName);
  return refusalOfPassword(password, { name, email, organisations: names });
}
