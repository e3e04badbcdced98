import { execFileSync, spawnSync } from "node:child_process";
import { symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { keyPem, manifestText, signManifest } from "./manifest";
import { makeDossier, makeKey, verify } from "./verifier.fixture";
import { prepareDossier, key, zip, files, folderOf, fileOf, check } from "./verify.fixture";

prepareDossier();

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

it("says how it is called", () => {
  for (const words of [[], ["--key"], ["--what"], ["nowhere.zip"], ["--heads", "nowhere.txt"]])
    expect(verify(...words).status).toBe(2);
});
