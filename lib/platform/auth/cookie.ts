import { DONE_COOKIES } from "@/lib/forms/form-state";
import { env } from "@/lib/platform/environment/env";

const secure = env().AMANA_URL.startsWith("https://");

/** `__Host-`: this host alone, secure, whole site; over plain http on loopback the prefix is not allowed. */
export const SESSION_COOKIE = secure ? "__Host-amana.session" : "amana.session";
export const CSRF_COOKIE = secure ? "__Host-amana.csrf" : "amana.csrf";
export const CALLBACK_COOKIE = secure ? "__Host-amana.callback" : "amana.callback";
/** Cookie between the right password and the second factor; opens nothing by itself. */
export const CHALLENGE_COOKIE = secure ? "__Host-amana.second-step" : "amana.second-step";

/** The browser that asked for a link to sign in: the link opens nothing in any other. */
export const LINK_COOKIE = secure ? "__Host-amana.link" : "amana.link";

/** The people who have signed in from this browser; opens nothing. */
export const DEVICE_COOKIE = secure ? "__Host-amana.device" : "amana.device";

/** Announces to the next page that the action is done. */
export const DONE_COOKIE = secure ? DONE_COOKIES.secure : DONE_COOKIES.plain;

/** Tells the answer to a sign-out from all others, once: it clears what the browser holds of the pages. */
export const SIGNED_OUT_COOKIE = secure ? "__Host-amana.signed-out" : "amana.signed-out";

export const COOKIE_OPTIONS = { httpOnly: true, sameSite: "lax" as const, path: "/", secure };
