import { done } from "@/lib/domain/outcome/outcome";
import { SESSION_COOKIE } from "@/lib/platform/auth/cookie";
import { deviceOf } from "@/lib/platform/auth/device";
import { log } from "@/lib/platform/log/log";
import type { StaffCtx } from "@/lib/platform/request/context";
import { contextOfMember } from "@/lib/platform/request/request-session";
import { readSession } from "@/lib/platform/request/session-store";
import { withoutRight } from "@/lib/platform/write/authorised";
import { write } from "@/lib/platform/write/write";
import { journalForgedAddress, refusedEvent } from "./denied-access";

const ID = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/;
const LONGEST_PATH = 200;

/** A request of the console that was answered "not found"; `url` begins with the path. */
export type UnfoundAddress = { url: string; headers: Readonly<Record<string, string | undefined>> };

/**
 * Journals that a member asked the console for a row that its organisation does not hold, or for another organisation's. A
 * mistyped address names no row, and leaves nothing. Portals and audits journal theirs where they refuse.
 */
export async function noteForeignAddress({ url, headers }: UnfoundAddress, now: Date): Promise<void> {
  const [path = ""] = url.split("?", 1);
  const id = ID.exec(path)?.[0];
  const slug = organisationOf(path);
  const token = cookieOf(headers.cookie ?? "", SESSION_COOKIE);
  if (id === undefined || slug === null || token === "") return;
  const signedIn = await readSession(token, now);
  if (!signedIn) return;
  const device = deviceOf(new Headers(stated(headers)));
  const membership = signedIn.memberships.find(({ org }) => org.slug === slug);
  if (!membership) return journalForgedAddress(signedIn.person.id, { noun: "organisation", id }, device, now);
  await journalForeignRow(
    contextOfMember(signedIn, membership, now),
    id,
    path.slice(0, LONGEST_PATH),
    device,
  );
}

/** Journals that a member named a row that its organisation does not hold, by an address or in a form. */
export async function journalForeignRow(
  ctx: StaffCtx,
  id: string,
  label: string,
  device: { userAgent: string; address: string },
): Promise<void> {
  const event = await refusedEvent(ctx.actor.personId, id, ctx.now);
  if (!event) return;
  await write(withoutRight(ctx), async (_, journal) => {
    journal.note({ event, subject: { noun: "organisation", id, label }, after: { ...device } });
    return done(null);
  });
}

/** Notes it beside an answer that has left: a fault is logged and changes nothing. */
export async function noteUnfound(asked: UnfoundAddress): Promise<void> {
  try {
    await noteForeignAddress(asked, new Date());
  } catch (error) {
    log.warn({ err: error }, "a request for a row of nobody could not be noted");
  }
}

/** The organisation's part of an address: "/<slug>/…" of a page, "/api/<what>/<slug>/…" of a file. */
function organisationOf(path: string): string | null {
  const [, first = "", , third = ""] = path.split("/");
  const slug = first === "api" ? third : first;
  return slug === "" || NOT_OF_CONSOLE.has(slug) || path.startsWith("/api/portal/") ? null : slug;
}

const NOT_OF_CONSOLE = new Set(["portal", "audit", "account", "answer", "parents", "invitations", "public"]);

function cookieOf(header: string, name: string): string {
  const found = header.split("; ").find((pair) => pair.startsWith(`${name}=`));
  return found?.slice(name.length + 1) ?? "";
}

function stated(headers: UnfoundAddress["headers"]): [string, string][] {
  return Object.entries(headers).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]]));
}
