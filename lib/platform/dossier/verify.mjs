#!/usr/bin/env node
/**
 * Verifies a dossier of Amana, and the published heads of a journal, with Node alone.
 *
 *   node verify.mjs [dossier.zip or folder] [--key FINGERPRINT or KEY.PEM] [--heads FILE or FOLDER]
 *
 * The dossier is a zip or the folder it was unpacked into; without one, the folder of this file. Checked are:
 *   1. names: none twice, none that leaves the folder, nothing hidden between the files of a zip;
 *   2. the signature of manifest.json (Ed25519, manifest.sig) by key.pem, and key.pem against --key;
 *   3. each file against its size and SHA-256 in the manifest; none missing, none added;
 *   4. SHA256SUMS against the manifest;
 *   5. the journal's chain from its beginning to the head in the manifest, and each entry that is shown;
 *   6. each published head, in the dossier and in --heads, against that chain;
 *   7. each decision that a contact signed by a passkey: key, challenge and what the dossier shows of its request.
 * The fingerprint of the key must come by another way than the dossier: whoever alters a dossier can sign it anew.
 * Exits with 0 where all is whole, 1 where something is not, 2 where it was called wrongly.
 */
import { createHash, createPublicKey, verify } from "node:crypto";
import {
  createReadStream,
  existsSync,
  lstatSync,
  openSync,
  readdirSync,
  readFileSync,
  readSync,
} from "node:fs";
import { dirname, join, relative, sep } from "node:path";
import { createInterface } from "node:readline";
import { Readable } from "node:stream";
import { fileURLToPath } from "node:url";
import { createInflateRaw } from "node:zlib";

const FORMAT = "amana-dossier-1";
/** Files that the manifest cannot list: itself, its signature, and the key of the signature. */
const UNLISTED = ["manifest.json", "manifest.sig", "key.pem"];
const MANIFEST_LIMIT = 256 * 2 ** 20;

let faults = 0;
const print = (line) => process.stdout.write(`${line}\n`);
const passed = (what) => print(`ok    ${what}`);
const note = (what) => print(`note  ${what}`);
function fault(code, name, why) {
  faults += 1;
  print(`FAIL  ${code}  ${shown(name)}  ${why}`);
}
/** Control characters of a hostile name must not reach the terminal. */
const shown = (name) => JSON.stringify(String(name)).slice(1, -1);

const options = readOptions(process.argv.slice(2));
const key = options.key === null ? null : readKey(options.key);
const heads = options.heads.flatMap(readHeadsOf);
if (options.target === null) checkHeadsAlone(heads);
else await checkDossier(options.target);
if (key === null) note("no --key was given: the signature proves that nothing changed since, not who signed");
print(faults === 0 ? "RESULT whole" : `RESULT not whole: ${faults} found`);
process.exitCode = faults === 0 ? 0 : 1;

// ── Call ───────────────────────────────────────────────────────────────────────────────────────────────────────────

function readOptions(words) {
  const read = { target: null, key: null, heads: [] };
  for (let at = 0; at < words.length; at += 1) {
    const word = words[at];
    if (word === "--key" || word === "--heads") {
      const value = words[(at += 1)];
      if (value === undefined) misuse(`${word} needs a value`);
      if (word === "--heads") read.heads.push(value);
      else if (read.key === null) read.key = value;
      else misuse("--key is given twice");
    } else if (word.startsWith("-")) misuse(`${word} is unknown`);
    else if (read.target === null) read.target = word;
    else misuse("one dossier at a time");
  }
  const own = dirname(fileURLToPath(import.meta.url));
  if (read.target === null && existsSync(join(own, "manifest.json"))) read.target = own;
  if (read.target === null && read.heads.length === 0) misuse("name a dossier, or --heads");
  for (const path of [read.target, ...read.heads])
    if (path !== null && !existsSync(path)) misuse(`${path} is not there`);
  return read;
}

function misuse(why) {
  process.stderr.write(
    `${why}\nnode verify.mjs [dossier.zip or folder] [--key FINGERPRINT or KEY.PEM] [--heads FILE or FOLDER]`,
  );
  process.exit(2);
}

