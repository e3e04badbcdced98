import "server-only";
import { cookies, headers } from "next/headers";
import { notFound, redirect } from "next/navigation";
import { cache } from "react";
import type { OrgScope } from "@/lib/domain/access/scope";
import { opensOrganisation } from "@/lib/domain/access/second-factor";
import type { SubjectNoun } from "@/lib/domain/nouns/events";
import type { AuditorCtx, ContactCtx, SelfCtx, StaffCtx } from "./context";
import { SESSION_COOKIE } from "@/lib/platform/auth/cookie";
import { deviceOf } from "@/lib/platform/auth/device";
import { mintScope } from "@/lib/platform/database/scope";
import { journalForgedAddress, journalForgedSubject } from "@/lib/platform/access/denied-access";
import { readSession, type Audit, type Contact, type Membership, type SignedIn } from "./session-store";
import { isAwaited, isGrantAwaited, recordVisit } from "@/lib/platform/access/visits";

/** Returns the person signed in on this request, or null. */
export const currentPerson = cache(async (): Promise<SignedIn | null> => {
  const token = (await cookies()).get(SESSION_COOKIE)?.value;
  return token ? readSession(token, new Date()) : null;
});

/** The organisations of the person signed in. */
export async function currentMemberships(): Promise<Membership[]> {
  return (await currentPerson())?.memberships ?? [];
}

/** The signed-in person's context in one organisation, or null: signed out, not a member, or `lacksSecondFactor`. */
export const staffContext = cache(async (slug: string): Promise<StaffCtx | null> => {
  const [signedIn, memberships] = [await currentPerson(), await currentMemberships()];
  const membership = memberships.find((candidate) => candidate.org.slug === slug);
  if (!signedIn || !membership || !opensOrganisation(membership.org, signedIn)) return null;
  return contextOfMember(signedIn, membership, new Date());
});

/** The context of a person signed in, in an organisation of theirs. */
export function contextOfMember(
  { person, openedAt, secondFactorAt }: SignedIn,
  { memberId, role, name, org }: Membership,
  now: Date,
): StaffCtx {
  return {
    actor: { kind: "staff", personId: person.id, memberId, orgId: org.id, role, name },
    scope: mintScope({ org: org.id, scope: "staff" }),
    secondFactorAt,
    provedAt: laterOf(openedAt, secondFactorAt),
    now,
  };
}

function laterOf(one: Date, other: Date | null): Date {
  return other !== null && other > one ? other : one;
}

/** True for a member whose session has no second factor, in an organisation that demands one. */
export async function lacksSecondFactor(slug: string): Promise<boolean> {
  const [signedIn, memberships] = [await currentPerson(), await currentMemberships()];
  const membership = memberships.find((candidate) => candidate.org.slug === slug);
  return signedIn !== null && membership !== undefined && !opensOrganisation(membership.org, signedIn);
}

/** Redirects loaders to sign-in without a session; a foreign organisation is "not found". */
export async function requireStaff(slug: string): Promise<StaffCtx> {
  if (!(await currentPerson())) await redirectToSignIn();
  if (await lacksSecondFactor(slug)) await redirectToSecondFactor(slug);
  return (await staffContext(slug)) ?? notFound();
}

/** The controllers whose portal the person signed in may enter. */
export async function currentContacts(): Promise<Contact[]> {
  return (await currentPerson())?.contacts ?? [];
}

/** The portals of whoever is signed in, each with the scope of its rows; sends to the portal's sign-in whoever is not. */
export async function requirePortals(): Promise<{ contactId: string; scope: OrgScope }[]> {
  if (!(await currentPerson())) await redirectToSignIn("/portal/sign-in");
  const signedIn = await currentPerson();
  return (signedIn?.contacts ?? []).map((contact) => ({
    contactId: contact.id,
    scope: portalScope(contact, signedIn?.sessionHash),
  }));
}

/** The signed-in person's context in one controller's portal, or null: signed out, not theirs, or ended. */
export const contactContext = cache(async (contactId: string): Promise<ContactCtx | null> => {
  const signedIn = await currentPerson();
  const contact = signedIn?.contacts.find(({ id }) => id === contactId);
  if (!signedIn || !contact) return null;
  const now = new Date();
  if (!contact.isVisit) await recordVisit(signedIn, contact.id, now);
  return {
    actor: {
      kind: "controller-contact",
      contactId,
      personId: signedIn.person.id,
      orgId: contact.org.id,
      controllerId: contact.controller.id,
      role: contact.role,
      name: contact.name,
    },
    scope: portalScope(contact, signedIn.sessionHash),
    device: deviceOf(await headers()),
    sessionId: signedIn.sessionId,
    now,
  };
});

