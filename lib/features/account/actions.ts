"use server";
import { cookies } from "next/headers";
import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { z } from "zod";
import { SESSION_COOKIE } from "@/lib/platform/auth/cookie";
import { revokeSession } from "@/lib/platform/sessions";

const YEAR_S = 365 * 24 * 3600;

/** The language of this browser; any page, signed in or not. */
export async function setLocale(form: FormData): Promise<void> {
  const locale = z.enum(["fr", "en", "ar"]).safeParse(form.get("locale"));
  if (!locale.success) return;
  (await cookies()).set("locale", locale.data, { path: "/", maxAge: YEAR_S, sameSite: "lax" });
  revalidatePath("/", "layout");
}

export async function setTheme(form: FormData): Promise<void> {
  const theme = z.enum(["light", "dark", "system"]).safeParse(form.get("theme"));
  if (!theme.success) return;
  const jar = await cookies();
  if (theme.data === "system") jar.delete("theme");
  else jar.set("theme", theme.data, { path: "/", maxAge: YEAR_S, sameSite: "lax" });
  revalidatePath("/", "layout");
}

/** Ends this session in the database as well as in the browser. */
export async function signOut(): Promise<void> {
  const jar = await cookies();
  const token = jar.get(SESSION_COOKIE)?.value;
  if (token) await revokeSession(token, new Date());
  jar.delete(SESSION_COOKIE);
  redirect("/sign-in");
}
