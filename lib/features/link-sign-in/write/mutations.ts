import { hasSecondFactor } from "@/lib/domain/access/second-factor";
import { done, invalid, type Outcome, refuse } from "@/lib/domain/outcome/outcome";
import { returnPathSchema } from "@/lib/domain/account/return-path";
import type { SignInByLink } from "@/lib/platform/auth/options";
import { networkOf } from "@/lib/platform/auth/device";
import { findNetworks } from "@/lib/platform/auth/known-networks";
import { isRefusalJournalled } from "@/lib/platform/auth/refusal-counts";
import { isWithinSum } from "@/lib/platform/auth/sum-of-all";
import type { Device } from "@/lib/platform/request/context";
import { env } from "@/lib/platform/environment/env";
import { newId } from "@/lib/platform/database/ids";
import { queueMail } from "@/lib/platform/mail/queue";
import { countAttempt } from "@/lib/platform/request/rate-limit";
import { newToken } from "@/lib/platform/secrets/token";
import { enterChain, PLATFORM, type Tx } from "@/lib/platform/database/transaction";
import { type SelfJournal, writeAsSelf } from "@/lib/platform/write/write";
import {
  type Addressee,
  findAddressee,
  listOpenGrants,
  listOpenInvitations,
} from "@/lib/features/link-sign-in/read/queries";
import { issueLink, renewLink, consumeLink, countLinkAttempt } from "./link";
import { findLink, isItsCode, isItsToken } from "@/lib/features/link-sign-in/read/find-link";
import {
  placeOfSignIn,
  SIGN_IN_PATHS,
  type LinkProblem,
  type LinkRequest,
} from "@/lib/features/link-sign-in/schema";

const HOUR = 3_600_000;
const LETTERS_PER_NETWORK = { tries: 30, windowMs: HOUR };

const LETTERS_OF_ALL = { tries: 1_200, windowMs: HOUR };

/** Limit of letters per requester and hour. */
const LETTERS_PER_ASKER = { tries: 6, windowMs: HOUR };

/** Limit against flooding a mailbox; known devices are counted apart. */
const LETTERS_PER_MAILBOX = { tries: 24, windowMs: HOUR };
const CODES_PER_MAILBOX = { tries: 20, windowMs: 24 * HOUR };
const TRIES_PER_NETWORK = { tries: 60, windowMs: HOUR / 4 };

/**
 * Sends a link and code to an address with portal access; returns the browser's token. Returns the same outcome for
 * known, unknown and exhausted addresses; only the network is told of its limit. `held` renews the browser's usable
 * link.
 */
export async function requestLink(
  { email, next }: LinkRequest,
  held: string,
  device: Device,
  now: Date,
): Promise<Outcome<{ browser: string }>> {
  if (!(await countAttempt(`link:network:${networkOf(device.address)}`, LETTERS_PER_NETWORK, now)))
    return invalid("email", "tooManyTries");
  if (!(await isWithinSum("link", { email, address: device.address }, LETTERS_OF_ALL, now)))
    return invalid("email", "tooManyTries");
  const isWithin = await countLetter(email, device, now);
  const addressee = isWithin ? await findAddressee(email, now) : null;
  const isJournalled = addressee !== null || (await isRefusalJournalled(device.address, now));
  return writeAsSelf({ person: null, now }, async (tx, journal) => {
    const isMailed = addressee !== null;
    const renewed = await renewLink(tx, { email, browser: held, isMailed }, now);
    const browser = renewed ? held : newToken();
    const link = renewed ?? (await issueLink(tx, { email, browser, isMailed }, now));
    if (addressee) await queueMail(tx, PLATFORM.org, letterOf(addressee, email, { ...link, next }), now);
    if (isJournalled)
      journal.note({
        event: "sign-in.link-requested",
        subject: { noun: "account", id: addressee?.personId ?? null },
        after: { ...device },
      });
    return done({ browser });
  });
}

/**
 * Counts by requester, then by mailbox against floods from many networks. Known devices have a limit of their own, so
 * that strangers cannot exhaust it.
 */
async function countLetter(email: string, { address }: Device, now: Date): Promise<boolean> {
  const network = networkOf(address);
  if (!(await countAttempt(`link:asker:${network}:${email}`, LETTERS_PER_ASKER, now))) return false;
  const known = await findNetworks(email, now);
  return known.has(network) || countAttempt(`link:mailbox:${email}`, LETTERS_PER_MAILBOX, now);
}

/**
 * Signs in by link or code, once, in the requesting browser. Accepts open invitations of the address, which the letter
 * has proved, and creates a person without password where new.
 */
export const signInByLink: SignInByLink = async ({ token, code, browser, returnPath }, device, now) => {
  const isWithin = await countAttempt(`link:tries:${networkOf(device.address)}`, TRIES_PER_NETWORK, now);
  const link = isWithin && browser !== "" ? await findLink(browser, now) : null;
  if (!link || !(await countLinkAttempt(link.id, now))) {
    await journalRefusal(device, now);
    return backTo(isWithin ? "expired" : "locked", returnPath);
  }
  if (!isItsToken(link, token)) {
    const mayTry = code === "" || (await countCodeAttempt(link, device, now));
    if (!mayTry || !isItsCode(link, code)) {
      await journalRefusal(device, now);
      return backTo(mayTry ? "wrong" : "codes", returnPath);
    }
  }
  const outcome = await writeAsSelf<Entered>({ person: null, now }, async (tx, journal) => {
    if (!(await consumeLink(tx, link.id, now))) return refuse({ kind: "not-found" });
    const entered = await enter(tx, journal, link.email, now);
    if (!entered) return refuse({ kind: "not-found" });
    // Records nothing before the second factor is given.
    if (!entered.needsSecondFactor)
      journal.note({
        event: "sign-in.succeeded",
        subject: { noun: "account", id: entered.id },
        after: { ...device, method: "link" },
      });
    return done(entered);
  });
  return outcome.ok ? { ...outcome.value, means: "link" } : backTo("expired", returnPath);
};