/** A fingerprint of 64 hex digits, whatever stands between them, or a file with the public key. */
function readKey(said) {
  const digits = said
    .replace(/^sha256:/i, "")
    .replace(/[\s:-]/g, "")
    .toLowerCase();
  if (/^[0-9a-f]{64}$/.test(digits)) return digits;
  try {
    return fingerprintOf(createPublicKey(readFileSync(said)));
  } catch {
    return misuse("--key is neither a fingerprint of 64 hex digits nor a file with a public key");
  }
}

function fingerprintOf(publicKey) {
  return sha256(publicKey.export({ type: "spki", format: "der" })).toString("hex");
}

// ── Dossier ────────────────────────────────────────────────────────────────────────────────────────────────────────

async function checkDossier(target) {
  const archive = lstatSync(target).isDirectory() ? openFolder(target) : openZip(target);
  if (archive === null) return;
  const manifest = await readManifest(archive);
  if (manifest === null) return;
  checkAgreement(manifest);
  const hashes = await checkFiles(archive, manifest);
  await checkSums(archive, manifest, hashes);
  const inside = await readHeadsInside(archive, manifest);
  await checkJournal(archive, manifest, [...inside, ...heads]);
  await checkDecisions(archive, manifest);
  await checkLineSignatures(archive, manifest);
}

async function readManifest(archive) {
  const [text, signature, pem] = await Promise.all(UNLISTED.map((path) => readWhole(archive, path)));
  if (!text || !signature || !pem) return null;
  const publicKey = readPublicKey(pem);
  if (publicKey === null) return null;
  const isSigned = signature.length === 64 && verify(null, text, publicKey, signature);
  if (!isSigned)
    fault("signature", "manifest.json, manifest.sig", "do not belong together by key.pem: one was changed");
  else passed("manifest.json is signed by key.pem");
  const fingerprint = fingerprintOf(publicKey);
  if (key !== null && key !== fingerprint)
    fault("other-key", "key.pem", `has the fingerprint ${fingerprint}, and --key says ${key}`);
  else if (key !== null) passed(`key.pem is the key that was named: ${fingerprint}`);
  else note(`fingerprint of key.pem: ${fingerprint}`);
  return parseManifest(text, fingerprint);
}

/** Lines that did not agree with the journal when the dossier was made, as its manifest says; earlier ones say nothing. */
function checkAgreement({ disputed }) {
  if (!(disputed instanceof Object)) return;
  const sections = Object.entries(disputed).filter(([, lines]) => Array.isArray(lines) && lines.length > 0);
  for (const [section, lines] of sections)
    fault("disputed", section, `does not agree with the journal: ${lines.map(shown).join("; ")}`);
  if (sections.length === 0) passed("every line agreed with the journal when the dossier was made");
}

function readPublicKey(pem) {
  try {
    const publicKey = createPublicKey(pem);
    if (publicKey.asymmetricKeyType === "ed25519") return publicKey;
  } catch {
    // Falls through to the same fault: no key of any other kind signs a manifest.
  }
  fault("no-key", "key.pem", "holds no public key of Ed25519");
  return null;
}

function parseManifest(text, fingerprint) {
  const manifest = parseJson(text.toString("utf8"));
  const isList = Array.isArray(manifest?.files) && manifest.files.every((file) => file instanceof Object);
  if (manifest?.format !== FORMAT || !isList) {
    fault("format", "manifest.json", `is no manifest of the form ${FORMAT}`);
    return null;
  }
  if (manifest.key?.fingerprint !== fingerprint)
    fault("other-key", "manifest.json", "names another key than key.pem");
  const names = new Set();
  for (const { path, size, sha256: digest } of manifest.files) {
    if (typeof path !== "string" || !isSafe(path) || UNLISTED.includes(path))
      fault("unsafe-name", path, "is listed in the manifest and may not be");
    if (names.has(path)) fault("duplicate-name", path, "is listed twice in the manifest");
    if (!Number.isSafeInteger(size) || !/^[0-9a-f]{64}$/.test(digest))
      fault("format", path, "has no size or no SHA-256 in the manifest");
    names.add(path);
  }
  return manifest;
}

