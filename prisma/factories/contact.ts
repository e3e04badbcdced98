import type { ContactRole } from "@/lib/domain/access/actor";
import type { OrgScope } from "@/lib/domain/access/scope";
import type { ContactCtx, StaffCtx } from "@/lib/platform/request/context";
import { authClient } from "@/lib/platform/database/clients";
import { newId } from "@/lib/platform/database/ids";
import { mintScope } from "@/lib/platform/database/scope";
import { openSession } from "@/lib/platform/request/session-store";
import { hashInHex, hashToken } from "@/lib/platform/secrets/token";
import { withAuth, withOrg } from "@/lib/platform/database/transaction";
import { sha256 } from "@/lib/platform/files/chunks";
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
  /** False for an address that nothing proves. */
  isProven?: boolean;
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
  if (stated.isProven !== false) await proveAddress(ctx, { contactId, controllerId, email });
  const token = await openSession(personId, DEVICE, new Date());
  return {
    actor: { kind: "controller-contact", contactId, personId, orgId: org, controllerId, role, name },
    scope: mintScope({ org, scope: "portal", controllerId, sessionHash: hashInHex(token) }),
    device: DEVICE,
    now: ctx.now,
    email,
    token,
    sessionId: await sessionOf(token),
  };
}

type Claimed = { contactId: string; controllerId: string; email: string };

/** Records that an address is proven, as if letters to known addresses had met silence. */
export async function proveAddress(
  ctx: StaffCtx,
  { contactId, controllerId, email }: Claimed,
): Promise<void> {
  const proof = { id: newId(ctx.now), orgId: ctx.scope.org, contactId, controllerId, email };
  await withOrg(ctx.scope, (tx) =>
    tx.contactProof.create({ data: { ...proof, means: "silence", provenAt: ctx.now } }),
  );
}

/** The scope in which a signatory of a controller reads. */
export async function makePortalScope(ctx: StaffCtx, controllerId: string): Promise<OrgScope> {
  return (await makeContact(ctx, { controllerId })).scope;
}

/** Settings of a statement in that scope, by name: `app.org` and so on. */
export async function makePortalSettings(
  ctx: StaffCtx,
  controllerId: string,
): Promise<Record<string, string>> {
  return portalSettings(await makePortalScope(ctx, controllerId));
}

export function portalSettings({
  org,
  controllerId = "",
  sessionHash = "",
}: OrgScope): Record<string, string> {
  return { org, scope: "portal", controller: controllerId, session: sessionHash };
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

/** An objection to a contact as a signatory, by an answer to a letter that told of it. */
export async function makeObjection(ctx: StaffCtx, { contactId, controllerId }: Omit<Claimed, "email">) {
  const message = Buffer.from("From: ancien@client.example\r\n\r\nNous ne la connaissons pas.\r\n");
  const objection = { id: newId(ctx.now), orgId: ctx.scope.org, contactId, controllerId, message };
  const messageDigest = sha256(message);
  await withOrg(ctx.scope, (tx) =>
    tx.contactObjection.create({
      data: {
        ...objection,
        messageDigest,
        email: "ancien@client.example",
        letterId: newId(ctx.now),
        objectedAt: ctx.now,
      },
    }),
  );
}

/** An objection to a contact as a signatory, by another in the portal, that was settled. */
export async function makePortalObjection(
  ctx: StaffCtx,
  { contactId, controllerId }: Omit<Claimed, "email">,
): Promise<void> {
  const { actor } = await makeContact(ctx, { controllerId, name: "Luc Ferrand" });
  const [id, orgId] = [newId(ctx.now), ctx.scope.org];
  const stated = { reason: "Nous ne la connaissons pas", objectedAt: ctx.now, byName: actor.name };
  await withOrg(ctx.scope, async (tx) => {
    await tx.signatoryObjection.create({
      data: { ...stated, id, orgId, controllerId, contactId, byContactId: actor.contactId },
    });
    await tx.signatorySettlement.create({
      data: {
        id: newId(ctx.now),
        orgId,
        controllerId,
        objectionId: id,
        source: "Courrier du gérant, 3 décembre",
        settledByName: ctx.actor.name,
        settledAt: ctx.now,
      },
    });
  });
}
