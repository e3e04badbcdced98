import { generateKeyPairSync } from "node:crypto";
import { dkimSign } from "mailauth/lib/dkim/sign";
import type { Resolver } from "./signature";

export type Signing = {
  domain: string;
  from: string;
  /** Message-ID of the letter that it answers. */
  answers?: string;
  text?: string;
  /** Octets of the body that the signature covers; the whole where it is left out. */
  length?: number;
};

const SELECTOR = "s1";
const { privateKey, publicKey } = generateKeyPairSync("rsa", { modulusLength: 2048 });
const PRIVATE_KEY = privateKey.export({ type: "pkcs8", format: "pem" }).toString();
const KEY = publicKey.export({ type: "spki", format: "der" }).toString("base64");

/** DNS of the test's own: each domain publishes the one key. */
export const resolver: Resolver = (name) =>
  name.startsWith(`${SELECTOR}._domainkey.`)
    ? Promise.resolve([[`v=DKIM1; k=rsa; p=${KEY}`]])
    : Promise.reject(Object.assign(new Error("no record"), { code: "ENOTFOUND" }));

/** A message of an author, signed by a domain. */
export async function signedMail({ domain, from, answers, text = "C'est bien moi.", length }: Signing) {
  const lines = [
    `From: Claire <${from}>`,
    "To: registre@centre.example",
    "Subject: Re: votre accès",
    "Date: Tue, 01 Dec 2026 09:00:00 +0100",
    `Message-ID: <answer-${from}>`,
    ...(answers ? [`In-Reply-To: ${answers}`] : []),
    "",
    text,
    "",
  ];
  const message = lines.join("\r\n");
  const key = { signingDomain: domain, selector: SELECTOR, privateKey: PRIVATE_KEY };
  const bounded = length === undefined ? key : { ...key, maxBodyLength: length };
  const { signatures, errors } = await dkimSign(message, { ...key, signatureData: [bounded] });
  if (errors.length > 0) throw new Error("The message of the test could not be signed.");
  return Buffer.from(`${signatures}${message}`);
}
