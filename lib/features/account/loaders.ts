import "server-only";
import { headers } from "next/headers";
import { redirect } from "next/navigation";
import { currentMemberships, currentPerson, requireSelf } from "@/lib/platform/session";
import { readSignInProblem, returnPathSchema } from "./schema";

/** What the sign-in form carries. Whoever is signed in already goes where they were going. */
export async function loadSignIn(search: Record<string, string | string[] | undefined>) {
  const next = returnPathSchema.parse(search.next ?? pathOf(search.callbackUrl));
  if (await currentPerson()) redirect(next);
  return {
    csrfToken: (await headers()).get("x-amana-csrf") ?? "",
    next,
    problem: readSignInProblem(search.error),
  };
}

/** What stands around every page of one's own account: who one is, and the organisations one comes from. */
export async function loadAccountShell() {
  const [{ person }, memberships] = [await requireSelf(), await currentMemberships()];
  return { person, organisations: memberships.map(({ org }) => org) };
}

/** After a refusal next-auth gives the way back as a whole address: its path alone is kept. */
function pathOf(address: unknown): string | undefined {
  if (typeof address !== "string" || address.startsWith("/")) return address as string | undefined;
  if (!URL.canParse(address)) return undefined;
  const { pathname, search } = new URL(address);
  return pathname + search;
}
