import { mkdir, readdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect } from "@playwright/test";
import { readMessage, type ReceivedMail } from "./mail-message";

export type { ReceivedMail };

/** Folder shared by the set-up's mail server and the test processes; file names sort oldest first. */
const folder = join(import.meta.dirname, "../.test/e2e-mail");

let serial = 0;

export async function emptyMailbox(): Promise<void> {
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
}

/** Writes one file per recipient and renames it when complete, so that no reader sees a partial letter. */
export async function storeMail(recipients: string[], message: string): Promise<void> {
  for (const address of recipients) {
    serial += 1;
    const name = `${String(serial).padStart(6, "0")}-${encodeURIComponent(address.toLowerCase())}.eml`;
    const making = join(folder, `.${name}`);
    await writeFile(making, message);
    await rename(making, join(folder, name));
  }
}

export async function mailsTo(address: string): Promise<ReceivedMail[]> {
  const ending = `-${encodeURIComponent(address.toLowerCase())}.eml`;
  const names = (await readdir(folder)).filter((name) => !name.startsWith(".") && name.endsWith(ending));
  return Promise.all(
    names.sort().map(async (name) => readMessage(await readFile(join(folder, name), "utf8"))),
  );
}

/** Waits for the newest letter to an address, optionally by subject. */
export async function mailTo(address: string, subject = /(?:)/): Promise<ReceivedMail> {
  const newest = async () => (await mailsTo(address)).filter((mail) => subject.test(mail.subject)).at(-1);
  await expect.poll(newest, { message: `a letter to ${address}` }).toBeDefined();
  return (await newest())!;
}
