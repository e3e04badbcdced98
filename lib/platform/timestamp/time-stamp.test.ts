import { describe, expect, it } from "vitest";
import { makeStamper, rejection } from "./stamper.fixture";
import { buildStampRequest, verifyStamp } from "./time-stamp";

const TEXT = '{"day":"2026-12-01","seq":7}';
const stamper = await makeStamper();

describe("a stamp of a text", () => {
  it("says the instant, the authority and the digest that was stamped", async () => {
    const { bytes, nonce } = buildStampRequest(TEXT);
    const at = new Date("2026-12-01T10:00:00Z");
    const verified = await verifyStamp(await stamper.answer(bytes, at), TEXT, nonce);
    expect(verified).toMatchObject({
      isValid: true,
      stamp: {
        at,
        authority: "Stamps of the tests, Example",
        imprint: expect.stringMatching(/^[0-9a-f]{64}$/),
      },
    });
  });

  it("is none of another text, nor an answer to another request", async () => {
    const { bytes } = buildStampRequest(TEXT);
    const answer = await stamper.answer(bytes);
    expect(await verifyStamp(answer, `${TEXT} `)).toEqual({ isValid: false, fault: "imprint-differs" });
    const other = buildStampRequest(TEXT).nonce;
    expect(await verifyStamp(answer, TEXT, other)).toEqual({ isValid: false, fault: "nonce-differs" });
    expect(await verifyStamp(answer, TEXT)).toMatchObject({ isValid: true });
  });

  it("falls with any byte that it states", async () => {
    const answer = await stamper.answer(buildStampRequest(TEXT).bytes);
    const whole = await verifyStamp(answer, TEXT);
    for (let at = 0; at < answer.length; at += 5) {
      const altered = Uint8Array.from(answer);
      altered[at] = (altered[at] ?? 0) ^ 0x01;
      const verified = await verifyStamp(altered, TEXT);
      // Some bytes say nothing, as which of the two statuses "granted" it has.
      if (verified.isValid) expect([at, verified]).toEqual([at, whole]);
    }
  });

  it("is refused where another certificate stands in the place of the signer's", async () => {
    const answer = await stamper.answer(buildStampRequest(TEXT).bytes);
    const [own, other] = [stamper.certificate, (await makeStamper()).certificate];
    const at = Buffer.from(answer).indexOf(own);
    expect(at).toBeGreaterThan(0);
    const exchanged = Uint8Array.from(answer);
    exchanged.set(other.subarray(0, own.length), at);
    expect((await verifyStamp(exchanged, TEXT)).isValid).toBe(false);
  });

  it.each([
    ["serves another purpose", { purposes: ["1.3.6.1.5.5.7.3.1"] }],
    ["serves others beside", { purposes: ["1.3.6.1.5.5.7.3.8", "1.3.6.1.5.5.7.3.1"] }],
    ["does not insist on its purpose", { isCritical: false }],
  ])("is refused by a certificate that %s", async (_, wanted) => {
    const other = await makeStamper(wanted);
    const answer = await other.answer(buildStampRequest(TEXT).bytes);
    expect(await verifyStamp(answer, TEXT)).toEqual({ isValid: false, fault: "certificate-unfit" });
  });

  it("is refused by a certificate that had ended, or not begun", async () => {
    const answer = await stamper.answer(buildStampRequest(TEXT).bytes, new Date("2040-01-01T00:00:00Z"));
    expect(await verifyStamp(answer, TEXT)).toEqual({ isValid: false, fault: "certificate-unfit" });
  });

  it.each([
    ["refused", rejection()],
    ["unreadable", new TextEncoder().encode("<html>Not here</html>")],
    ["unreadable", new Uint8Array()],
  ])("is %s where the authority answered otherwise", async (fault, answer) => {
    expect(await verifyStamp(answer, TEXT)).toEqual({ isValid: false, fault });
  });
});