/** Reads every file once; gives its SHA-256 by its path. */
async function checkFiles(archive, manifest) {
  const listed = new Map(manifest.files.map((file) => [file.path, file]));
  const hashes = new Map();
  for (const path of archive.names()) {
    if (UNLISTED.includes(path)) continue;
    if (!listed.has(path)) fault("added", path, "stands in the dossier and not in the manifest");
    else hashes.set(path, await hashFile(archive, path));
  }
  const byHash = new Map(manifest.files.map(({ path, sha256: digest }) => [digest, path]));
  let whole = 0;
  for (const { path, size, sha256: digest } of manifest.files) {
    const found = hashes.get(path);
    if (found === undefined) fault("missing", path, "stands in the manifest and not in the dossier");
    else if (found.error) fault("altered", path, found.error);
    else if (found.digest !== digest) {
      const other = byHash.get(found.digest);
      if (other) fault("swapped", path, `holds what the manifest lists as ${shown(other)}`);
      else fault("altered", path, `has SHA-256 ${found.digest}, and the manifest says ${digest}`);
    } else if (found.size !== size) fault("altered", path, `has ${found.size} bytes, not ${size}`);
    else whole += 1;
  }
  if (whole === manifest.files.length) passed(`${whole} files are those of the manifest, byte for byte`);
  return hashes;
}

async function hashFile(archive, path) {
  const hash = createHash("sha256");
  let size = 0;
  try {
    for await (const chunk of archive.open(path)) {
      hash.update(chunk);
      size += chunk.length;
    }
    return { digest: hash.digest("hex"), size };
  } catch (error) {
    return { error: `cannot be read: ${error.message}` };
  }
}

/** Compares SHA256SUMS with the manifest: a reader with sha256sum alone relies on it. */
async function checkSums(archive, manifest, hashes) {
  const path = "SHA256SUMS";
  if (!hashes.has(path)) return fault("missing", path, "is not in the manifest");
  const text = await readWhole(archive, path);
  const stated = (text ?? "").toString("utf8").split("\n").filter(Boolean).sort().join("\n");
  const listed = manifest.files
    .filter((file) => file.path !== path)
    .map((file) => `${file.sha256}  ${file.path}`);
  if (stated !== listed.sort().join("\n")) fault("sums", path, "says something else than the manifest");
  else passed("SHA256SUMS says what the manifest says");
}

async function readWhole(archive, path) {
  if (!archive.names().includes(path)) {
    fault("missing", path, "is not in the dossier");
    return null;
  }
  const chunks = [];
  let size = 0;
  try {
    for await (const chunk of archive.open(path)) {
      size += chunk.length;
      if (size > MANIFEST_LIMIT) throw new Error("it is longer than any dossier makes it");
      chunks.push(chunk);
    }
    return Buffer.concat(chunks);
  } catch (error) {
    fault("altered", path, `cannot be read: ${error.message}`);
    return null;
  }
}

/** False for a name that would leave the folder, or that two systems read differently. */
function isSafe(name) {
  const parts = name.split("/");
  return (
    parts.every((part) => part !== "" && part !== "." && part !== ".." && !/[. ]$/.test(part)) &&
    !/[\\:\p{Cc}]/u.test(name)
  );
}

function checkNames(names) {
  const seen = new Map();
  for (const name of names) {
    if (!isSafe(name)) fault("unsafe-name", name, "leaves the folder, or is read differently elsewhere");
    // Two names that differ by case or accents alone overwrite each other on some systems.
    const folded = name.normalize("NFC").toLowerCase();
    if (seen.has(folded)) fault("duplicate-name", name, "stands in the dossier twice");
    seen.set(folded, name);
  }
}

function openFolder(root) {
  const names = [];
  const walk = (folder) => {
    for (const entry of readdirSync(folder, { withFileTypes: true })) {
      const path = join(folder, entry.name);
      const name = relative(root, path).split(sep).join("/");
      if (entry.isDirectory()) walk(path);
      else if (entry.isFile()) names.push(name);
      else fault("unsafe-name", name, "is a link or a device, not a file");
    }
  };
  walk(root);
  checkNames(names);
  return { names: () => names, open: (name) => createReadStream(join(root, ...name.split("/"))) };
}

// ── Zip ────────────────────────────────────────────────────────────────────────────────────────────────────────────

function openZip(path) {
  try {
    const entries = readDirectory(path).filter((entry) => !isFolder(entry));
    checkNames(entries.map(({ name }) => name));
    const byName = new Map(entries.map((entry) => [entry.name, entry]));
    return { names: () => [...byName.keys()], open: (name) => openEntry(path, byName.get(name)) };
  } catch (error) {
    fault("no-zip", path, `cannot be read as a zip: ${error.message}`);
    return null;
  }
}

