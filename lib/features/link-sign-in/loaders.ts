import "server-only";
import { cookies, headers } from "next/headers";
import { redirect } from "next/navigation";
import { returnPathSchema } from "@/lib/domain/account/return-path";
import type { Search } from "@/lib/forms/list-query";
import { LINK_COOKIE } from "@/lib/platform/auth/cookie";
import { currentPerson } from "@/lib/platform/request/request-session";
import { isInvited } from "@/lib/features/link-sign-in/read/queries";
import { findLink, isItsToken } from "@/lib/features/link-sign-in/read/find-link";
import { readLinkProblem, type SignInPlace } from "./schema";

/**
 * Target of letter links for anybody signed out. Redirects a signed-in person, unless an invitation needs proof of the
 * address.
 */
export async function loadLinkRequest(search: Search, place: SignInPlace = "portal") {
  const next = pathOf(search.next, place);
  const signedIn = await currentPerson();
  if (signedIn && !(await isInvited(signedIn.person.email, new Date()))) redirect(next);
  return { next, email: signedIn?.person.email ?? "" };
}

export async function loadCodeStep(search: Search, place: SignInPlace = "portal") {
  return { ...(await loadPost(search, place)), problem: readLinkProblem(search.problem) };
}

/** True in the browser that requested the link. Consumes nothing, since mail scanners follow links. */
export async function loadLink(token: string, search: Search, place: SignInPlace = "portal") {
  const browser = (await cookies()).get(LINK_COOKIE)?.value;
  const link = browser ? await findLink(browser, new Date()) : null;
  return { ...(await loadPost(search, place)), isHere: link !== null && isItsToken(link, token) };
}

async function loadPost(search: Search, place: SignInPlace) {
  return { csrfToken: (await headers()).get("x-amana-csrf") ?? "", next: pathOf(search.next, place) };
}

function pathOf(asked: unknown, place: SignInPlace): string {
  const path = returnPathSchema.parse(asked);
  return path === "/" ? `/${place}` : path;
}
