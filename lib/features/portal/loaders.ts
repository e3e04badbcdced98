import "server-only";
import { currentContacts, currentPerson, requireContact } from "@/lib/platform/session";
import type { Contact } from "@/lib/platform/sessions";
import { withOrg } from "@/lib/platform/transaction";
import { countOwn, findOwnContact } from "./data";

/** The portals that the person signed in may enter, and whether they are staff somewhere too. */
export async function loadPortals() {
  const signedIn = await currentPerson();
  return {
    isSignedIn: signedIn !== null,
    email: signedIn?.person.email ?? "",
    isStaff: (signedIn?.memberships.length ?? 0) > 0,
    places: (await currentContacts()).map(placeOf),
  };
}

/** What stands around every page of a portal. */
export async function loadPortalShell(contactId: string) {
  const { actor } = await requireContact(contactId);
  const contacts = await currentContacts();
  const here = contacts.find(({ id }) => id === contactId)!;
  return {
    here: placeOf(here),
    others: contacts.filter(({ id }) => id !== contactId).map(placeOf),
    person: actor.name,
  };
}

/** The first page: what there is, and since when one was last here. */
export async function loadPortalHome(contactId: string) {
  const { actor, scope } = await requireContact(contactId);
  const contacts = await currentContacts();
  const [counts, own] = await withOrg(scope, async (tx) => [
    await countOwn(tx),
    await findOwnContact(tx, actor.contactId),
  ]);
  return {
    counts,
    place: placeOf(contacts.find(({ id }) => id === contactId)!),
    since: own.previousVisitAt?.getTime() ?? null,
  };
}

/** What the processor knows of oneself. */
export async function loadOwnContact(contactId: string) {
  const { actor, scope } = await requireContact(contactId);
  return withOrg(scope, (tx) => findOwnContact(tx, actor.contactId));
}

function placeOf({ id, org, controller }: Contact) {
  return { id, organisation: org.name, controller: controller.name };
}
