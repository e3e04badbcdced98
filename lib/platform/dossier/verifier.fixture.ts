import { generateKeyPairSync, createHash, type KeyObject } from "node:crypto";
import { spawnSync } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { canonicalText } from "@/lib/domain/journal/canonical";
import { chain, digestEntry, digestHeader, genesis, type Sha256 } from "@/lib/domain/journal/seal";
import { headLine, signHead } from "@/lib/platform/journal/published-head";
import { writeDossier, type DossierPart } from "./archive";
import { keyFingerprint, type ManifestHead } from "./manifest";
import { temporaryFolder } from "@/scripts/test/temporary-folder";

export const CHAIN = "0190a000-0000-7000-8000-000000000001";
const sha256: Sha256 = (bytes) => new Uint8Array(createHash("sha256").update(bytes).digest());
const hex = (bytes: Uint8Array) => Buffer.from(bytes).toString("hex");

export type Key = { publicKey: string; privateKey: KeyObject; fingerprint: string };

export function makeKey(): Key {
  const pair = generateKeyPairSync("ed25519");
  const publicKey = pair.publicKey.export({ format: "der", type: "spki" }).toString("base64");
  return { publicKey, privateKey: pair.privateKey, fingerprint: keyFingerprint(publicKey) };
}

/** Journal of `count` entries as an extract, every third with its text, every other by its digest alone. */
export function makeJournal(count: number, say: (seq: number) => string = (seq) => `saved ${seq}`) {
  let h: Uint8Array<ArrayBuffer> = genesis(sha256, CHAIN);
  const heads = [{ seq: 0, hash: hex(h) }];
  const lines = Array.from({ length: count }, (_, index) => {
    const seq = index + 1;
    const salt = Buffer.alloc(16, seq);
    const text = canonicalText({
      v: 1,
      event: "record.updated",
      at: "2026-11-27T10:00:00.000Z",
      reason: say(seq),
      subject: { noun: "processing-record", id: null },
    });
    const commitment = digestEntry(sha256, salt, text);
    const header = {
      event: "record.updated",
      noun: "processing-record",
      recordedAt: 1_795_000_000_000 + seq,
    };
    const rows = { count: 0, digest: null };
    const d = digestHeader(sha256, { chainId: CHAIN, seq, ...header, rows, commitment });
    h = chain(sha256, h, d);
    heads.push({ seq, hash: hex(h) });
    const shown = { v: 2, at: header.recordedAt, event: header.event, noun: header.noun, rows };
    const opened = { ...shown, commitment: hex(commitment), salt: hex(salt), text };
    return JSON.stringify({ seq, d: hex(d), ...(seq % 3 === 0 ? opened : {}) });
  });
  return { text: `${lines.join("\n")}\n`, heads };
}

/** Line of a published head, as a day's file holds it. */
export function makeHeadLine(
  day: string,
  { seq, hash }: { seq: number; hash: string },
  key: Key,
  of: string = CHAIN,
): string {
  const document = {
    v: 1 as const,
    issuer: { name: "Centre", address: "https://amana.example" },
    chain: of,
    day,
    at: `${day}T22:59:00.000Z`,
    seq,
    hash,
    platform: null,
    key: { id: "0190a000-0000-7000-8000-00000000000a", publicKey: key.publicKey },
  };
  return `${headLine(signHead(document, key.privateKey))}\n`;
}

type Made = { parts?: Record<string, string>; key: Key; journal?: ReturnType<typeof makeJournal> } & Partial<
  Pick<ManifestHead, "decisions">
>;

export const FILES = {
  "README.txt": "How to verify.\n",
  "01-register/register.csv": "reference;state\r\nT-001;active\r\n",
  "02-clauses/clauses.json": '{"clauses":[]}\n',
};

/** Whole zip of a small dossier. */
export async function makeDossier({
  parts = FILES,
  key,
  journal = makeJournal(7),
  decisions = null,
}: Made): Promise<Buffer> {
  const all = { ...parts, "90-journal/journal.jsonl": journal.text };
  const { publicKey, fingerprint } = key;
  const own = { id: "0190a000-0000-7000-8000-00000000000a", publicKey, fingerprint };
  const head: ManifestHead = {
    dossier: "0190a000-0000-7000-8000-0000000000dd",
    organisation: "Centre",
    madeAt: "2026-11-28T10:00:00.000Z",
    asOf: "2026-11-27",
    asOfInstant: "2026-11-28T00:00:00.000Z",
    language: "fr",
    audience: "authority",
    controllers: "all",
    sections: ["register"],
    versions: { amana: "1" },
    journal: { chain: CHAIN, head: journal.heads.at(-1)!, extract: "90-journal/journal.jsonl" },
    key: own,
    keys: [{ ...own, from: "2026-01-01T00:00:00.000Z", until: null }],
    decisions,
  };
  const sources: DossierPart[] = Object.entries(all).map(([path, text]) => ({
    path,
    content: async function* () {
      yield text;
    },
  }));
  const pieces: Uint8Array[] = [];
  const quiet = { onPart: () => undefined, onSealed: () => undefined };
  for await (const piece of writeDossier(sources, { head, privateKey: key.privateKey }, quiet))
    pieces.push(piece);
  return Buffer.concat(pieces);
}

export const tempFolder = () => temporaryFolder("dossier");

/** Writes files below a new folder. */
export function writeFolder(files: ReadonlyMap<string, Uint8Array>): string {
  const root = tempFolder();
  for (const [path, bytes] of files) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), bytes);
  }
  return root;
}

/** Runs the verifier as its reader would, by plain Node. */
export function verify(...words: string[]): { status: number | null; out: string } {
  const run = spawnSync(process.execPath, ["lib/platform/dossier/verify.mjs", ...words], {
    encoding: "utf8",
  });
  return { status: run.status, out: run.stdout + run.stderr };
}