/** A program that packs a dossier anew writes an entry for each folder, which holds no bytes. */
function isFolder({ name, size, compressed }) {
  return name.endsWith("/") && size === 0 && compressed === 0 && isSafe(name.slice(0, -1));
}

function readDirectory(path) {
  const file = openSync(path, "r");
  const size = lstatSync(path).size;
  const read = (start, length) => {
    if (start < 0 || start + length > size) throw new Error("it is shorter than it says");
    const bytes = Buffer.alloc(length);
    if (readSync(file, bytes, 0, length, start) !== length) throw new Error("it ends too early");
    return bytes;
  };
  const { count, start, length, end } = findEnd(read, size);
  const entries = [];
  const directory = read(start, length);
  let at = 0;
  for (let index = 0; index < count; index += 1) {
    const entry = readEntry(directory, at);
    at = entry.next;
    entries.push(entry);
  }
  if (at !== length || start + length !== end) throw new Error("its directory holds more than it counts");
  checkPlaces(entries, read, start);
  return entries;
}

/** The end of the directory, in the form of zip64 where the zip is larger than the first form can say. */
function findEnd(read, size) {
  const last = read(size - 22, 22);
  if (last.readUInt32LE(0) !== 0x06054b50)
    throw new Error("its end is missing, or something was added after it");
  const plain = { count: last.readUInt16LE(10), length: last.readUInt32LE(12), start: last.readUInt32LE(16) };
  const isLarge = plain.count === 0xffff || plain.length === 0xffffffff || plain.start === 0xffffffff;
  if (!isLarge) return { ...plain, end: size - 22 };
  const locator = read(size - 42, 20);
  if (locator.readUInt32LE(0) !== 0x07064b50) throw new Error("its long end is missing");
  const place = Number(locator.readBigUInt64LE(8));
  const long = read(place, 56);
  if (long.readUInt32LE(0) !== 0x06064b50) throw new Error("its long end is missing");
  const [count, length, start] = [32, 40, 48].map((offset) => Number(long.readBigUInt64LE(offset)));
  return { count, length, start, end: place };
}

function readEntry(bytes, at) {
  if (bytes.readUInt32LE(at) !== 0x02014b50) throw new Error("its directory is broken");
  const [nameLength, extraLength, commentLength] = [28, 30, 32].map((offset) =>
    bytes.readUInt16LE(at + offset),
  );
  const name = new TextDecoder("utf-8", { fatal: true }).decode(
    bytes.subarray(at + 46, at + 46 + nameLength),
  );
  const extra = bytes.subarray(at + 46 + nameLength, at + 46 + nameLength + extraLength);
  const [compressed, size, offset] = largeNumbers(
    extra,
    [20, 24, 42].map((place) => bytes.readUInt32LE(at + place)),
  );
  const mode = bytes.readUInt32LE(at + 38) >>> 28;
  if (mode === 0xa) fault("unsafe-name", name, "is a link, not a file");
  return {
    name,
    flags: bytes.readUInt16LE(at + 8),
    method: bytes.readUInt16LE(at + 10),
    isLong: extra.length > 0 && hasField(extra, 1),
    compressed,
    size,
    offset,
    next: at + 46 + nameLength + extraLength + commentLength,
  };
}

function hasField(extra, id) {
  for (let at = 0; at + 4 <= extra.length; at += 4 + extra.readUInt16LE(at + 2))
    if (extra.readUInt16LE(at) === id) return true;
  return false;
}

/** Replaces each number that is too large for 32 bits by its long form, which stands in field 1, in this order. */
function largeNumbers(extra, [compressed, size, offset]) {
  let field = Buffer.alloc(0);
  for (let at = 0; at + 4 <= extra.length; at += 4 + extra.readUInt16LE(at + 2))
    if (extra.readUInt16LE(at) === 1) field = extra.subarray(at + 4, at + 4 + extra.readUInt16LE(at + 2));
  let place = 0;
  const long = (value) => {
    if (value !== 0xffffffff) return value;
    place += 8;
    return Number(field.readBigUInt64LE(place - 8));
  };
  const longSize = long(size);
  return [long(compressed), longSize, long(offset)];
}