function portalScope({ org, controller, sees }: Contact, sessionHash: string | undefined): OrgScope {
  return mintScope({
    org: org.id,
    scope: "portal",
    controllerId: controller.id,
    controllerIds: sees,
    ...(sessionHash && { sessionHash }),
  });
}

/** Answers "not found" to loaders of the portal for a foreign or former contact, and journals it. */
export async function requireContact(contactId: string): Promise<ContactCtx> {
  if (!(await currentPerson())) await redirectToSignIn("/portal/sign-in");
  return (await contactContext(contactId)) ?? refuseContact(contactId);
}

const refuseContact = cache(async (contactId: string): Promise<never> => {
  const signedIn = await currentPerson();
  // Signed in already, and invited at that address: a letter to it has still to prove that it is theirs.
  if (signedIn && isUuid(contactId) && (await isAwaited(contactId, signedIn.person.email, new Date())))
    await redirectToSignIn("/portal/sign-in");
  await journalStranger("contact", contactId);
  notFound();
});

/** Journals that a person asked for something that none of their portals holds. */
export async function journalStranger(noun: SubjectNoun, id: string): Promise<void> {
  const signedIn = await currentPerson();
  if (!signedIn) return;
  await journalForgedAddress(signedIn.person.id, { noun, id }, deviceOf(await headers()), new Date());
}

/**
 * For loaders of the portal: what is not this controller's is "not found", and the journal says that it was asked for.
 * @public
 */
export const refuseInPortal = cache(
  async (ctx: ContactCtx, noun: SubjectNoun, id: string): Promise<never> => {
    await journalForgedSubject(ctx, noun, id);
    notFound();
  },
);

/** The audits that are open to the person signed in. */
export async function currentAudits(): Promise<Audit[]> {
  return (await currentPerson())?.audits ?? [];
}

/** The signed-in person's context in one audit, or null: signed out, not theirs, over, or `isFactorLacking`. */
export const auditorContext = cache(async (grantId: string): Promise<AuditorCtx | null> => {
  const signedIn = await currentPerson();
  const audit = signedIn?.audits.find(({ id }) => id === grantId);
  if (!signedIn || !audit || !opensOrganisation(audit, signedIn)) return null;
  const { org, name, sections } = audit;
  return {
    actor: { kind: "auditor", grantId, orgId: org.id, name, covers: sections },
    scope: mintScope({ org: org.id, scope: "auditor", grantId, sessionHash: signedIn.sessionHash }),
    personId: signedIn.person.id,
    device: deviceOf(await headers()),
    now: new Date(),
  };
});

/** Answers "not found" to loaders of an audit for one that is not theirs, has ended or was revoked, and journals it. */
export async function requireAuditor(grantId: string): Promise<AuditorCtx> {
  const signedIn = await currentPerson();
  if (!signedIn) await redirectToSignIn("/audit/sign-in");
  const audit = signedIn?.audits.find(({ id }) => id === grantId);
  if (signedIn && audit && !opensOrganisation(audit, signedIn)) await redirectToSecondFactor("audit");
  return (await auditorContext(grantId)) ?? refuseAuditor(grantId);
}

const refuseAuditor = cache(async (grantId: string): Promise<never> => {
  const signedIn = await currentPerson();
  // Signed in already, and granted access at that address: a letter to it has still to prove that it is theirs.
  if (signedIn && isUuid(grantId) && (await isGrantAwaited(grantId, signedIn.person.email, new Date())))
    await redirectToSignIn("/audit/sign-in");
  await journalStranger("audit", grantId);
  notFound();
});

/** The signed-in person's context in their own account, or null. */
export const selfContext = cache(async (): Promise<SelfCtx | null> => {
  const signedIn = await currentPerson();
  if (!signedIn) return null;
  const {
    memberships: _memberships,
    contacts: _contacts,
    audits: _audits,
    sessionHash: _hash,
    ...self
  } = signedIn;
  return { ...self, device: deviceOf(await headers()), now: new Date() };
});

/** Redirects loaders of one's own account to sign-in without a session. */
export async function requireSelf(): Promise<SelfCtx> {
  return (await selfContext()) ?? redirectToSignIn();
}

function isUuid(text: string): boolean {
  return /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(text);
}

/** Redirects to sign-in, which returns to the requested page. */
async function redirectToSignIn(door = "/sign-in"): Promise<never> {
  const path = (await headers()).get("x-amana-path") ?? "/";
  redirect(`${door}?next=${encodeURIComponent(path)}`);
}

/** Redirects to one's own factors, a page that names the organisation and returns to the requested page. */
async function redirectToSecondFactor(slug: string): Promise<never> {
  const path = (await headers()).get("x-amana-path") ?? `/${slug}`;
  redirect(`/account/second-factor?next=${encodeURIComponent(path)}`);
}
