import { createPublicKey, type JsonWebKey } from "node:crypto";
import { cose, decodeCredentialPublicKey } from "@simplewebauthn/server/helpers";

/**
 * Algorithms of the passkeys that a registration admits, the most wanted first. Named, for the library offers others where the
 * runtime has them (ML-DSA from Node 24), which neither an older one nor the verifier of a dossier can check.
 */
export const PASSKEY_ALGORITHMS = [cose.COSEALG.EdDSA, cose.COSEALG.ES256, cose.COSEALG.RS256];

/**
 * Public key of a passkey as SPKI, which programs read that know nothing of WebAuthn. Its three kinds are those of
 * `PASSKEY_ALGORITHMS`: P-256, Ed25519 and RSA. Throws for another.
 */
export function spkiOf(coseKey: Uint8Array): Uint8Array<ArrayBuffer> {
  const key = createPublicKey({ key: webKeyOf(coseKey), format: "jwk" });
  return new Uint8Array(key.export({ type: "spki", format: "der" }));
}

function webKeyOf(coseKey: Uint8Array): JsonWebKey {
  const decoded = decodeCredentialPublicKey(new Uint8Array(coseKey));
  if (cose.isCOSEPublicKeyEC2(decoded))
    return {
      kty: "EC",
      crv: "P-256",
      x: textOf(decoded.get(cose.COSEKEYS.x)),
      y: textOf(decoded.get(cose.COSEKEYS.y)),
    };
  if (cose.isCOSEPublicKeyOKP(decoded))
    return { kty: "OKP", crv: "Ed25519", x: textOf(decoded.get(cose.COSEKEYS.x)) };
  if (cose.isCOSEPublicKeyRSA(decoded))
    return { kty: "RSA", n: textOf(decoded.get(cose.COSEKEYS.n)), e: textOf(decoded.get(cose.COSEKEYS.e)) };
  throw new Error("a passkey of an unknown kind");
}

function textOf(part: Uint8Array | undefined): string {
  return Buffer.from(part ?? []).toString("base64url");
}
