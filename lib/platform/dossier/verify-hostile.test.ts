import { spawnSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { ZipFile } from "yazl";
import { describe, expect, it } from "vitest";
import { makeDossier, makeHeadLine, makeJournal, makeKey, tempFolder, verify } from "./verifier.fixture";
import { prepareDossier, key, zip, files, fileOf } from "./verify.fixture";

prepareDossier();

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

it("accepts a zip that another program packed anew, with entries for folders", async () => {
  const made = new ZipFile();
  const folders = [...files.keys()]
    .filter((path) => path.includes("/"))
    .map((path) => path.split("/", 1)[0]!);
  for (const folder of new Set(folders)) made.addEmptyDirectory(folder);
  for (const [path, bytes] of files) made.addBuffer(bytes, path);
  made.end();
  const pieces: Buffer[] = [];
  for await (const piece of made.outputStream) pieces.push(piece as Buffer);
  const { status, out } = verify(fileOf("dossier.zip", Buffer.concat(pieces)), "--key", key.fingerprint);
  expect([status, out.includes("FAIL")]).toEqual([0, false]);
});

it("runs without what Node 18 lacks", () => {
  const newer = ["toSorted", "toReversed", "toSpliced", "with"];
  const without = newer.map((name) => `delete Array.prototype.${name};`).join("");
  const args = ["--import", `data:text/javascript,${without}`, "lib/platform/dossier/verify.mjs"];
  const path = fileOf("dossier.zip", zip);
  const run = spawnSync(process.execPath, [...args, path, "--key", key.fingerprint], { encoding: "utf8" });
  expect([run.status, run.stderr]).toEqual([0, ""]);
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

  it("is not held against the head of another organisation, which is set apart", () => {
    const other = makeKey();
    const foreign = makeHeadLine(day, journal.heads[5]!, other, "0190a000-0000-7000-8000-000000000002");
    const both = fileOf("both.txt", makeHeadLine(day, journal.heads[5]!, key) + foreign);
    const { status, out } = verify(fileOf("dossier.zip", zip), "--key", key.fingerprint, "--heads", both);
    expect([status, out.includes("another organisation's journal: set apart")]).toEqual([0, true]);
    const alone = fileOf("foreign.txt", foreign);
    const told = verify(fileOf("dossier.zip", zip), "--key", key.fingerprint, "--heads", alone);
    expect([told.status, told.out.includes("FAIL  no-head")]).toEqual([1, true]);
  });

  it("is not exchanged for another journal under the same key", () => {
    const anew = makeHeadLine(day, journal.heads[5]!, key, "0190a000-0000-7000-8000-000000000002");
    const both = fileOf("both.txt", makeHeadLine(day, journal.heads[5]!, key) + anew);
    const { status, out } = verify(fileOf("dossier.zip", zip), "--key", key.fingerprint, "--heads", both);
    expect([status, out.includes("signed by the same key")]).toEqual([1, true]);
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
    writeFileSync(join(folder, "a.txt"), makeHeadLine(day, journal.heads[5]!, key));
    writeFileSync(join(folder, "b.txt"), makeHeadLine("2026-11-27", other.heads[5]!, key));
    expect(verify("--heads", folder, "--key", key.fingerprint).out).toContain("FAIL  rewritten");
    expect(verify("--heads", head, "--key", key.fingerprint).status).toBe(0);
    expect(verify("--heads", head, "--key", makeKey().fingerprint).out).toContain("FAIL  other-key");
  });

  it("has each entry found that does not say what was hashed", async () => {
    const lines = journal.text.trimEnd().split("\n");
    const changed = (change: (lines: string[]) => string[]) => `${change([...lines]).join("\n")}\n`;
    const wrong: [string, RegExp][] = [
      [changed((all) => all.map((line) => line.replace("saved 3", "saved 4"))), /entry 3 has another text/],
      [
        changed((all) => all.map((line) => line.replace('"at":1795000000003', '"at":1795000000004'))),
        /entry 3 has another instant/,
      ],
      [
        changed(([one, two, ...all]) => [two!, one!, ...all]),
        /entry 1 stands where 1 is due|entry 1 stands where/,
      ],
      [changed((all) => all.filter((_, index) => index !== 3)), /entry 4 stands where 4 is due/],
      [changed((all) => all.slice(0, -1)), /ends with entry 6/],
    ];
    for (const [text, why] of wrong) {
      const made = await makeDossier({ key, journal: { ...journal, text } });
      const { status, out } = verify(fileOf("dossier.zip", made), "--key", key.fingerprint);
      expect(status).toBe(1);
      expect(out).toMatch(why);
    }
  });
});
