import { createHash, createHmac, timingSafeEqual } from "node:crypto";
import { cookies } from "next/headers";
import { COOKIE_OPTIONS, DEVICE_COOKIE } from "@/lib/platform/auth/cookie";
import { rootSecret } from "@/lib/platform/environment/env";

const DAY_S = 86_400;
const LIFE_S = 180 * DAY_S;
/** People who share a browser; whoever signed in longest ago goes first. */
const MOST = 5;

/**
 * Adds a person to the browser's list of past sign-ins: limits for strangers do not count them, and nothing
 * else changes. `marks` is the cookie's value so far.
 */
export function addMark(marks: string, personId: string, now: Date): string {
  const others = marks.split(".").filter((mark) => readMark(mark, personId, now) === null && mark !== "");
  return [makeMark(personId, now), ...others].slice(0, MOST).join(".");
}

/** The mark of a person, made by us and not too old, or null. */
export function findMark(marks: string, personId: string, now: Date): string | null {
  return (
    marks
      .split(".")
      .slice(0, MOST)
      .map((mark) => readMark(mark, personId, now))
      .find(Boolean) ?? null
  );
}

/** After a sign-in: this browser is known from now on. */
export async function rememberDevice(personId: string, now: Date): Promise<void> {
  const jar = await cookies();
  const marks = addMark(jar.get(DEVICE_COOKIE)?.value ?? "", personId, now);
  jar.set(DEVICE_COOKIE, marks, { ...COOKIE_OPTIONS, maxAge: LIFE_S });
}

function makeMark(personId: string, now: Date): string {
  const stated = `${shortOf(personId)}-${Math.floor(now.getTime() / 1000)}`;
  return `${stated}-${sign(personId, stated)}`;
}

function readMark(mark: string, personId: string, now: Date): string | null {
  const [who = "", at = "", signature = ""] = mark.split("-");
  if (who !== shortOf(personId)) return null;
  const age = now.getTime() / 1000 - Number(at);
  const [given, due] = [Buffer.from(signature), Buffer.from(sign(personId, `${who}-${at}`))];
  const isOurs = given.length === due.length && timingSafeEqual(given, due);
  return isOurs && age <= LIFE_S ? mark : null;
}

/** Tells the marks of one browser apart, and names nobody. */
function shortOf(personId: string): string {
  return createHash("sha256").update(personId).digest("hex").slice(0, 12);
}

function sign(personId: string, stated: string): string {
  return createHmac("sha256", rootSecret()).update(`device:${personId}:${stated}`).digest("hex").slice(0, 40);
}
