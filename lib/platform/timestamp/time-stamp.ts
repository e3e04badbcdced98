import { createHash, randomBytes } from "node:crypto";
import * as asn1js from "asn1js";
import {
  AlgorithmIdentifier,
  type Certificate,
  ContentInfo,
  ExtKeyUsage,
  MessageImprint,
  SignedData,
  TimeStampReq,
  TimeStampResp,
  TSTInfo,
} from "pkijs";
import { authorityNameOf, isNamedBySignature, signerOf } from "./signer";

/** `nonce`: a fresh number of eight bytes in hexadecimal, which the answer must repeat. */
type StampRequest = { bytes: Uint8Array; nonce: string };

/** `authority` is the subject of the certificate that signed, `imprint` the SHA-256 of the text, in hexadecimal. */
export type Stamp = { at: Date; authority: string; imprint: string; serial: string };

/** Reasons why an answer proves nothing of a text. */
export const STAMP_FAULTS = [
  "unreadable",
  // Says that the authority stamps nothing.
  "refused",
  // Stamps another text.
  "imprint-differs",
  // Answers another request.
  "nonce-differs",
  // No certificate of the answer is the signer's, or it is not one for time stamps, or not of that instant.
  "certificate-unfit",
  "signature-invalid",
] as const;
export type StampFault = (typeof STAMP_FAULTS)[number];

export type VerifiedStamp = { isValid: true; stamp: Stamp } | { isValid: false; fault: StampFault };

const SHA_256 = "2.16.840.1.101.3.4.2.1";
const TST_INFO = "1.2.840.113549.1.9.16.1.4";
const EXTENDED_KEY_USAGE = "2.5.29.37";
const TIME_STAMPING = "1.3.6.1.5.5.7.3.8";
/** PKIStatus: granted, and granted with modifications. */
const GRANTED: readonly number[] = [0, 1];

/** Makes a TimeStampReq in DER over the SHA-256 of a text, RFC 3161 section 2.4.1. It asks for the certificate too. */
export function buildStampRequest(text: string): StampRequest {
  // A leading zero bit keeps the number positive and its length fixed.
  const nonce = randomBytes(8);
  nonce[0] = (nonce[0] ?? 0) | 0x40;
  nonce[0] &= 0x7f;
  const request = new TimeStampReq({
    version: 1,
    messageImprint: new MessageImprint({
      hashAlgorithm: new AlgorithmIdentifier({ algorithmId: SHA_256, algorithmParams: new asn1js.Null() }),
      hashedMessage: new asn1js.OctetString({ valueHex: bufferOf(digestOf(text)) }),
    }),
    nonce: new asn1js.Integer({ valueHex: bufferOf(nonce) }),
    certReq: true,
  });
  return { bytes: new Uint8Array(request.toSchema().toBER()), nonce: nonce.toString("hex") };
}

/**
 * Verifies a TimeStampResp in DER over a text: imprint, purpose and term of the certificate that it holds, signature, and the
 * nonce where the request is known. Whether that certificate leads to a trusted root is not asked: roots are the reader's.
 */
export async function verifyStamp(answer: Uint8Array, text: string, nonce?: string): Promise<VerifiedStamp> {
  const read = readAnswer(answer);
  if (typeof read === "string") return { isValid: false, fault: read };
  const { signed, info } = read;
  const imprint = hexOf(info.messageImprint.hashedMessage.valueBlock.valueHexView);
  if (info.messageImprint.hashAlgorithm.algorithmId !== SHA_256 || imprint !== hexOf(digestOf(text)))
    return { isValid: false, fault: "imprint-differs" };
  if (nonce !== undefined && nonceOf(info) !== nonce) return { isValid: false, fault: "nonce-differs" };
  const signer = signerOf(signed);
  if (!signer || !isForTimeStamps(signer) || !isOfTerm(signer, info.genTime))
    return { isValid: false, fault: "certificate-unfit" };
  if (!isNamedBySignature(signed, signer) || !(await isSigned(signed, text)))
    return { isValid: false, fault: "signature-invalid" };
  const serial = hexOf(info.serialNumber.valueBlock.valueHexView);
  return { isValid: true, stamp: { at: info.genTime, authority: authorityNameOf(signer), imprint, serial } };
}

function readAnswer(answer: Uint8Array): { signed: SignedData; info: TSTInfo } | StampFault {
  try {
    const { status, timeStampToken: token } = TimeStampResp.fromBER(bufferOf(answer));
    if (!GRANTED.includes(status.status)) return "refused";
    if (token?.contentType !== ContentInfo.SIGNED_DATA) return "unreadable";
    const signed = new SignedData({ schema: token.content });
    const { eContent, eContentType } = signed.encapContentInfo;
    if (eContentType !== TST_INFO || !eContent) return "unreadable";
    return { signed, info: TSTInfo.fromBER(eContent.getValue()) };
  } catch {
    return "unreadable";
  }
}

async function isSigned(signed: SignedData, text: string): Promise<boolean> {
  try {
    return await signed.verify({ signer: 0, data: bufferOf(new TextEncoder().encode(text)) });
  } catch {
    return false;
  }
}

/** RFC 3161 section 2.3: the one purpose of the key is time stamping, and the extension that says so is critical. */
function isForTimeStamps({ extensions = [] }: Certificate): boolean {
  const usage = extensions.find(({ extnID }) => extnID === EXTENDED_KEY_USAGE);
  if (!usage?.critical || !(usage.parsedValue instanceof ExtKeyUsage)) return false;
  const { keyPurposes } = usage.parsedValue;
  return keyPurposes.length === 1 && keyPurposes[0] === TIME_STAMPING;
}

function isOfTerm({ notBefore, notAfter }: Certificate, at: Date): boolean {
  return at >= notBefore.value && at <= notAfter.value;
}

function nonceOf({ nonce }: TSTInfo): string | null {
  return nonce ? hexOf(nonce.valueBlock.valueHexView) : null;
}

function digestOf(text: string): Uint8Array {
  return createHash("sha256").update(text).digest();
}

/** Copies bytes into a buffer of their own length, as the library reads them. */
export function bufferOf(bytes: Uint8Array): ArrayBuffer {
  return Uint8Array.from(bytes).buffer;
}

function hexOf(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString("hex");
}