/**
 * Limits codes per mailbox and day against guesses from many networks; known devices are counted apart. Links cannot be
 * guessed and are not limited.
 */
async function countCodeAttempt(
  { email }: { email: string },
  { address }: Device,
  now: Date,
): Promise<boolean> {
  const known = await findNetworks(email, now);
  return known.has(networkOf(address)) || countAttempt(`link:codes:${email}`, CODES_PER_MAILBOX, now);
}

type Entered = { id: string; name: string; email: string; locale: string; needsSecondFactor: boolean };

const PERSON = {
  id: true,
  name: true,
  email: true,
  locale: true,
  disabledAt: true,
  totpFactor: { select: { confirmedAt: true } },
  passkeys: { where: { removedAt: null }, take: 1, select: { id: true } },
} as const;

/** Creates the person at the first sign-in; null without access. */
async function enter(tx: Tx, journal: SelfJournal, email: string, now: Date): Promise<Entered | null> {
  // Serialises two first sign-ins of one address: the second finds the person.
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${email}, 0))`;
  const invitations = await listOpenInvitations(tx, email, now);
  const known = await tx.person.findUnique({ where: { email }, select: PERSON });
  const grants = await listOpenGrants(tx, email, now);
  const first = invitations[0] ?? grants[0];
  if (known?.disabledAt) return null;
  const person = known ?? (first && (await createPerson(tx, { ...first, email, now })));
  if (!person) return null;
  for (const { id, orgId, name } of invitations) {
    await enterChain(tx, { org: orgId, scope: "staff" });
    await tx.controllerContact.updateMany({
      where: { id, personId: null, endedAt: null },
      data: { personId: person.id, acceptedAt: now },
    });
    journal.noteIn(
      { kind: "controller-contact", id: person.id, orgId, name },
      { event: "contact.accepted", subject: { noun: "contact", id, label: name } },
    );
  }
  for (const { id, orgId, name } of grants) {
    await enterChain(tx, { org: orgId, scope: "staff" });
    await tx.auditGrant.updateMany({
      where: { id, personId: null, revokedAt: null },
      data: { personId: person.id, acceptedAt: now },
    });
    journal.noteIn(
      { kind: "auditor", id, orgId, name },
      { event: "audit.accepted", subject: { noun: "audit", id, label: name } },
    );
  }
  await enterChain(tx, PLATFORM);
  const { totpFactor, passkeys } = person;
  const totp = Boolean(totpFactor?.confirmedAt);
  return {
    id: person.id,
    name: person.name,
    email: person.email,
    locale: person.locale,
    needsSecondFactor: hasSecondFactor({ totp, passkeys: passkeys.length }),
  };
}

async function journalRefusal(device: Device, now: Date): Promise<void> {
  if (!(await isRefusalJournalled(device.address, now))) return;
  await writeAsSelf({ person: null, now }, async (_, journal) => {
    journal.note({
      event: "sign-in.failed",
      subject: { noun: "account", id: null },
      after: { ...device, method: "link" },
    });
    return done(null);
  });
}

/** Page of the code with the reason. */
function backTo(problem: LinkProblem, returnPath: string) {
  const next = returnPathSchema.parse(pathOf(returnPath));
  const asked = new URLSearchParams({ problem, next });
  return { id: "" as const, refusedAt: `${SIGN_IN_PATHS[placeOfSignIn(next)]}/code?${asked}` };
}

/** Takes the path: next-auth returns an absolute address. */
function pathOf(address: string): string {
  if (!URL.canParse(address)) return address;
  const { pathname, search } = new URL(address);
  return pathname + search;
}

type Mailed = { token: string; code: string; next: string };

function letterOf(
  { name, locale, isContact, isAuditor }: Addressee,
  email: string,
  { token, code, next: asked }: Mailed,
) {
  // Leads whoever has one of the two to the one they have, whichever page they asked at.
  const place = !isContact ? "audit" : !isAuditor ? "portal" : placeOfSignIn(asked);
  const next = placeOfSignIn(asked) === place ? asked : `/${place}`;
  const then = next === "/" ? "" : `?${new URLSearchParams({ next })}`;
  return {
    template: `${place}-sign-in`,
    locale,
    to: { name, address: email },
    params: { name },
    secrets: { link: `${env().AMANA_URL}${SIGN_IN_PATHS[place]}/link/${token}${then}`, code },
  };
}

function createPerson(
  tx: Tx,
  { name, language, email, now }: { name: string; language: string; email: string; now: Date },
) {
  const data = { id: newId(now), email, name, locale: language, createdAt: now };
  return tx.person.create({ data, select: PERSON });
}
