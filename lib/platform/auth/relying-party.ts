import { isIP } from "node:net";
import { env } from "@/lib/platform/environment/env";

/** Passkeys are bound to the host's name (WebAuthn's RP ID) and to the whole origin of use. */
export function relyingParty(): { id: string; origin: string; name: string } {
  const url = new URL(env().AMANA_URL);
  return { id: url.hostname, origin: url.origin, name: "Amana" };
}

/** Browsers give passkeys to a host with a name, over https or on the machine itself; never to a bare address. */
export function arePasskeysPossible(): boolean {
  const url = new URL(env().AMANA_URL);
  if (isIP(url.hostname.replace(/^\[|\]$/g, ""))) return false;
  return url.protocol === "https:" || url.hostname === "localhost" || url.hostname.endsWith(".localhost");
}