/** Each file begins where the one before ended, and has the same name in both places: nothing is hidden between. */
function checkPlaces(entries, read, directoryStart) {
  let expected = 0;
  for (const entry of [...entries].sort((one, other) => one.offset - other.offset)) {
    if (entry.offset !== expected) throw new Error(`something is hidden before ${shown(entry.name)}`);
    const header = read(entry.offset, 30);
    const [nameLength, extraLength] = [header.readUInt16LE(26), header.readUInt16LE(28)];
    if (header.readUInt32LE(0) !== 0x04034b50) throw new Error(`${shown(entry.name)} has no beginning`);
    if (read(entry.offset + 30, nameLength).toString("utf8") !== entry.name)
      throw new Error(`${shown(entry.name)} has another name inside`);
    entry.start = entry.offset + 30 + nameLength + extraLength;
    const descriptor = entry.flags & 8 ? (entry.isLong ? 24 : 16) : 0;
    expected = entry.start + entry.compressed + descriptor;
  }
  if (expected !== directoryStart) throw new Error("something is hidden after its last file");
}

async function* openEntry(path, { flags, method, start, compressed, size }) {
  if (flags & 1) throw new Error("it is encrypted");
  if (method !== 0 && method !== 8) throw new Error("it is packed in an unknown way");
  const packed =
    compressed === 0 ? Readable.from([]) : createReadStream(path, { start, end: start + compressed - 1 });
  const unpacked = method === 8 ? packed.pipe(createInflateRaw()) : packed;
  packed.on("error", (error) => unpacked.destroy(error));
  let length = 0;
  for await (const chunk of unpacked) {
    length += chunk.length;
    if (length > size) throw new Error("it unpacks to more than it says");
    yield chunk;
  }
}

// ── Decisions signed by passkeys ────────────────────────────────────────────────────────────────────────────────────

async function checkDecisions(archive, { decisions }) {
  if (!decisions) return;
  const text = await readWhole(archive, decisions.data);
  const rows = parseJson((text ?? "").toString("utf8"))?.rows ?? [];
  checkCompletions(decisions.data, rows);
  checkObjections(decisions.data, rows);
  await checkProofs(archive, decisions.data, rows);
  for (const one of decisions.signatures) {
    const why = signatureFault(one) ?? statementFault(one, rows);
    if (why) fault("decision", `manifest.json, ${one.reference}`, why);
    else {
      const key = sha256(Buffer.from(one.publicKey, "base64")).toString("hex");
      passed(
        `the decision on ${shown(one.reference)} is signed by the passkey ${key}, added ${one.registeredAt}`,
      );
    }
  }
}

/** Instructions, answers to them and answers on scripts that contacts signed by a passkey stand beside their lines. */
async function checkLineSignatures(archive, { files }) {
  const signed = /(^|\/)(instructions|telephone)\.json$/;
  for (const { path } of files ?? []) {
    if (!signed.test(path) || !archive.names().includes(path)) continue;
    const rows = parseJson(((await readWhole(archive, path)) ?? "").toString("utf8"))?.rows ?? [];
    checkObjections(path, rows);
    for (const row of rows)
      for (const one of row.signatures ?? []) {
        const why = signatureFault(one) ?? lineFault(one, row);
        if (why) fault("signed-line", `${path}, ${row.number ?? row.reference}`, why);
        else passed(`${shown(row.number ?? row.reference)} is signed by a passkey added ${one.registeredAt}`);
      }
  }
}

/** The statement is of the text that the line shows: its words where it was given so, else its digest. */
function lineFault({ statement }, { text, textDigest }) {
  const { instruction, script } = parseJson(statement) ?? {};
  const { text: given, textDigest: answered } = instruction ?? script ?? {};
  if (given === undefined && answered === undefined) return "signs nothing that the dossier shows";
  return (given === undefined ? answered === textDigest : given === text)
    ? null
    : "is of another text than the dossier shows";
}

