import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { splitMessages } from "./split-messages";

const bytesOf = (text: string) => new TextEncoder().encode(text);
const texts = (found: ReturnType<typeof splitMessages>) =>
  typeof found === "string" ? found : found.map((one) => Buffer.from(one).toString());

describe("splitMessages", () => {
  it("takes a message for one, and a mailbox for all of its own", () => {
    expect(texts(splitMessages(bytesOf("Subject: a\r\n\r\nFrom here on")))).toEqual([
      "Subject: a\r\n\r\nFrom here on",
    ]);
    const mbox =
      "From a@b Mon Nov 2\nSubject: a\n\nOne\nFrom within\n\nFrom c@d Tue Nov 3\nSubject: b\n\nTwo\n";
    expect(texts(splitMessages(bytesOf(mbox)))).toEqual([
      "Subject: a\n\nOne\nFrom within\n\n",
      "Subject: b\n\nTwo\n",
    ]);
  });

  it.each([
    ["", "notMail"],
    ["%PDF-1.7", "notMail"],
    ["From a@b\n%PDF", "notMail"],
    ["\u00d0\u00cf\u0011\u00e0", "outlook"],
    ["From a\nA: b\n\n".repeat(201), "tooManyMessages"],
  ])("%j is refused: %s", (text, why) => {
    expect(splitMessages(Buffer.from(text, "latin1"))).toBe(why);
  });

  it("never throws, and never makes more of a file than it holds", () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 500 }), (bytes) => {
        const found = splitMessages(Buffer.concat([Buffer.from("From x\n"), bytes]));
        if (typeof found !== "string")
          expect(found.reduce((sum, one) => sum + one.length, 0)).toBeLessThanOrEqual(bytes.length);
      }),
    );
  });
});
