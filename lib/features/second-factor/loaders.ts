import "server-only";
import { cookies } from "next/headers";
import { notFound, redirect } from "next/navigation";
import { encode } from "uqr";
import { required } from "@/lib/domain/invariant/required";
import { can } from "@/lib/domain/nouns/policy";
import { hasSecondFactor, isFactorFresh, isRunningOut } from "@/lib/domain/access/second-factor";
import { orgOfPath, returnPathSchema } from "@/lib/domain/account/return-path";
import type { Search } from "@/lib/forms/list-query";
import { findChallenge } from "@/lib/platform/auth/challenge";
import { CHALLENGE_COOKIE } from "@/lib/platform/auth/cookie";
import { arePasskeysPossible, relyingParty } from "@/lib/platform/auth/relying-party";
import { readInScope } from "@/lib/platform/read/read-in-scope";
import {
  currentMemberships,
  currentPerson,
  requireSelf,
  requireStaff,
} from "@/lib/platform/request/request-session";
import { isSessionFresh } from "@/lib/features/second-factor/read/fresh-session";
import {
  factorsOf,
  findFactors,
  findPasskey,
  findPendingKey,
  listMembers,
  peopleWithSecondFactor,
} from "@/lib/features/second-factor/read/queries";
import { readTotpKey, totpAddress } from "@/lib/features/second-factor/read/totp";

/** Next address, and its organisation where a second factor is demanded. */
async function readDemand({ next: asked }: Search) {
  const next = returnPathSchema.parse(asked);
  const slug = orgOfPath(next);
  const memberships = await currentMemberships();
  const asking = memberships.find(({ org }) => org.slug === slug && org.requiresSecondFactor);
  return { next: next === "/" ? null : next, asking: asking?.org.legalName ?? null };
}

export async function loadFactors(search: Search) {
  const self = await requireSelf();
  const found = await findFactors(self.person.id);
  const factors = factorsOf(found);
  const isOn = hasSecondFactor(factors);
  const demand = await readDemand(search);
  return {
    ...demand,
    isOn,
    confirmedAtMs: found.confirmedAt?.getTime() ?? null,
    isPending: found.pending !== null,
    passkeys: found.passkeys.map(rowOf),
    recoveryLeft: factors.recoveryLeft,
    isRunningOut: isOn && isRunningOut(factors.recoveryLeft),
    /** True where the session is password-only despite a factor, or a page demands a recent one. */
    isToConfirm:
      isOn &&
      (demand.next === null ? self.secondFactorAt === null : !isFactorFresh(self.secondFactorAt, self.now)),
    arePasskeysPossible: arePasskeysPossible(),
  };
}

export async function loadProof(search: Search) {
  const self = await requireSelf();
  const factors = factorsOf(await findFactors(self.person.id));
  return {
    ...(await readDemand(search)),
    isOn: hasSecondFactor(factors),
    hasTotp: factors.totp,
    recoveryLeft: factors.recoveryLeft,
    asksPassword: !(await isSessionFresh(self)),
    arePasskeysPossible: arePasskeysPossible(),
  };
}

/** Unconfirmed key, as QR code and in groups to type. */
export async function loadAuthenticator(search: Search) {
  const self = await requireSelf();
  const { confirmedAt } = await findFactors(self.person.id);
  const pending = await findPendingKey(self);
  const key = pending && readTotpKey(pending);
  const address = key && totpAddress(key, await issuerOf(), self.person.email);
  return {
    ...(await loadProof(search)),
    isConfirmed: confirmedAt !== null,
    pending:
      key && address
        ? { square: squareOf(address), address, groups: key.replace(/.{4}(?=.)/g, "$& ") }
        : null,
  };
}

export type Square = { size: number; path: string };

/** QR code as one SVG path, a unit per module, with the quiet zone that scanners need. */
function squareOf(text: string): Square {
  const { size, data } = encode(text, { ecc: "M", border: 4 });
  const runs = data.flatMap((row, y) => row.map((isDark, x) => (isDark ? `M${x} ${y}h1v1h-1z` : "")));
  return { size, path: runs.join("") };
}

/** Issuer shown in the application: the organisation, or the host for several. */
async function issuerOf(): Promise<string> {
  const [only, another] = await currentMemberships();
  return `Amana (${only && !another ? only.org.legalName : relyingParty().id})`;
}

export async function loadPasskey(id: string) {
  const self = await requireSelf();
  const passkey = /^[0-9a-f-]{36}$/.test(id) ? await findPasskey(self.person.id, id) : null;
  return { passkey: rowOf(passkey ?? notFound()), asksPassword: !(await isSessionFresh(self)) };
}

function rowOf({ createdAt, lastUsedAt, ...row }: NonNullable<Awaited<ReturnType<typeof findPasskey>>>) {
  return { ...row, createdAtMs: createdAt.getTime(), lastUsedAtMs: lastUsedAt?.getTime() ?? null };
}

/** Redirects to sign-in without a challenge. */
export async function loadSecondStep() {
  const token = (await cookies()).get(CHALLENGE_COOKIE)?.value;
  const challenge = token ? await findChallenge(token, new Date()) : null;
  if (!challenge) redirect((await currentPerson()) ? "/" : "/sign-in?error=expired");
  const { totp, passkeys, recoveryLeft } = factorsOf(await findFactors(challenge.person.id));
  return { hasTotp: totp, hasPasskey: passkeys > 0 && arePasskeysPossible(), recoveryLeft };
}

export async function loadSecurity(slug: string) {
  const ctx = await requireStaff(slug);
  const members = await readInScope(ctx.scope, listMembers);
  const having = await peopleWithSecondFactor(members.map(({ personId }) => personId));
  const { org } = required(
    (await currentMemberships()).find((membership) => membership.org.slug === slug),
    "membership of the page",
  );
  return {
    isDemanded: org.requiresSecondFactor,
    mayDemand: can(ctx.actor, "member.manage"),
    hasOwnFactor: having.has(ctx.actor.personId),
    members: members.map(({ id, personId, name, email, role }) => ({
      id,
      name,
      email,
      role,
      hasFactor: having.has(personId),
      isSelf: personId === ctx.actor.personId,
    })),
  };
}