/** A signed answer by which an address was proven has the digest that the decision's line states. */
async function checkProofs(archive, file, rows) {
  const names = new Set(archive.names());
  const folder = file.slice(0, file.lastIndexOf("/") + 1);
  const proofs = rows.flatMap(({ facts = [] }) => facts.map(({ signatoryProof }) => signatoryProof));
  const digests = new Set(
    proofs.filter((one) => one?.means === "signed-mail").map((one) => one.messageDigest),
  );
  for (const digest of digests) {
    const path = `${folder}proofs/${digest}.eml`;
    // Dossiers of before hold the digest alone.
    if (!names.has(path)) note(`the answer with the digest ${shown(digest)} is not enclosed`);
    else if ((await hashFile(archive, path)).digest !== digest)
      fault("proof", path, "is not the answer that its line names");
    else passed(`${shown(path)} is the answer that proved an address; its key stands beside it`);
  }
}

/** Reads what completed a certificate later: dated after the decision, and its last word on a letter is what the dossier shows of it. */
function checkCompletions(file, rows) {
  let count = 0;
  for (const { reference, facts = [], letters = [], completions = [] } of rows) {
    const first = facts.map(({ recordedAt }) => recordedAt).sort()[0] ?? "";
    for (const { letter, certificate, state, completedAt } of completions) {
      const shownLetter = letters.find((one) => one.letter === letter);
      const last = completions.filter((one) => one.letter === letter).at(-1);
      const waits = ["queued", "again", "sending"].includes(shownLetter?.state);
      if (!shownLetter || shownLetter.certificate !== certificate)
        fault(
          "completion",
          `${file}, ${reference}`,
          "completes a certificate by a letter that is not its own",
        );
      else if (completedAt < first)
        fault(
          "completion",
          `${file}, ${reference}`,
          "completes a certificate before its request was decided",
        );
      else if (!waits && last.state !== shownLetter.state)
        fault(
          "completion",
          `${file}, ${reference}`,
          `says ${state} of a letter that is ${shownLetter.state}`,
        );
      else count += 1;
    }
  }
  if (count > 0) passed(`${count} statements complete certificates by what became of their letters`);
}

/** An objection to whoever approved leaves its approval under a condition that is not met, until it ends after it was made. */
function checkObjections(file, rows) {
  let [count, open] = [0, 0];
  for (const row of rows) {
    const { reference, number, state, facts = [], conditions = [], objections = [] } = row;
    const place = `${file}, ${reference ?? number}`;
    const approved = facts.filter(({ event }) => event === "approve").at(-1)?.signatoryAddress;
    const holds = conditions.some(({ metAt }) => metAt === null);
    for (const { means, at, ended, signatoryAddress } of objections) {
      const stands = means === "portal" && ended === null;
      if (ended !== null && ended.at < at) fault("objection", place, "ends an objection before it was made");
      else if (stands && !holds && signatoryAddress === approved && ["approved", "suspended"].includes(state))
        fault("objection", place, "lets an approval cover its use while somebody objects to who gave it");
      else {
        count += 1;
        if (stands) open += 1;
      }
    }
  }
  if (count > 0)
    passed(`${count} objections to signatories are shown in ${shown(file)}; ${open} have not ended`);
}

/** A passkey signs its host's digest, flags and counter, then the digest of what the browser collected: the challenge. */
function signatureFault({ statement, publicKey, clientData, authenticatorData, signature, relyingParty }) {
  const [data, client, signed] = [authenticatorData, clientData, signature].map((part) =>
    Buffer.from(String(part), "base64"),
  );
  const collected = parseJson(client.toString("utf8"));
  if (
    collected?.type !== "webauthn.get" ||
    collected.challenge !== sha256(Buffer.from(statement)).toString("base64url")
  )
    return "has a passkey's signature over another statement";
  if (!data.subarray(0, 32).equals(sha256(Buffer.from(relyingParty))))
    return "has a passkey's signature for another host";
  // Bits of presence and of verification: somebody was at the device, and was recognised by it.
  if ((data[32] & 5) !== 5) return "was signed by a device that verified nobody";
  try {
    const key = createPublicKey({ key: Buffer.from(publicKey, "base64"), format: "der", type: "spki" });
    const algorithm = key.asymmetricKeyType === "ed25519" ? null : "sha256";
    if (verify(algorithm, Buffer.concat([data, sha256(client)]), key, signed)) return null;
  } catch {
    return "names no public key that can be read";
  }
  return "is not what its passkey signed";
}

