import { timingSafeEqual } from "node:crypto";
import { generateSecret, generateSync, generateURI } from "otplib";
import { openSteps, TOTP } from "@/lib/domain/account/totp-steps";
import { openSealed, sealText } from "@/lib/platform/secrets/seal";

const PURPOSE = "totp";

/** A new key of 160 bits, sealed: RFC 4226, 4, R6. */
export function makeTotpKey(): Uint8Array<ArrayBuffer> {
  return sealText(PURPOSE, generateSecret({ length: 20 }));
}

/** The key in base 32, for the person to carry into their application. */
export function readTotpKey(sealed: Uint8Array): string {
  return openSealed(PURPOSE, sealed);
}

/** What the square holds: otpauth://totp/… with issuer, account and key. */
export function totpAddress(key: string, issuer: string, account: string): string {
  // A colon parts issuer from account, and may stand in neither.
  return generateURI({ secret: key, issuer: issuer.replaceAll(":", " "), label: account });
}

/** The open step whose code this is, or null: wrong, too old, or used already. */
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
