import { spawnSync } from "node:child_process";
import { appendFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import type { Page } from "@playwright/test";
import { fromBufferPromise } from "yauzl";
import { fillExample } from "@/lib/features/example/write/mutations";
import { childEnvironment } from "@/lib/platform/environment/env";
import { makeMember } from "@/prisma/factories/member";
import { valueOf } from "@/prisma/factories/register";
import { expectAccessible } from "./accessibility";
import { expect, signIn, test } from "./fixtures";

let folder: string;
test.beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "amana-dossier-"));
});
test.afterEach(() => rmSync(folder, { recursive: true }));

test("a dossier is asked for, made, downloaded, and verified without Amana @happy-dossier", async ({
  page,
  context,
  organisation,
}) => {
  test.setTimeout(300_000);
  valueOf(await fillExample(organisation));
  await signIn(context, organisation);
  await page.goto(`/${organisation.slug}/dossiers`);
  await page.getByRole("link", { name: "Nouveau dossier" }).first().click();
  await page.getByRole("radio", { name: "Une autorité de contrôle" }).check();
  await page.getByLabel("Destinataire").fill("CNIL, service des contrôles");
  await page.getByRole("button", { name: "Établir le dossier" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("CNIL, service des contrôles");
  await expect(page.getByText("prêt", { exact: true })).toBeVisible({ timeout: 240_000 });
  await expectAccessible(page, "a dossier that was made");
  const fingerprint = /--key ([0-9a-f]{64})/.exec(await page.locator("main").innerText())?.[1] ?? "";
  const handed = await download(page, "Télécharger verify.mjs seul");
  const zip = await download(page, "Télécharger");
  await page.reload();
  await expect(page.getByText("Pas encore téléchargé.")).toHaveCount(0);

  const outside = join(folder, "dossier.zip");
  writeFileSync(outside, zip);
  const verifier = join(folder, "verify.mjs");
  writeFileSync(verifier, handed);
  expect(run(folder, process.execPath, verifier, outside, "--key", fingerprint)).toMatchObject({ status: 0 });

  const inside = join(folder, "unpacked");
  await unpack(zip, inside);
  expect(readFileSync(join(inside, "verify.mjs"), "utf8")).toBe(handed.toString());
  expect(run(inside, process.execPath, "verify.mjs").out).toContain("RESULT whole");
  expect(run(inside, process.execPath, "verify.mjs", "--key", fingerprint)).toMatchObject({ status: 0 });
  expect(run(inside, process.execPath, "verify.mjs", "--key", "0".repeat(64)).out).toContain(
    "FAIL  other-key  key.pem",
  );
  verifyByHand(inside, fingerprint);
});

/** Follows the steps of the README that need no Node, and finds what was changed by them alone. */
function verifyByHand(inside: string, fingerprint: string) {
  const readme = readFileSync(join(inside, "README.en.txt"), "utf8");
  const commands = readme.split("\n").flatMap((line) => /^ {4}(.*)$/.exec(line)?.[1] ?? []);
  const command = (start: string, which = 0) => {
    const found = commands.filter((one) => one.startsWith(start))[which];
    expect(found, `${start} in the README`).toBeDefined();
    return run(inside, "bash", "-c", found ?? "");
  };
  expect(command("openssl pkey ").out.slice(0, 64)).toBe(fingerprint);
  const signature = () => command("openssl pkeyutl");
  expect(signature().out).toContain("Signature Verified Successfully");
  const sums = command("sha256sum SHA256SUMS").out.slice(0, 64);
  expect(command("grep").out).toContain(sums);
  const files = () => command("sha256sum --strict");
  expect(files()).toMatchObject({ status: 0 });
  const found = command("find").out.trim().split("\n");
  const listed = command("cut").out.trim().split("\n");
  expect(found.filter((path) => !listed.includes(path)).toSorted()).toEqual([
    ...["SHA256SUMS", "key.pem", "manifest.json", "manifest.sig"],
  ]);
  expect(listed.filter((path) => !found.includes(path))).toEqual([]);

  const altered = "08-breaches/breaches.csv";
  appendFileSync(join(inside, altered), " ");
  expect(files().out).toContain(`${altered}: FAILED`);
  expect(run(inside, process.execPath, "verify.mjs").out).toContain(`FAIL  altered  ${altered}`);
  const manifest = join(inside, "manifest.json");
  writeFileSync(manifest, readFileSync(manifest, "utf8").replace('"authority"', '"auditor"'));
  expect(signature().status).not.toBe(0);
  expect(run(inside, process.execPath, "verify.mjs").out).toContain("FAIL  signature  manifest.json");
}

test("a dossier is refused where it lacks what it needs, and to whoever only reads @refusal-dossier", async ({
  page,
  context,
  organisation,
}) => {
  await signIn(context, organisation);
  await page.goto(`/${organisation.slug}/dossiers/new`);
  await page.getByRole("radio", { name: "Un responsable du traitement" }).check();
  await page.getByLabel("Destinataire").fill("Orvelle");
  await page.getByRole("button", { name: "Établir le dossier" }).click();
  await expect(page.getByText("Choisissez le responsable qui le reçoit, et lui seul.").first()).toBeVisible();
  await expect(page.getByLabel("Destinataire")).toHaveValue("Orvelle");
  await signIn(context, await makeMember(organisation, "viewer"));
  await page.goto(`/${organisation.slug}/dossiers`);
  await expect(page.getByText("Les dossiers ne vous sont pas ouverts")).toBeVisible();
});

async function download(page: Page, name: string): Promise<Buffer> {
  const [file] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("link", { name, exact: true }).click(),
  ]);
  return readFileSync(await file.path());
}

/** Runs a command in a folder, its output in the language of the tests. */
function run(cwd: string, program: string, ...words: string[]): { status: number | null; out: string } {
  const { status, stdout, stderr } = spawnSync(program, words, {
    cwd,
    encoding: "utf8",
    env: childEnvironment({ LC_ALL: "C" }),
  });
  return { status, out: stdout + stderr };
}

async function unpack(zip: Buffer, into: string): Promise<void> {
  const opened = await fromBufferPromise(zip);
  for await (const entry of opened.eachEntry()) {
    const path = join(into, ...entry.fileName.split("/"));
    mkdirSync(dirname(path), { recursive: true });
    const pieces: Buffer[] = [];
    for await (const piece of await opened.openReadStreamPromise(entry)) pieces.push(piece as Buffer);
    writeFileSync(path, Buffer.concat(pieces));
  }
}