/** The statement is of the request that the dossier shows under its reference, and of a decision that stands there. */
function statementFault({ reference, statement }, rows) {
  const { request, decision } = parseJson(statement) ?? {};
  const row = rows.find((one) => one.reference === reference);
  if (!row || request?.reference !== reference) return "is of a request that the dossier does not show";
  if (row.textDigest !== request.textDigest || row.listDigest !== request.listDigest)
    return "is of another text or list than the dossier shows";
  // Names are not compared: the dossier of one client withholds those of others.
  const isShown = row.facts.some(({ event }) => event === decision.event);
  return isShown ? null : "says another decision than the dossier shows";
}

// ── Journal ────────────────────────────────────────────────────────────────────────────────────────────────────────

async function checkJournal(archive, manifest, published) {
  const { chain, head, extract } = manifest.journal ?? {};
  if (!chain || !head) return fault("format", "manifest.json", "names no head of a journal");
  const known = published.filter((one) => checkHead(one, { chain, keys: manifest.keys ?? [] }));
  if (heads.length > 0 && !heads.some((one) => one.chain === chain))
    fault("no-head", "--heads", "hold no head of this dossier's journal");
  checkOrder(known);
  if (!extract) {
    if (known.length > 0)
      note("the journal was not chosen for this dossier: no head can be compared with it");
    return;
  }
  if (!archive.names().includes(extract)) return;
  const points = await walkChain(archive, {
    chain,
    extract,
    head,
    seqs: new Set(known.map(({ seq }) => seq)),
  });
  if (points === null) return;
  for (const one of known) comparePoint(one, points, { head, madeAt: manifest.madeAt });
}

async function walkChain(archive, { chain, extract, head, seqs }) {
  let h = sha256(Buffer.from(`amana-journal-1:${chain}`));
  let seq = 0;
  let texts = 0;
  const points = new Map([[0, h.toString("hex")]]);
  try {
    for await (const line of createInterface({
      input: Readable.from(archive.open(extract)),
      crlfDelay: Infinity,
    })) {
      if (line === "") continue;
      const entry = parseJson(line);
      seq += 1;
      const why = entry === null ? "is no JSON" : entryFault(entry, { chain, seq });
      if (why) {
        fault("journal", extract, `entry ${seq} ${why}`);
        return null;
      }
      h = sha256(Buffer.concat([h, Buffer.from(entry.d, "hex")]));
      if (seqs.has(seq)) points.set(seq, h.toString("hex"));
      if (entry.text !== undefined) texts += 1;
    }
  } catch (error) {
    fault("journal", extract, `cannot be read: ${error.message}`);
    return null;
  }
  if (seq !== head.seq || h.toString("hex") !== head.hash) {
    fault(
      "journal",
      extract,
      `ends with entry ${seq} (${h.toString("hex")}), and the manifest's head is ${head.seq} (${head.hash})`,
    );
    return null;
  }
  passed(
    `the journal is one chain of ${seq} entries to the head in the manifest; ${texts} are shown with their text`,
  );
  return points;
}

/** d of an entry is the digest of its header, and the header holds the digest of salt and text. */
function entryFault(entry, { chain, seq }) {
  const { d, v, at, event, noun, rows, commitment, salt, text } = entry;
  if (entry.seq !== seq) return `stands where ${seq} is due: one was taken out, put in or moved`;
  if (!/^[0-9a-f]{64}$/.test(d)) return "has no digest";
  if (commitment !== undefined) {
    const parts = [chain, seq, at, event, noun, rows.count, rows.digest ?? "", commitment];
    const header = sha256(Buffer.from(["amana-entry-2", ...parts].join(":"))).toString("hex");
    if (v !== 2 || header !== d) return "has another instant, event or noun than was hashed";
  } else if (at !== undefined && text === undefined)
    return "shows an instant or an event that nothing proves";
  if (text === undefined) return null;
  const digest = sha256(Buffer.concat([Buffer.from(String(salt), "hex"), Buffer.from(text)])).toString("hex");
  if (digest !== (commitment ?? d)) return "has another text than was hashed";
  const stated = parseJson(text);
  return commitment !== undefined && (stated?.event !== event || stated?.subject?.noun !== noun)
    ? "has a text of another event"
    : null;
}

// ── Heads of days ──────────────────────────────────────────────────────────────────────────────────────────────────

async function readHeadsInside(archive, manifest) {
  const found = [];
  for (const { path } of manifest.files) {
    if (!/(^|\/)heads\/[^/]+\.txt$/.test(path) || !archive.names().includes(path)) continue;
    const text = await readWhole(archive, path);
    if (text) found.push(...readHeads(text.toString("utf8"), path));
  }
  return found;
}

