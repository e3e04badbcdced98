import { askedAgainHref } from "@/lib/forms/asked-again";
import { refuseUnlessPresent } from "@/lib/platform/auth/presence";
import type { StaffCtx } from "@/lib/platform/request/context";
import { seeOther } from "@/lib/platform/request/request";

type Asked = {
  org: string;
  /** Path of the request: "/api/exports/nejma". */
  path: string;
  form: FormData;
  /** Page of the form. */
  back: string;
};

/**
 * Null where the person has proved within five minutes that it is them, or sends the password with the form: whoever found an
 * open session would take everything that an organisation keeps. Otherwise leads to the page that asks, with what was typed.
 */
export async function unlessProved(
  ctx: StaffCtx,
  { org, path, form, back }: Asked,
): Promise<Response | null> {
  const given = form.get("password");
  const refused = await refuseUnlessPresent(ctx, typeof given === "string" ? given.slice(0, 1_000) : "");
  if (!refused || refused.ok) return null;
  const { refusal } = refused;
  const issue = (refusal.kind === "invalid" ? refusal.issues[0]?.key : undefined) ?? "required";
  const asked = { to: routeOf(path, org), values: typedIn(form), back: withoutError(back), issue };
  return seeOther(askedAgainHref(org, asked));
}

/** Nothing has failed: whoever goes back finds the form as it was. */
function withoutError(page: string): string {
  const [path = "", query = ""] = page.split("?", 2);
  const kept = new URLSearchParams(query);
  kept.delete("error");
  return kept.size > 0 ? `${path}?${kept}` : path;
}

/** "/api/dossiers/nejma/0197…" → "dossiers/0197…" */
function routeOf(path: string, org: string): string {
  const [name = "", ...rest] = path
    .replace(/^\/api\//, "")
    .split("/")
    .filter((part) => part !== "");
  return [name, ...rest.slice(rest[0] === org ? 1 : 0)].join("/");
}

function typedIn(form: FormData): (readonly [string, string])[] {
  return [...form].flatMap(([name, value]) =>
    typeof value === "string" && name !== "password" ? [[name, value] as const] : [],
  );
}
