import { createHash } from "node:crypto";
import { expect, it, vi } from "vitest";
import { canonicalText } from "@/lib/domain/journal/canonical";
import { makeDevice } from "@/prisma/factories/device";
import type { ManifestSignature } from "./manifest";
import { FILES, makeDossier, makeKey, verify } from "./verifier.fixture";
import { fileOf } from "./verify.fixture";

vi.setConfig({ testTimeout: 120_000 });

const key = makeKey();
const DATA = "06-authorisations/authorisations.json";
const HOST = { id: "amana.example", origin: "https://amana.example" };
const [textDigest, listDigest] = ["a".repeat(64), "b".repeat(64)];
const ROW = {
  reference: "A-001",
  textDigest,
  listDigest,
  facts: [{ event: "submit" }, { event: "approve" }],
};

const statementOf = (changes: { textDigest?: string; event?: string } = {}) =>
  canonicalText({
    form: "amana-decision-1",
    request: { reference: "A-001", textDigest: changes.textDigest ?? textDigest, listDigest },
    decision: { event: changes.event ?? "approve", signatory: "Claire Orvelle" },
  });

function signed(statement = statementOf(), device = makeDevice()): ManifestSignature {
  const challenge = createHash("sha256").update(statement).digest("base64url");
  const { response } = device.answer("AA", challenge, { ...HOST, name: "Amana" });
  const base64 = (text: string) => Buffer.from(text, "base64url").toString("base64");
  return {
    reference: "A-001",
    statement,
    relyingParty: HOST.id,
    publicKey: device.spki.toString("base64"),
    clientData: base64(response.clientDataJSON),
    authenticatorData: base64(response.authenticatorData),
    signature: base64(response.signature),
    registeredAt: "2026-11-20T10:00:00.000Z",
    signedAt: "2026-11-21T10:00:00.000Z",
  };
}

async function check(signature: ManifestSignature, row: object = ROW) {
  const parts = { ...FILES, [DATA]: JSON.stringify({ rows: [row] }) };
  const decisions = { data: DATA, signatures: [signature] };
  const zip = await makeDossier({ key, parts, decisions });
  return verify(fileOf("dossier.zip", zip), "--key", key.fingerprint);
}

it("finds a decision whole that a passkey signed, and names the fingerprint of its key", async () => {
  const device = makeDevice();
  const { status, out } = await check(signed(statementOf(), device));
  expect(out).toContain(createHash("sha256").update(device.spki).digest("hex"));
  expect(out).toContain("RESULT whole");
  expect(status).toBe(0);
});

const flipped = (text: string) => {
  const bytes = Buffer.from(text, "base64");
  bytes[bytes.length - 1]! ^= 1;
  return bytes.toString("base64");
};

it.each<[string, () => [ManifestSignature, object?], string]>([
  [
    "another signature",
    () => [{ ...signed(), signature: flipped(signed().signature) }],
    "not what its passkey",
  ],
  ["another key", () => [{ ...signed(), publicKey: makeDevice().spki.toString("base64") }], "not what its"],
  [
    "another statement",
    () => [{ ...signed(), statement: statementOf({ event: "refuse" }) }],
    "another statement",
  ],
  ["another host", () => [{ ...signed(), relyingParty: "autre.example" }], "another host"],
  ["no verification", () => [withFlags(signed(), 1)], "verified nobody"],
  [
    "a text that is not shown",
    () => [signed(statementOf({ textDigest: "c".repeat(64) }))],
    "another text or list",
  ],
  ["a decision that is not shown", () => [signed(statementOf({ event: "refuse" }))], "another decision"],
  ["a request that is not shown", () => [signed(), { ...ROW, reference: "A-002" }], "does not show"],
])("finds %s", async (_, forge, why) => {
  const { status, out } = await check(...forge());
  expect(out).toMatch(new RegExp(`FAIL {2}decision .*${why}`));
  expect(status).toBe(1);
});

const COMPLETION = {
  letter: "l",
  certificate: "AD-1",
  state: "bounced",
  completedAt: "2026-11-22T10:00:00.000Z",
};
const completed = (changes: object, state = "bounced") => ({
  ...ROW,
  facts: ROW.facts.map((fact) => ({ ...fact, recordedAt: "2026-11-21T10:00:00.000Z" })),
  letters: [{ letter: "l", certificate: "AD-1", state }],
  completions: [{ ...COMPLETION, ...changes }],
});

it("reads what completes a certificate, as a letter that waits again", async () => {
  for (const state of ["bounced", "queued"]) {
    const { status, out } = await check(signed(), completed({}, state));
    expect(out).toContain("1 statements complete certificates");
    expect(status).toBe(0);
  }
});

