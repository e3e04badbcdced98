import { createHash, generateKeyPairSync, sign } from "node:crypto";
import { cose, isoCBOR } from "@simplewebauthn/server/helpers";
import { relyingParty } from "@/lib/platform/auth/relying-party";

/** Flags of an authenticator that saw its person and verified them. */
const PRESENT_AND_VERIFIED = 0x05;
/** Flag of authenticator data that carry a new credential. */
const WITH_CREDENTIAL = 0x40;
const AAGUID_BYTES = 16;

/** A passkey of P-256 that registers itself and signs challenges as a device does. */
export function makeDevice() {
  const { publicKey, privateKey } = generateKeyPairSync("ec", { namedCurve: "P-256" });
  const { x = "", y = "" } = publicKey.export({ format: "jwk" });
  const bytes = (part: string) => new Uint8Array(Buffer.from(part, "base64url"));
  const coseKey = new Map<number, number | Uint8Array>([
    [cose.COSEKEYS.kty, cose.COSEKTY.EC2],
    [cose.COSEKEYS.alg, cose.COSEALG.ES256],
    [cose.COSEKEYS.crv, cose.COSECRV.P256],
    [cose.COSEKEYS.x, bytes(x)],
    [cose.COSEKEYS.y, bytes(y)],
  ]);
  let counter = 0;
  const answer = (id: string, challenge: string, { id: host, origin } = relyingParty()) => {
    counter += 1;
    const clientData = Buffer.from(JSON.stringify({ type: "webauthn.get", challenge, origin }));
    const counted = Buffer.alloc(5);
    counted.writeUInt8(PRESENT_AND_VERIFIED);
    counted.writeUInt32BE(counter, 1);
    const authenticatorData = Buffer.concat([createHash("sha256").update(host).digest(), counted]);
    const signed = Buffer.concat([authenticatorData, createHash("sha256").update(clientData).digest()]);
    const response = {
      clientDataJSON: clientData.toString("base64url"),
      authenticatorData: authenticatorData.toString("base64url"),
      signature: sign("sha256", signed, privateKey).toString("base64url"),
    };
    return { id, rawId: id, type: "public-key" as const, response, clientExtensionResults: {} };
  };
  const encodedKey = new Uint8Array(isoCBOR.encode(coseKey));
  const register = (id: string, challenge: string, { id: host, origin } = relyingParty()) => {
    const clientData = Buffer.from(JSON.stringify({ type: "webauthn.create", challenge, origin }));
    const credentialId = Buffer.from(id, "base64url");
    const head = Buffer.alloc(1 + 4 + AAGUID_BYTES + 2);
    head.writeUInt8(PRESENT_AND_VERIFIED | WITH_CREDENTIAL);
    head.writeUInt16BE(credentialId.length, head.length - 2);
    const hostHash = createHash("sha256").update(host).digest();
    const authData = new Uint8Array(Buffer.concat([hostHash, head, credentialId, encodedKey]));
    const attestation = new Map<string, string | Uint8Array | Map<string, never>>([
      ["fmt", "none"],
      ["attStmt", new Map<string, never>()],
      ["authData", authData],
    ]);
    const response = {
      clientDataJSON: clientData.toString("base64url"),
      attestationObject: Buffer.from(isoCBOR.encode(attestation)).toString("base64url"),
      transports: [],
    };
    return { id, rawId: id, type: "public-key" as const, response, clientExtensionResults: {} };
  };
  const spki = publicKey.export({ type: "spki", format: "der" });
  return { coseKey: encodedKey, spki, register, answer };
}
