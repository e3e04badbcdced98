import { hasSecondFactor } from "@/lib/domain/access/second-factor";
import { done, invalid, type Outcome, refuse } from "@/lib/domain/outcome/outcome";
import { returnPathSchema } from "@/lib/domain/account/return-path";
import type { SignInByLink } from "@/lib/platform/auth/options";
import { networkOf } from "@/lib/platform/auth/device";
import { findNetworks } from "@/lib/platform/auth/known-networks";
import { isRefusalNoted } from "@/lib/platform/auth/refusal-notes";
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
  listOpenInvitations,
} from "@/lib/features/portal-sign-in/read/queries";
import { issueLink, renewLink, consumeLink, countLinkAttempt } from "./link";
import { findLink, isItsCode, isItsToken } from "@/lib/features/portal-sign-in/read/find-link";
import type { LinkProblem, LinkRequest } from "@/lib/features/portal-sign-in/schema";

const HOUR = 3_600_000;
const LETTERS_PER_NETWORK = { tries: 30, windowMs: HOUR };

/** More letters than this help nobody who asks for them. */
const LETTERS_PER_ASKER = { tries: 6, windowMs: HOUR };

/** More would flood a mailbox, whoever they come from; whoever is known there is not counted among them. */
const LETTERS_PER_MAILBOX = { tries: 24, windowMs: HOUR };
const CODES_PER_MAILBOX = { tries: 20, windowMs: 24 * HOUR };
const TRIES_PER_NETWORK = { tries: 60, windowMs: HOUR / 4 };

/**
 * Mails a link and a code to whoever may enter a portal from this address; gives what names the browser that asked. The
 * outcome is the same whether the address is known, unknown, or has had its letters of the hour; the network alone is
 * told that it asks too often. A browser that asks again, `held`, is sent the link that it can still use.
 */
export async function requestLink(
  { email, next }: LinkRequest,
  held: string,
  device: Device,
  now: Date,
): Promise<Outcome<{ browser: string }>> {
  if (!(await countAttempt(`link:network:${networkOf(device.address)}`, LETTERS_PER_NETWORK, now)))
    return invalid("email", "tooManyTries");
  const isWithin = await countLetter(email, device, now);
  const addressee = isWithin ? await findAddressee(email, now) : null;
  return writeAsSelf({ person: null, now }, async (tx, journal) => {
    const isMailed = addressee !== null;
    const renewed = await renewLink(tx, { email, browser: held, isMailed }, now);
    const browser = renewed ? held : newToken();
    const link = renewed ?? (await issueLink(tx, { email, browser, isMailed }, now));
    if (addressee) await queueMail(tx, PLATFORM.org, letterOf(addressee, email, { ...link, next }), now);
    journal.note({
      event: "sign-in.link-requested",
      subject: { noun: "account", id: addressee?.personId ?? null },
      after: { ...device },
    });
    return done({ browser });
  });
}

/**
 * Counts a letter to an address: by who asks, and then by the mailbox, so that strangers on many networks do not flood
 * it. They could use up all its letters: whoever asks from where its person has been signed in has letters of their own.
 */
async function countLetter(email: string, { address }: Device, now: Date): Promise<boolean> {
  const network = networkOf(address);
  if (!(await countAttempt(`link:asker:${network}:${email}`, LETTERS_PER_ASKER, now))) return false;
  const known = await findNetworks(email, now);
  return known.has(network) || countAttempt(`link:mailbox:${email}`, LETTERS_PER_MAILBOX, now);
}

/**
 * Signs in whoever holds the link or its code, in the browser that asked for it, once. The letter has proved that the
 * address is theirs: invitations that waited for it are taken up, and somebody new becomes a person without a password.
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
    // Somebody with a second factor is not in yet, and nothing is noted until they are.
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
 * Six digits are guessed by many, each from a network of its own: so many codes a day for a mailbox, but from where its
 * person has been signed in. The link itself cannot be guessed, and opens all the same.
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

/** The person at an address, made on the first sign-in, with the invitations that waited there; null for nobody. */
async function enter(tx: Tx, journal: SelfJournal, email: string, now: Date): Promise<Entered | null> {
  // Two first sign-ins at one address at once: the second finds the person made.
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${email}, 0))`;
  const invitations = await listOpenInvitations(tx, email, now);
  const known = await tx.person.findUnique({ where: { email }, select: PERSON });
  const [first] = invitations;
  if (known?.disabledAt || (!known && !first)) return null;
  const person =
    known ??
    (await tx.person.create({
      data: { id: newId(now), email, name: first!.name, locale: first!.language, createdAt: now },
      select: PERSON,
    }));
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
  if (!(await isRefusalNoted(device.address, now))) return;
  await writeAsSelf({ person: null, now }, async (_, journal) => {
    journal.note({
      event: "sign-in.failed",
      subject: { noun: "account", id: null },
      after: { ...device, method: "link" },
    });
    return done(null);
  });
}

/** The page that asks for the code, which says what was wrong. */
function backTo(problem: LinkProblem, returnPath: string) {
  const next = returnPathSchema.parse(pathOf(returnPath));
  const asked = new URLSearchParams({ problem, next });
  return { id: "" as const, refusedAt: `/portal/sign-in/code?${asked}` };
}

/** next-auth hands back a whole address where a form named a path. */
function pathOf(address: string): string {
  if (!URL.canParse(address)) return address;
  const { pathname, search } = new URL(address);
  return pathname + search;
}

type Mailed = { token: string; code: string; next: string };

function letterOf({ name, locale }: Addressee, email: string, { token, code, next }: Mailed) {
  const then = next === "/" ? "" : `?${new URLSearchParams({ next })}`;
  return {
    template: "portal-sign-in",
    locale,
    to: { name, address: email },
    params: { name },
    secrets: { link: `${env().AMANA_URL}/portal/sign-in/link/${token}${then}`, code },
  };
}
