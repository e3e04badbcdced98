import type { ContactRole } from "@/lib/domain/access/actor";
import type { ContactCtx, StaffCtx } from "@/lib/platform/request/context";
import { authClient } from "@/lib/platform/database/clients";
import { newId } from "@/lib/platform/database/ids";
import { mintScope } from "@/lib/platform/database/scope";
import { openSession } from "@/lib/platform/request/session-store";
import { hashToken } from "@/lib/platform/secrets/token";
import { withAuth, withOrg } from "@/lib/platform/database/transaction";
import { makeController } from "./register";

const DEVICE = { userAgent: "Mozilla/5.0 (X11; Linux x86_64; rv:128.0) Firefox/128.0", address: "127.0.0.1" };
const WEEK_MS = 7 * 86_400_000;

let serial = 0;

export type MadeContact = ContactCtx & {
  email: string;
  /** Token of a session of theirs, as the cookie holds it. */
  token: string;
};

type ContactDetails = {
  controllerId?: string;
  role?: ContactRole;
  name?: string;
  email?: string;
  capacity?: string;
  /** Person who is a contact elsewhere, or staff. */
  personId?: string;
};

/** A contact who has come in: a person with a session, whose address nothing is sent to yet. */
export async function makeContact(ctx: StaffCtx, stated: ContactDetails = {}): Promise<MadeContact> {
  serial += 1;
  const {
    role = "signatory",
    name = "Claire Vasseur",
    capacity = "Directrice de la relation client",
  } = stated;
  const email = stated.email ?? `contact-${process.pid}-${serial}@orvelle.example`;
  const controllerId = stated.controllerId ?? (await makeController(ctx)).id;
  const [contactId, org] = [newId(ctx.now), ctx.scope.org];
  const personId = stated.personId ?? (await makePerson(ctx, name, email));
  await withOrg(ctx.scope, (tx) =>
    tx.controllerContact.create({
      data: {
        id: contactId,
        orgId: org,
        controllerId,
        personId,
        name,
        email,
        capacity,
        role,
        invitedByName: ctx.actor.name,
        createdAt: ctx.now,
        invitedAt: ctx.now,
        expiresAt: new Date(ctx.now.getTime() + WEEK_MS),
        acceptedAt: ctx.now,
      },
    }),
  );
  const token = await openSession(personId, DEVICE, ctx.now);
  return {
    actor: { kind: "controller-contact", contactId, personId, orgId: org, controllerId, role, name },
    scope: mintScope({ org, scope: "portal", controllerId }),
    device: DEVICE,
    now: ctx.now,
    email,
    token,
    sessionId: await sessionOf(token),
  };
}

async function sessionOf(token: string): Promise<string> {
  const session = await authClient().session.findUniqueOrThrow({
    where: { tokenHash: hashToken(token) },
    select: { id: true },
  });
  return session.id;
}

async function makePerson(ctx: StaffCtx, name: string, email: string): Promise<string> {
  const id = newId(ctx.now);
  await withAuth({ org: ctx.scope.org, scope: "staff" }, (tx) =>
    tx.person.create({ data: { id, email, name, passwordHash: null, createdAt: ctx.now } }),
  );
  return id;
}
