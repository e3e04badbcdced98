import { timingSafeEqual } from "node:crypto";
import { generateSecret, generateSync, generateURI } from "otplib";
import { openSteps, TOTP } from "@/lib/domain/account/totp-steps";
import { openSealed, sealText } from "@/lib/platform/secrets/seal";

const PURPOSE = "totp";

/** 160 bits, sealed: RFC 4226, section 4, R6. */
export function makeTotpKey(): Uint8Array<ArrayBuffer> {
  return sealText(PURPOSE, generateSecret({ length: 20 }));
}

/** Base 32, for manual entry. */
export function readTotpKey(sealed: Uint8Array): string {
  return openSealed(PURPOSE, sealed);
}

/** Format: otpauth://totp/… with issuer, account and key. */
export function totpAddress(key: string, issuer: string, account: string): string {
  // A colon separates issuer and account, so the issuer may contain none.
  return generateURI({ secret: key, issuer: issuer.replaceAll(":", " "), label: account });
}

/** Null for a wrong, expired or used code. */
export function stepOfCode(
  code: string,
  { key, lastStep, now }: { key: string; lastStep: number | null; now: Date },
): number | null {
  const typed = Buffer.from(code);
  if (typed.length !== TOTP.digits) return null;
  const isRight = (step: number) => timingSafeEqual(Buffer.from(codeOfStep(key, step)), typed);
  return openSteps(now, lastStep).find(isRight) ?? null;
}

function codeOfStep(key: string, step: number): string {
  return generateSync({ secret: key, epoch: step * TOTP.stepS, period: TOTP.stepS, digits: TOTP.digits });
}
