import { describe, expect, it } from "vitest";
import { docxOf, EML, PDF } from "@/lib/platform/files/documents.fixture";
import { pngOf } from "@/lib/platform/files/images.fixture";
import { outlookOf } from "@/lib/platform/mail/outlook.fixture";
import { rssOf } from "@/lib/platform/outbound/loopback.fixture";
import {
  readDocumentType,
  readEmail,
  readFeedBytes,
  readImage,
  readMessage,
  readSignatures,
} from "./run-parser";

/** Less than a process takes to begin. */
const NONE = { megabytes: 256, seconds: 0.01 };
const FEED = { contentType: "application/rss+xml", base: "https://a.example" };

describe("what others made is parsed in a child", { timeout: 60_000 }, () => {
  it("which answers as its parser does", async () => {
    expect(await readDocumentType(PDF)).toBe("application/pdf");
    expect(await readDocumentType(docxOf())).toContain("wordprocessingml.document");
    expect(await readDocumentType(new TextEncoder().encode("MZ"))).toBe("type");
    expect(await readImage(pngOf(4, 3))).toEqual({ contentType: "image/png", width: 4, height: 3 });
    expect(await readImage(new Uint8Array())).toBe("type");
    expect(await readMessage(EML)).toMatchObject({ digest: expect.stringMatching(/^[0-9a-f]{64}$/) });
    expect(await readMessage(new Uint8Array())).toBeNull();
    expect(await readEmail(EML)).toMatchObject({ sender: "Claire Vasseur" });
    expect(await readEmail(outlookOf({ "0C1A": "Claire Vasseur" }))).toMatchObject({
      sender: "Claire Vasseur",
    });
    expect(await readEmail(new Uint8Array())).toBeNull();
    expect(await readSignatures(EML)).toEqual([]);
    const feed = new TextEncoder().encode(rssOf([{ title: "Avis", link: "/avis" }], "CNIL"));
    expect(await readFeedBytes(feed, FEED)).toMatchObject({
      title: "CNIL",
      entries: [{ title: "Avis", publishedAt: new Date("2026-11-24T10:00:00Z") }],
    });
  });

  it.each([
    ["document", () => readDocumentType(PDF, NONE), "broken"],
    ["image", () => readImage(pngOf(4, 3), NONE), "broken"],
    ["message", () => readMessage(EML, NONE), null],
    ["email", () => readEmail(EML, NONE), null],
    ["signatures", () => readSignatures(EML, NONE), []],
    ["feed", () => readFeedBytes(new TextEncoder().encode(rssOf([])), FEED, NONE), null],
  ])("which ends beyond its processor time, %s", async (_, read, refused) =>
    expect(await read()).toEqual(refused),
  );

  it("which a crafted feed cannot make hold this process", async () => {
    const crafted = `<rss version="2.0"><channel>${"<item><title>a</title></item>".repeat(1_500_000)}`;
    let longest = 0;
    let last = performance.now();
    const beat = setInterval(() => {
      longest = Math.max(longest, performance.now() - last);
      last = performance.now();
    }, 20);
    const read = await readFeedBytes(Buffer.from(crafted), FEED, { megabytes: 512, seconds: 3 });
    clearInterval(beat);
    expect(read).toBeNull();
    expect(longest).toBeLessThan(2000);
  });
});