function readHeadsOf(path) {
  const paths = lstatSync(path).isDirectory()
    ? readdirSync(path)
        .sort()
        .map((name) => join(path, name))
        .filter((one) => lstatSync(one).isFile())
    : [path];
  const found = paths.flatMap((one) => readHeads(readFileSync(one, "utf8"), one));
  if (found.length === 0) fault("no-head", path, "holds no published head");
  return found;
}

/** Every "amana-head-1.<document>.<signature>" of a text, both parts in base64url: a file, or a copied letter. */
function readHeads(text, file) {
  return [...text.matchAll(/amana-head-1\.([\w-]+)\.([\w-]+)/g)].flatMap(([, document, signature]) => {
    const bytes = Buffer.from(document, "base64url");
    const head = parseJson(bytes.toString("utf8"));
    if (head?.v === 1) return [{ ...head, file, bytes, signature: Buffer.from(signature, "base64url") }];
    fault("head", file, "holds a head that cannot be read");
    return [];
  });
}

/** True where its signature is good, by the key that was named or one that the manifest names. */
function checkHead({ file, bytes, signature, day, chain, key: own }, context) {
  const publicKey = headKey(own);
  if (publicKey === null || !verify(null, bytes, publicKey, signature)) {
    fault("head", file, `the head of ${day} is not what its key signed`);
    return false;
  }
  const fingerprint = fingerprintOf(publicKey);
  const isKnown = fingerprint === key || context.keys.some((one) => one.fingerprint === fingerprint);
  if (context.chain !== null && chain !== context.chain) {
    // Refuses a second journal under one key: it would hide that the first was rewritten.
    if (isKnown) fault("head", file, `the head of ${day} is of another journal, signed by the same key`);
    else note(`the head of ${day} (${shown(file)}) is of another organisation's journal: set apart`);
    return false;
  }
  if (!isKnown && (key !== null || context.keys.length > 0)) {
    fault("other-key", file, `the head of ${day} is signed by ${fingerprint}, a key that nobody named`);
    return false;
  }
  return true;
}

function headKey(own) {
  try {
    const bytes = Buffer.from(own.publicKey, "base64");
    const publicKey = createPublicKey({ key: bytes, format: "der", type: "spki" });
    return publicKey.asymmetricKeyType === "ed25519" ? publicKey : null;
  } catch {
    return null;
  }
}

/** Two heads that cannot both be of one chain: the later with fewer entries, or one entry with two hashes. */
function checkOrder(published) {
  const bySeq = new Map();
  let before = null;
  for (const one of [...published].sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : a.seq - b.seq))) {
    const twin = bySeq.get(one.seq);
    if (twin && twin.hash !== one.hash)
      fault(
        "rewritten",
        one.file,
        `entry ${one.seq} has another hash than in ${shown(twin.file)} (${twin.day})`,
      );
    if (before && one.seq < before.seq)
      fault("rewritten", one.file, `the head of ${one.day} has fewer entries than that of ${before.day}`);
    bySeq.set(one.seq, one);
    before = one;
  }
}

function comparePoint({ file, day, at, seq, hash }, points, { head, madeAt }) {
  if (seq > head.seq) {
    if (at <= madeAt)
      return fault(
        "rewritten",
        file,
        `the head of ${day} has ${seq} entries, and this later dossier ${head.seq}`,
      );
    return note(`the head of ${day} (${shown(file)}) is later than this dossier: not compared`);
  }
  if (points.get(seq) !== hash)
    return fault(
      "rewritten",
      file,
      `the journal was rewritten: entry ${seq} is not the one published on ${day}`,
    );
  return passed(`the head published on ${day} (entry ${seq}) stands in this journal`);
}

function checkHeadsAlone(published) {
  const chain = published[0]?.chain ?? null;
  const good = published.filter((one) => checkHead(one, { chain, keys: [] }));
  checkOrder(good);
  for (const { day, seq, key: own } of good)
    passed(`the head of ${day} (entry ${seq}) is signed by ${fingerprintOf(headKey(own))}`);
}

function sha256(bytes) {
  return createHash("sha256").update(bytes).digest();
}

function parseJson(text) {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
