import { execFileSync, spawnSync } from "node:child_process";
import { rmSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import yauzl from "yauzl";
import { ZipFile } from "yazl";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { keyPem, manifestText, signManifest } from "./manifest";
import {
  makeDossier,
  makeHeadLine,
  makeJournal,
  makeKey,
  tempFolder,
  verify,
  writeFolder,
} from "./verifier.fixture";

// Each check runs the verifier as a process of its own.
vi.setConfig({ testTimeout: 120_000 });
const key = makeKey();
const folders: string[] = [];
let zip: Buffer;
let files: Map<string, Buffer>;

beforeAll(async () => {
  zip = await makeDossier({ key });
  files = await unzip(zip);
});
afterAll(() => folders.forEach((folder) => rmSync(folder, { recursive: true })));

const folderOf = (changed: ReadonlyMap<string, Uint8Array>) => {
  const folder = writeFolder(changed);
  folders.push(folder);
  return folder;
};
const fileOf = (name: string, bytes: Uint8Array | string) => {
  const folder = tempFolder();
  folders.push(folder);
  writeFileSync(join(folder, name), bytes);
  return join(folder, name);
};
const changed = (change: (files: Map<string, Uint8Array>) => void) => {
  const copy = new Map<string, Uint8Array>(files);
  change(copy);
  return copy;
};
const check = (change: (files: Map<string, Uint8Array>) => void) =>
  verify(folderOf(changed(change)), "--key", key.fingerprint);
const bytesOf = (path: string) => Buffer.from(files.get(path)!);

describe("a whole dossier", () => {
  it("is whole as a zip and as a folder, by fingerprint, by grouped fingerprint and by key file", () => {
    const path = fileOf("dossier.zip", zip);
    const pem = fileOf("known.pem", keyPem(key.publicKey));
    const grouped = `SHA256:${key.fingerprint.toUpperCase().match(/.{4}/g)!.join(" ")}`;
    for (const said of [key.fingerprint, grouped, pem])
      for (const target of [path, folderOf(files)]) {
        const { status, out } = verify(target, "--key", said);
        expect(out).toContain("RESULT whole");
        expect(out).toContain("5 files are those of the manifest");
        expect(out).toContain("one chain of 7 entries");
        expect(status).toBe(0);
      }
  });

  it("says without a key that nobody's key was compared", () => {
    const { status, out } = verify(fileOf("dossier.zip", zip));
    expect(status).toBe(0);
    expect(out).toMatch(/note {2}no --key was given/);
  });

  it("is whole by openssl and sha256sum alone, which find an altered manifest and file", () => {
    const folder = folderOf(files);
    const openssl = (...words: string[]) => spawnSync("openssl", words, { cwd: folder, encoding: "utf8" });
    const signed = ["pkeyutl", "-verify", "-pubin", "-inkey", "key.pem", "-rawin"];
    const whole = openssl(...signed, "-in", "manifest.json", "-sigfile", "manifest.sig");
    expect(whole.stdout).toContain("Signature Verified Successfully");
    const der = execFileSync("openssl", ["pkey", "-pubin", "-in", "key.pem", "-outform", "DER"], {
      cwd: folder,
    });
    const print = spawnSync("sha256sum", { input: der, encoding: "utf8" }).stdout;
    expect(print).toContain(key.fingerprint);
    const sums = () =>
      spawnSync("sha256sum", ["--strict", "-c", "SHA256SUMS"], { cwd: folder, encoding: "utf8" });
    const own = spawnSync("sha256sum", ["SHA256SUMS"], { cwd: folder, encoding: "utf8" }).stdout.slice(0, 64);
    expect(files.get("manifest.json")!.toString()).toContain(own);
    expect(sums().status).toBe(0);
    writeFileSync(join(folder, "README.txt"), "How to verify!\n");
    expect(sums()).toMatchObject({ status: 1, stdout: expect.stringContaining("README.txt: FAILED") });
    writeFileSync(join(folder, "manifest.json"), `${files.get("manifest.json")!.toString()} `);
    expect(openssl(...signed, "-in", "manifest.json", "-sigfile", "manifest.sig").status).not.toBe(0);
  });
});

describe("an altered dossier", () => {
  it("has every file found and named of which one byte changed", () => {
    for (const path of files.keys()) {
      const bytes = bytesOf(path);
      const at = bytes.length >> 1;
      bytes[at] = bytes[at]! ^ 1;
      const { status, out } = check((all) => all.set(path, bytes));
      expect(status, path).toBe(1);
      expect(out, path).toMatch(new RegExp(`^FAIL  \\S+  .*${path.replace(/[.]/g, "\\.")}`, "m"));
    }
  });

  it("has every file found and named that is missing", () => {
    for (const path of files.keys()) {
      const { status, out } = check((all) => all.delete(path));
      expect(status, path).toBe(1);
      expect(out).toContain(`FAIL  missing  ${path}  `);
    }
  });

  it("has a file found that was added, also below a folder and as a link", () => {
    expect(check((all) => all.set("01-register/more.csv", Buffer.from("x"))).out).toContain(
      "FAIL  added  01-register/more.csv",
    );
    const folder = folderOf(files);
    symlinkSync("README.txt", join(folder, "link.txt"));
    expect(verify(folder).out).toContain("FAIL  unsafe-name  link.txt");
  });

  it("has both files named that changed places", () => {
    const [one, other] = ["01-register/register.csv", "02-clauses/clauses.json"] as const;
    const { status, out } = check((all) => {
      all.set(one, bytesOf(other));
      all.set(other, bytesOf(one));
    });
    expect(status).toBe(1);
    expect(out).toContain(`FAIL  swapped  ${one}  holds what the manifest lists as ${other}`);
    expect(out).toContain(`FAIL  swapped  ${other}  holds what the manifest lists as ${one}`);
  });

  it("is found where the manifest was changed with the file", () => {
    const { out } = check((all) => {
      all.set("README.txt", Buffer.from("Nothing to verify.\n"));
      all.set("manifest.json", Buffer.from(bytesOf("manifest.json").toString().replace('"fr"', '"en"')));
    });
    expect(out).toContain("FAIL  signature  manifest.json, manifest.sig");
  });

  it("is found by the key that was named, where the whole was signed anew by another", async () => {
    const anew = await makeDossier({ key: makeKey(), parts: { "README.txt": "Other." } });
    const path = fileOf("dossier.zip", anew);
    expect(verify(path).status).toBe(0);
    const { status, out } = verify(path, "--key", key.fingerprint);
    expect(status).toBe(1);
    expect(out).toContain("FAIL  other-key  key.pem");
  });

  it("is found where key.pem was replaced and the manifest was not", () => {
    const other = makeKey();
    const { out } = check((all) => {
      all.set("key.pem", Buffer.from(keyPem(other.publicKey)));
      all.set("manifest.sig", signManifest(bytesOf("manifest.json").toString(), other.privateKey));
    });
    expect(out).toContain("FAIL  other-key  key.pem");
    expect(out).toContain("FAIL  other-key  manifest.json");
  });

  it("is found where its signer listed what is no file", () => {
    const { files: listed, ...head } = JSON.parse(bytesOf("manifest.json").toString());
    const text = JSON.stringify({ ...head, files: [...listed, null] });
    const { status, out } = check((all) => {
      all.set("manifest.json", Buffer.from(text));
      all.set("manifest.sig", signManifest(text, key.privateKey));
    });
    expect(status).toBe(1);
    expect(out).toMatch(/FAIL {2}format {2}manifest\.json .*\n(.*\n)*RESULT not whole/);
  });

  it("is found where its signer made SHA256SUMS say something else than the manifest", () => {
    const manifest = JSON.parse(bytesOf("manifest.json").toString());
    const { files: listed, format: _format, ...head } = manifest;
    const sums = bytesOf("SHA256SUMS")
      .toString()
      .replace(/^[0-9a-f]{64}/, "0".repeat(64));
    const file = listed.find(({ path }: { path: string }) => path === "SHA256SUMS");
    file.sha256 = execFileSync("sha256sum", { input: sums }).toString().slice(0, 64);
    const text = manifestText(head, listed);
    const { out } = check((all) => {
      all.set("SHA256SUMS", Buffer.from(sums));
      all.set("manifest.json", Buffer.from(text));
      all.set("manifest.sig", signManifest(text, key.privateKey));
    });
    expect(out).toContain("FAIL  sums  SHA256SUMS");
  });
});

describe("a hostile zip", () => {
  const checked = async (change: (zip: ZipFile) => void) => {
    const made = new ZipFile();
    for (const [path, bytes] of files) made.addBuffer(bytes, path);
    change(made);
    made.end();
    const pieces: Buffer[] = [];
    for await (const piece of made.outputStream) pieces.push(piece as Buffer);
    return Buffer.concat(pieces);
  };
  const renamed = async (name: string) => {
    const bytes = await checked((made) => made.addBuffer(Buffer.from("x"), "z".repeat(name.length)));
    const text = bytes.toString("latin1").replaceAll("z".repeat(name.length), name);
    return verify(fileOf("dossier.zip", Buffer.from(text, "latin1")), "--key", key.fingerprint);
  };

  it("is told of names that leave the folder", async () => {
    for (const name of [
      "../../evil.txt",
      "/etc/evil.txt",
      "a\\..\\evil.txt",
      "C:/evil/a.txt",
      "a/./evil.txt",
    ]) {
      const { status, out } = await renamed(name);
      expect(status, name).toBe(1);
      expect(out).toContain(`FAIL  unsafe-name  ${JSON.stringify(name).slice(1, -1)}  `);
    }
  });

  it("is told of a name that stands twice, also in other letters", async () => {
    for (const name of ["README.txt", "readme.TXT"]) {
      const { status, out } = await renamed(name);
      expect(status).toBe(1);
      expect(out).toContain(`FAIL  duplicate-name  ${name}`);
    }
  });

  it("is told of bytes hidden before, between and after its files, and of a name that differs inside", () => {
    const hidden = Buffer.from("hidden");
    const first = zip.indexOf("01-register/register.csv") - 30;
    const between = Buffer.concat([zip.subarray(0, first), hidden, zip.subarray(first)]);
    const inside = Buffer.from(zip);
    inside.write("REVEAL", 30, "latin1");
    for (const bytes of [Buffer.concat([hidden, zip]), between, Buffer.concat([zip, hidden]), inside]) {
      const { status, out } = verify(fileOf("dossier.zip", bytes), "--key", key.fingerprint);
      expect(status).toBe(1);
      expect(out).toContain("FAIL  no-zip");
    }
  });

  it("is told of a zip that was cut, and of any byte of a file's data", () => {
    expect(verify(fileOf("dossier.zip", zip.subarray(0, zip.length - 400))).status).toBe(1);
    const start = zip.indexOf("README.txt") + "README.txt".length;
    for (let at = start; at < start + 12; at += 4) {
      const bytes = Buffer.from(zip);
      bytes[at] = bytes[at]! ^ 0x10;
      const { status, out } = verify(fileOf("dossier.zip", bytes));
      expect(status, String(at)).toBe(1);
      expect(out).toContain("README.txt");
    }
  });
});

describe("the journal of a dossier", () => {
  const day = "2026-11-26";
  const journal = makeJournal(7);
  const head = fileOf("amana-head.txt", makeHeadLine(day, journal.heads[5]!, key));

  it("is compared with the heads that were published", () => {
    const { status, out } = verify(fileOf("dossier.zip", zip), "--key", key.fingerprint, "--heads", head);
    expect(status).toBe(0);
    expect(out).toContain(`the head published on ${day} (entry 5) stands in this journal`);
  });

  it("is found rewritten, whole and with the same key, by a head published before", async () => {
    const rewritten = makeJournal(7, (seq) => (seq === 2 ? "saved otherwise" : `saved ${seq}`));
    const anew = fileOf("dossier.zip", await makeDossier({ key, journal: rewritten }));
    expect(verify(anew, "--key", key.fingerprint).status).toBe(0);
    const { status, out } = verify(anew, "--key", key.fingerprint, "--heads", head);
    expect(status).toBe(1);
    expect(out).toContain(`FAIL  rewritten  ${head}  the journal was rewritten: entry 5 is not the one`);
  });

  it("is found shortened below a head that was published before it was made", async () => {
    const short = fileOf("dossier.zip", await makeDossier({ key, journal: makeJournal(4) }));
    expect(verify(short, "--heads", head).out).toMatch(/FAIL {2}rewritten .* has 5 entries, and this later/);
  });

  it("is found rewritten by two heads alone", () => {
    const other = makeJournal(7, () => "otherwise");
    const folder = tempFolder();
    folders.push(folder);
    writeFileSync(join(folder, "a.txt"), makeHeadLine(day, journal.heads[5]!, key));
    writeFileSync(join(folder, "b.txt"), makeHeadLine("2026-11-27", other.heads[5]!, key));
    expect(verify("--heads", folder, "--key", key.fingerprint).out).toContain("FAIL  rewritten");
    expect(verify("--heads", head, "--key", key.fingerprint).status).toBe(0);
    expect(verify("--heads", head, "--key", makeKey().fingerprint).out).toContain("FAIL  other-key");
  });

  it("has each entry found that does not say what was hashed", async () => {
    const lines = journal.text.trimEnd().split("\n");
    const said = (change: (lines: string[]) => string[]) => `${change([...lines]).join("\n")}\n`;
    const wrong: [string, RegExp][] = [
      [said((all) => all.map((line) => line.replace("saved 3", "saved 4"))), /entry 3 has another text/],
      [
        said((all) => all.map((line) => line.replace('"at":1795000000003', '"at":1795000000004'))),
        /entry 3 has another instant/,
      ],
      [
        said(([one, two, ...all]) => [two!, one!, ...all]),
        /entry 1 stands where 1 is due|entry 1 stands where/,
      ],
      [said((all) => all.filter((_, index) => index !== 3)), /entry 4 stands where 4 is due/],
      [said((all) => all.slice(0, -1)), /ends with entry 6/],
    ];
    for (const [text, why] of wrong) {
      const made = await makeDossier({ key, journal: { ...journal, text } });
      const { status, out } = verify(fileOf("dossier.zip", made), "--key", key.fingerprint);
      expect(status).toBe(1);
      expect(out).toMatch(why);
    }
  });
});

it("says how it is called", () => {
  for (const words of [[], ["--key"], ["--what"], ["nowhere.zip"], ["--heads", "nowhere.txt"]])
    expect(verify(...words).status).toBe(2);
});

async function unzip(bytes: Buffer): Promise<Map<string, Buffer>> {
  const found = new Map<string, Buffer>();
  const opened = await yauzl.fromBufferPromise(bytes);
  for await (const entry of opened.eachEntry()) {
    const pieces: Buffer[] = [];
    for await (const piece of await opened.openReadStreamPromise(entry)) pieces.push(piece as Buffer);
    found.set(entry.fileName, Buffer.concat(pieces));
  }
  return found;
}
