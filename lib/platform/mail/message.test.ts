import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseMessage, READ_BYTES } from "./message";
import { eximBounce, exchangeReport, gmailReport, holidayNotice, postfixReport } from "./returned.fixture";

const ID = "<0192@amana.example>";
const read = (text: string) => parseMessage(Buffer.from(text));

describe("parseMessage", () => {
  it.each([
    ["Postfix", postfixReport, true],
    ["Exchange", exchangeReport, true],
    ["Gmail", gmailReport, true],
    ["Exim", eximBounce, false],
  ] as const)("reads what %s returns", async (_, write, hasReport) => {
    const message = await read(write({ messageId: ID, envelopeId: "3f0c" }));
    expect(message!.quotedIds).toContain(ID);
    expect(message!.quotedIds).not.toContain("<20261102.4F1@mx.orvelle.example>");
    if (hasReport) expect(message!.deliveryStatus).toMatch(/^Reporting-MTA: dns;/);
    else expect(message).toMatchObject({ deliveryStatus: null, failedRecipients: "helene@orvelle.example" });
  });

  it("takes the text of an ordinary message for no report, whatever it says", async () => {
    expect(await read(holidayNotice({ messageId: ID, envelopeId: "3f0c" }))).toMatchObject({
      deliveryStatus: null,
      failedRecipients: "",
    });
  });

  it("reads no more than its first half megabyte, where the report stands", async () => {
    const report = postfixReport({ messageId: ID });
    const huge = Buffer.concat([Buffer.from(report), Buffer.alloc(8 * READ_BYTES, "x")]);
    const message = await parseMessage(huge);
    expect(message!.deliveryStatus).toContain("Action: failed");
    expect(message!.digest).toBe((await parseMessage(huge.subarray(0, READ_BYTES + 1)))!.digest);
  });

  it("refuses what is nested beyond measure, and never throws", async () => {
    const deep = Array.from(
      { length: 3000 },
      (_, at) => `Content-Type: multipart/mixed; boundary="b${at}"\r\n\r\n--b${at}\r\n`,
    ).join("");
    expect(await read(deep)).toBeNull();
    expect(await read("")).toBeNull();
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 300 }), async (bytes) => {
        await parseMessage(Buffer.concat([Buffer.from("Content-Type: multipart/report; "), bytes]));
      }),
      { numRuns: 30 },
    );
  });
});
