import { createHash, sign, type KeyObject } from "node:crypto";

export const MANIFEST_FORMAT = "amana-dossier-1";

export type ManifestFile = { path: string; size: number; sha256: string };

/** Public key of the organisation; `until` is null while it signs. */
export type ManifestKey = {
  id: string;
  /** SHA-256 of the key as SPKI, 64 hex digits. */
  fingerprint: string;
  /** SPKI in base64. */
  publicKey: string;
  from: string;
  until: string | null;
};

/** Decision that a contact signed by its own passkey; bytes in base64. */
export type ManifestSignature = {
  /** Reference of the request that was decided: "A-001". */
  reference: string;
  /** Canonical text of what was shown and decided, whose SHA-256 the passkey signed. */
  statement: string;
  /** SPKI. */
  publicKey: string;
  clientData: string;
  authenticatorData: string;
  signature: string;
  /** Host to which the passkey is bound. */
  relyingParty: string;
  registeredAt: string;
  signedAt: string;
};

/** Statement about a dossier, besides its files. */
export type ManifestHead = {
  dossier: string;
  organisation: string;
  /** ISO instant of the snapshot. */
  madeAt: string;
  /** Day whose end the dossier shows, and that end as an instant. */
  asOf: string;
  asOfInstant: string;
  language: string;
  audience: string;
  /** Names of the controllers, or "all". */
  controllers: readonly string[] | "all";
  sections: readonly string[];
  versions: Readonly<Record<string, string>>;
  /**
   * Lines, by their section, that are made of rows which did not agree with the journal when it was made; sections in which
   * all agreed are left out. Manifests of earlier versions do not say it.
   */
  disputed?: Readonly<Record<string, readonly string[]>>;
  /** `extract` is the path of the chain, null where the journal was not chosen. */
  journal: { chain: string; head: { seq: number; hash: string }; extract: string | null };
  key: Pick<ManifestKey, "id" | "fingerprint" | "publicKey">;
  keys: readonly ManifestKey[];
  /** Signed decisions with the file that shows their requests; null where those were not chosen. */
  decisions: { data: string; signatures: readonly ManifestSignature[] } | null;
};

/** Formats the manifest with one file per line, so that a person finds a file by a search. */
export function manifestText(head: ManifestHead, files: readonly ManifestFile[]): string {
  return `${JSON.stringify({ format: MANIFEST_FORMAT, ...head, files }, null, 1)}\n`;
}

/** Raw signature of 64 bytes, as `openssl pkeyutl -verify -rawin` reads it. */
export function signManifest(text: string, privateKey: KeyObject): Uint8Array {
  return sign(null, Buffer.from(text), privateKey);
}

/** Fingerprint of a public key: SHA-256 of its SPKI form, 64 hex digits. */
export function keyFingerprint(publicKey: string): string {
  return createHash("sha256").update(Buffer.from(publicKey, "base64")).digest("hex");
}

/** Public key in PEM, with the line ends of OpenSSL. */
export function keyPem(publicKey: string): string {
  const lines = publicKey.match(/.{1,64}/g) ?? [];
  return `-----BEGIN PUBLIC KEY-----\n${lines.join("\n")}\n-----END PUBLIC KEY-----\n`;
}
