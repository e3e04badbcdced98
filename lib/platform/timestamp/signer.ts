import { createHash } from "node:crypto";
import * as asn1js from "asn1js";
import { AlgorithmIdentifier, Certificate, IssuerAndSerialNumber, type SignedData } from "pkijs";

const COMMON_NAME = "2.5.4.3";
const ORGANISATION_NAME = "2.5.4.10";

/** The certificate that the first signature names, of those that came with it. */
export function signerOf({ signerInfos, certificates = [] }: SignedData): Certificate | null {
  const { sid } = signerInfos[0] ?? {};
  if (!(sid instanceof IssuerAndSerialNumber)) return null;
  return (
    certificates.find(
      (certificate): certificate is Certificate =>
        certificate instanceof Certificate &&
        certificate.issuer.isEqual(sid.issuer) &&
        certificate.serialNumber.isEqual(sid.serialNumber),
    ) ?? null
  );
}

/** Names the subject as people do: its common name, then its organisation. */
export function authorityNameOf({ subject }: Certificate): string {
  const valueOf = (type: string) =>
    subject.typesAndValues.find((attribute) => attribute.type === type)?.value.valueBlock.value;
  return [valueOf(COMMON_NAME), valueOf(ORGANISATION_NAME)].filter(Boolean).join(", ");
}

/** Attributes that name the signer's certificate by a digest, RFC 2634 and RFC 5816, and the digest where none is named. */
const CERTIFICATE_DIGESTS = new Map([
  ["1.2.840.113549.1.9.16.2.12", "sha1"],
  ["1.2.840.113549.1.9.16.2.47", "sha256"],
]);
const DIGEST_NAMES = new Map([
  ["2.16.840.1.101.3.4.2.1", "sha256"],
  ["2.16.840.1.101.3.4.2.2", "sha384"],
  ["2.16.840.1.101.3.4.2.3", "sha512"],
]);

/** RFC 3161 section 2.4.1: what is signed names the certificate, so that no other is put in its place. */
export function isNamedBySignature({ signerInfos }: SignedData, certificate: Certificate): boolean {
  const attributes = signerInfos[0]?.signedAttrs?.attributes ?? [];
  const der = Buffer.from(certificate.toSchema().toBER());
  const named = attributes.flatMap(({ type, values }) => {
    const usual = CERTIFICATE_DIGESTS.get(type);
    return usual === undefined ? [] : [{ usual, id: firstCertificateId(values[0]) }];
  });
  return named.length > 0 && named.every(({ usual, id }) => id !== null && isDigestOf(der, id, usual));
}

/** The fields of the first ESSCertID of a SigningCertificate, or null. */
function firstCertificateId(value: unknown): unknown[] | null {
  const [list] = fieldsOf(value);
  const [id] = fieldsOf(list);
  return id instanceof asn1js.Sequence ? fieldsOf(id) : null;
}

function fieldsOf(value: unknown): unknown[] {
  return value instanceof asn1js.Sequence ? value.valueBlock.value : [];
}

function isDigestOf(der: Uint8Array, id: readonly unknown[], usual: string): boolean {
  const [first] = id;
  const algorithm = first instanceof asn1js.Sequence ? new AlgorithmIdentifier({ schema: first }) : null;
  const name = algorithm ? DIGEST_NAMES.get(algorithm.algorithmId) : usual;
  const digest = algorithm ? id[1] : first;
  if (name === undefined || !(digest instanceof asn1js.OctetString)) return false;
  return createHash(name).update(der).digest().equals(Buffer.from(digest.valueBlock.valueHexView));
}
