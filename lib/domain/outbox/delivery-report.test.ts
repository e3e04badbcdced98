import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { factKindOf, parseDeliveryStatus } from "./delivery-report";

const POSTFIX = [
  "Reporting-MTA: dns; mx.orvelle.example",
  "Original-Envelope-Id: 3f0c5a",
  "X-Postfix-Queue-ID: 4F1",
  "Arrival-Date: Mon,  2 Nov 2026 10:00:00 +0100 (CET)",
  "",
  "Original-Recipient: rfc822;helene@orvelle.example",
  "Final-Recipient: rfc822; h.marchetti@orvelle.example",
  "Action: delivered",
  "Status: 2.0.0",
  "Diagnostic-Code: X-Postfix; delivered to",
  "  mailbox",
  "Last-Attempt-Date: Mon, 2 Nov 2026 10:00:04 +0100",
  "",
].join("\r\n");

describe("parseDeliveryStatus", () => {
  it("reads who reports, of which envelope, and what became of the recipient", () => {
    expect(parseDeliveryStatus(POSTFIX)).toEqual({
      envelopeId: "3f0c5a",
      server: "mx.orvelle.example",
      recipients: [
        {
          action: "delivered",
          recipient: "h.marchetti@orvelle.example",
          status: "2.0.0",
          details: "delivered to mailbox",
          at: Date.parse("2026-11-02T09:00:04Z"),
        },
      ],
    });
  });

  it("reads several recipients, names in any case, and lines that end in LF alone", () => {
    const text =
      "reporting-mta: dns;mx\n\nfinal-recipient: rfc822;a@b\nACTION: Failed\nstatus: 5.1.1 (bad)\n\nAction: delayed\n";
    expect(parseDeliveryStatus(text)?.recipients).toMatchObject([
      { action: "failed", recipient: "a@b", status: "5.1.1", at: null },
      { action: "delayed", recipient: "" },
    ]);
  });

  it.each(["", "Bonjour", "Reporting-MTA: dns; mx", "Action: delivered\n\nStatus: 2.0.0"])(
    "%j is none",
    (text) => {
      expect(parseDeliveryStatus(text)).toBeNull();
    },
  );

  it("never throws, and stays small, whatever it is given", () => {
    const part = fc.constantFrom(
      "Reporting-MTA: dns; x\n\n",
      "Action: ",
      "\n\n",
      "Status",
      ";",
      "rfc822;",
      "\r\n ",
    );
    fc.assert(
      fc.property(fc.array(fc.oneof(part, fc.string())), (parts) => {
        const report = parseDeliveryStatus(parts.join(""));
        if (report) expect(report.recipients.length).toBeLessThanOrEqual(20);
      }),
    );
    const long = parseDeliveryStatus(`Reporting-MTA: dns;x\n\nDiagnostic-Code: ${"y".repeat(100_000)}`);
    expect(long!.recipients[0]!.details.length).toBeLessThanOrEqual(500);
  });
});

describe("factKindOf", () => {
  const of = (action: string, by: "envelope" | "message") =>
    factKindOf({ action, recipient: "", status: "", details: "", at: null }, by);

  it.each([
    ["delivered", "delivered", null],
    ["failed", "bounced", "bounced"],
    ["delayed", "delayed", null],
    ["relayed", "relayed", null],
    ["expanded", "expanded", null],
    ["read", null, null],
  ] as const)("%s: %s by the envelope's id, %s by the Message-ID", (action, byEnvelope, byMessage) => {
    expect(of(action, "envelope")).toBe(byEnvelope);
    expect(of(action, "message")).toBe(byMessage);
  });
});
