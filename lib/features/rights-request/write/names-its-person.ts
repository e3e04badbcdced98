import { namesPerson } from "@/lib/domain/rights-request/names-person";
import { openPerson } from "@/lib/features/rights-request/read/person";
import type { RequestRow } from "@/lib/features/rights-request/read/queries";

/** Facts of a request name nobody, 5(1)(c): neither its person nor a number that may be the person's. */
export function namesItsPerson(
  { contactSealed }: Pick<RequestRow, "contactSealed">,
  reason: string,
): boolean {
  const person = openPerson(contactSealed);
  return (
    person !== null &&
    namesPerson(reason, { ...person, identifiers: [...person.identifiers, ...person.doubtful] })
  );
}
