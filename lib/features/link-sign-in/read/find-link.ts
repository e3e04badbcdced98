import { timingSafeEqual } from "crypto";
import { authClient } from "@/lib/platform/database/clients";
import { openSealed } from "@/lib/platform/secrets/seal";
import { hashToken } from "@/lib/platform/secrets/token";
import { LINK_LIMITS } from "@/lib/features/link-sign-in/schema";

export type Link = {
  id: string;
  email: string;
  tokenHash: Uint8Array;
  sealedToken: Uint8Array;
  sealedCode: Uint8Array;
};

/** Unused link of this browser. */
export function findLink(browser: string, now: Date): Promise<Link | null> {
  return authClient().signInLink.findFirst({
    where: {
      browserHash: hashToken(browser),
      usedAt: null,
      expiresAt: { gt: now },
      tries: { lt: LINK_LIMITS.tries },
    },
    select: { id: true, email: true, tokenHash: true, sealedToken: true, sealedCode: true },
  });
}

export function isItsToken(link: Link, token: string): boolean {
  return token !== "" && timingSafeEqual(link.tokenHash, hashToken(token));
}

/** Ignores spaces and accepts Arabic digits. */
export function isItsCode(link: Link, typed: string): boolean {
  const code = typed
    .replace(/[\s\u200e\u200f]/g, "")
    .replace(/[\u0660-\u0669]/g, (digit) => String(digit.charCodeAt(0) - 0x660));
  const asked = openSealed("sign-in-code", link.sealedCode);
  return code.length === asked.length && timingSafeEqual(Buffer.from(code), Buffer.from(asked));
}
