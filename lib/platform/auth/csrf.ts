import { createHash, randomBytes } from "node:crypto";

/**
 * A double-submit token in next-auth's own form, made before its first route is called, so that a plain form can
 * carry it without JavaScript: the cookie is "token|SHA-256(token ‖ secret)".
 */
export function makeCsrf(
  secret: string,
  cookie: string | undefined,
): { token: string; cookie: string | null } {
  const [known, digest] = cookie?.split("|") ?? [];
  if (known && digest === digestOf(known, secret)) return { token: known, cookie: null };
  const token = randomBytes(32).toString("hex");
  return { token, cookie: `${token}|${digestOf(token, secret)}` };
}

function digestOf(token: string, secret: string): string {
  return createHash("sha256").update(`${token}${secret}`).digest("hex");
}