it.each([
  ["another state than the letter's", { state: "delivered" }, "of a letter that is bounced"],
  ["another certificate's letter", { certificate: "AD-2" }, "not its own"],
  ["an instant before the decision", { completedAt: "2026-11-20T10:00:00.000Z" }, "before its request"],
])("finds a completion of %s", async (_, changes, why) => {
  const { status, out } = await check(signed(), completed(changes));
  expect(out).toMatch(new RegExp(`FAIL {2}completion .*${why}`));
  expect(status).toBe(1);
});

const OBJECTION = {
  signatoryAddress: "claire@orvelle.example",
  means: "portal",
  at: "2026-11-22T10:00:00.000Z",
  ended: null,
};
const objected = (changes: object, conditions: object[] = [], state = "approved") => ({
  ...ROW,
  state,
  facts: [{ event: "submit" }, { event: "approve", signatoryAddress: OBJECTION.signatoryAddress }],
  conditions,
  objections: [{ ...OBJECTION, ...changes }],
});
const settled = { ended: { source: "Courrier", by: "Nadia", at: "2026-11-23T10:00:00.000Z" } };

it.each([
  ["while its approval waits", objected({}, [{ text: "x", metAt: null }]), 1],
  ["that ended", objected(settled), 0],
  ["by mail, which holds nothing", objected({ means: "mail" }), 0],
  ["of what was taken back", objected({}, [], "revoked"), 1],
  ["to another signatory", objected({ signatoryAddress: "luc@orvelle.example" }), 1],
])("reads an objection %s", async (_, row, open) => {
  const { status, out } = await check(signed(), row);
  expect(out).toContain(`1 objections to signatories are shown in ${DATA}; ${open} have not ended`);
  expect(status).toBe(0);
});

it.each([
  ["that an approval does not wait for", objected({}, [{ text: "x", metAt: "2026-11-23" }]), "cover its use"],
  [
    "that ends before it was made",
    objected({ ended: { ...settled.ended, at: "2026-11-21" } }),
    "before it was",
  ],
])("finds an objection %s", async (_, row, why) => {
  const { status, out } = await check(signed(), row);
  expect(out).toMatch(new RegExp(`FAIL {2}objection .*${why}`));
  expect(status).toBe(1);
});

function withFlags(one: ManifestSignature, flags: number): ManifestSignature {
  const data = Buffer.from(one.authenticatorData, "base64");
  data[32] = flags;
  return { ...one, authenticatorData: data.toString("base64") };
}

const INSTRUCTIONS = "04-instructions/instructions.json";

/** Checks an instruction that a passkey signed, shown with a text. */
async function checkInstruction(text: string) {
  const statement = canonicalText({
    form: "amana-instruction-1",
    act: "give",
    instruction: { text: "Effacez." },
  });
  const { reference: _reference, ...signature } = signed(statement);
  const row = { number: "ORV-2026-001", text, signatures: [signature] };
  const parts = { ...FILES, [INSTRUCTIONS]: JSON.stringify({ rows: [row] }) };
  const zip = await makeDossier({ key, parts });
  return verify(fileOf("dossier.zip", zip), "--key", key.fingerprint);
}

it("reads an instruction that a passkey signed, and finds one whose text is another", async () => {
  const whole = await checkInstruction("Effacez.");
  expect(whole.out).toContain("ORV-2026-001 is signed by a passkey");
  expect(whole.status).toBe(0);
  const { out, status } = await checkInstruction("Conservez.");
  expect(out).toMatch(/FAIL {2}signed-line .*another text/);
  expect(status).toBe(1);
});

it("finds an answer by mail that is not the one which its line names", async () => {
  const messageDigest = createHash("sha256").update("Oui.").digest("hex");
  const row = {
    ...ROW,
    facts: [...ROW.facts, { event: "approve", signatoryProof: { means: "signed-mail", messageDigest } }],
  };
  const verified = async (text: string) => {
    const parts = {
      ...FILES,
      [DATA]: JSON.stringify({ rows: [row] }),
      [`06-authorisations/proofs/${messageDigest}.eml`]: text,
    };
    const zip = await makeDossier({ key, parts, decisions: { data: DATA, signatures: [] } });
    return verify(fileOf("dossier.zip", zip), "--key", key.fingerprint);
  };
  expect((await verified("Oui.")).out).toContain("is the answer that proved an address");
  expect((await verified("Non.")).out).toMatch(/FAIL {2}proof .*not the answer/);
});
