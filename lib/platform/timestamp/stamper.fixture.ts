import { createHash, webcrypto } from "node:crypto";
import * as asn1js from "asn1js";
import {
  Attribute,
  AttributeTypeAndValue,
  Certificate,
  ContentInfo,
  EncapsulatedContentInfo,
  Extension,
  ExtKeyUsage,
  IssuerAndSerialNumber,
  PKIStatusInfo,
  SignedAndUnsignedAttributes,
  SignedData,
  SignerInfo,
  TimeStampReq,
  TimeStampResp,
  TSTInfo,
} from "pkijs";
import { bufferOf } from "./time-stamp";

const TST_INFO = "1.2.840.113549.1.9.16.1.4";
const SIGNING_CERTIFICATE_V2 = "1.2.840.113549.1.9.16.2.47";
const YEAR_MS = 365 * 86_400_000;

type Wanted = { purposes?: readonly string[]; isCritical?: boolean };

/** An authority of time stamps of the tests' own, whose certificate it signed itself. */
export async function makeStamper({ purposes = ["1.3.6.1.5.5.7.3.8"], isCritical = true }: Wanted = {}) {
  const keys = await webcrypto.subtle.generateKey({ name: "ECDSA", namedCurve: "P-256" }, true, [
    "sign",
    "verify",
  ]);
  const certificate = new Certificate();
  certificate.version = 2;
  certificate.serialNumber = new asn1js.Integer({ value: 7 });
  for (const [type, value] of [
    ["2.5.4.3", "Stamps of the tests"],
    ["2.5.4.10", "Example"],
  ] as const)
    for (const name of [certificate.subject, certificate.issuer])
      name.typesAndValues.push(new AttributeTypeAndValue({ type, value: new asn1js.Utf8String({ value }) }));
  certificate.notBefore.value = new Date(Date.now() - YEAR_MS);
  certificate.notAfter.value = new Date(Date.now() + YEAR_MS);
  const usage = new ExtKeyUsage({ keyPurposes: [...purposes] }).toSchema().toBER();
  certificate.extensions = [new Extension({ extnID: "2.5.29.37", critical: isCritical, extnValue: usage })];
  await certificate.subjectPublicKeyInfo.importKey(keys.publicKey);
  await certificate.sign(keys.privateKey, "SHA-256");

  /** Answers a request in DER; `at` is the instant that the stamp states. */
  const answer = async (request: Uint8Array, at = new Date()): Promise<Uint8Array> => {
    const { messageImprint, nonce } = TimeStampReq.fromBER(bufferOf(request));
    const info = new TSTInfo({
      version: 1,
      policy: "1.2.3.4.1",
      messageImprint,
      serialNumber: new asn1js.Integer({ value: 42 }),
      genTime: at,
      nonce,
    })
      .toSchema()
      .toBER();
    const signed = new SignedData({
      version: 3,
      encapContentInfo: new EncapsulatedContentInfo({
        eContentType: TST_INFO,
        eContent: new asn1js.OctetString({ valueHex: info }),
      }),
      signerInfos: [
        new SignerInfo({
          version: 1,
          sid: new IssuerAndSerialNumber({
            issuer: certificate.issuer,
            serialNumber: certificate.serialNumber,
          }),
          signedAttrs: new SignedAndUnsignedAttributes({
            type: 0,
            attributes: attributesOf(info, certificate),
          }),
        }),
      ],
      certificates: [certificate],
    });
    await signed.sign(keys.privateKey, 0, "SHA-256");
    const token = new ContentInfo({
      contentType: ContentInfo.SIGNED_DATA,
      content: signed.toSchema(true),
    });
    const response = new TimeStampResp({ status: new PKIStatusInfo({ status: 0 }), timeStampToken: token });
    return new Uint8Array(response.toSchema().toBER());
  };

  return { answer, certificate: Buffer.from(certificate.toSchema(true).toBER()) };
}

/** Attributes that are signed: type and digest of the content, and the certificate (RFC 5816). */
function attributesOf(info: ArrayBuffer, certificate: Certificate): Attribute[] {
  const digest = (bytes: ArrayBuffer) =>
    new asn1js.OctetString({ valueHex: bufferOf(createHash("sha256").update(Buffer.from(bytes)).digest()) });
  const ofCertificate = new asn1js.Sequence({ value: [digest(certificate.toSchema(true).toBER())] });
  return [
    new Attribute({
      type: "1.2.840.113549.1.9.3",
      values: [new asn1js.ObjectIdentifier({ value: TST_INFO })],
    }),
    new Attribute({ type: "1.2.840.113549.1.9.4", values: [digest(info)] }),
    new Attribute({
      type: SIGNING_CERTIFICATE_V2,
      values: [new asn1js.Sequence({ value: [new asn1js.Sequence({ value: [ofCertificate] })] })],
    }),
  ];
}

/** Answers that nothing is stamped: PKIStatus 2, rejection. */
export function rejection(): Uint8Array {
  const response = new TimeStampResp({ status: new PKIStatusInfo({ status: 2 }) });
  return new Uint8Array(response.toSchema().toBER());
}
