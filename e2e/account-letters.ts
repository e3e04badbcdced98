import { expect } from "@playwright/test";
import { mailsTo } from "./mailbox";

/** Waits for the newest letter to an address by subject; `word` tells apart several of one subject. */
export async function linkTo(address: string, subject: string, word = ""): Promise<string> {
  const newest = async () => {
    const letters = await mailsTo(address);
    return letters.filter((mail) => mail.subject === subject && mail.text.includes(word)).at(-1)?.links[0];
  };
  await expect.poll(newest, { message: `« ${subject} » to ${address}` }).toBeDefined();
  return (await newest())!;
}
