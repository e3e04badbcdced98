import { describe, expect, it } from "vitest";
import { parseEmail } from "./email";
import { outlookOf } from "./outlook.fixture";

const messageOf = (...lines: string[]) => Buffer.from(lines.join("\r\n"));

describe("an e-mail that somebody brings", () => {
  it("gives its sender, subject, words and the instant at which the last server took it", async () => {
    const message = messageOf(
      "Received: from mx.centre.example by imap.centre.example; Mon, 30 Nov 2026 08:05:10 +0000 (UTC)",
      "Received: from mx.orvelle.example (a; b) by mx.centre.example; Mon, 30 Nov 2026 08:05:02 +0000",
      "From: =?utf-8?Q?H=C3=A9l=C3=A8ne_Marchetti?= <h.marchetti@orvelle.example>",
      "Subject: =?utf-8?B?RWZmYWNlciBsZXMgZmljaGVz?=",
      "Date: Mon, 30 Nov 2026 07:58:00 +0100",
      "Content-Type: text/plain; charset=iso-8859-1",
      "Content-Transfer-Encoding: quoted-printable",
      "",
      "Effacez les fiches cr=E9=E9es avant 2024.",
      "",
    );
    expect(await parseEmail(message)).toEqual({
      sender: "Hélène Marchetti",
      address: "h.marchetti@orvelle.example",
      subject: "Effacer les fiches",
      at: Date.parse("2026-11-30T08:05:10Z"),
      text: "Effacez les fiches créées avant 2024.",
    });
  });

  it("is dated by its own field where no server wrote a line, or one that says no instant", async () => {
    const dated = ["From: claire@orvelle.example", "Date: Mon, 23 Nov 2026 09:11:58 +0100", "", "Stop."];
    const at = Date.parse("2026-11-23T08:11:58Z");
    expect(await parseEmail(messageOf(...dated))).toMatchObject({ sender: "claire@orvelle.example", at });
    expect(await parseEmail(messageOf("Received: by a; yesterday", ...dated))).toMatchObject({ at });
    expect(await parseEmail(messageOf("From: a@b.example", "Subject: x", "", "y"))).toMatchObject({
      at: null,
    });
  });

  it("gives the words of its HTML where there is no plain text, and its plain text where there is", async () => {
    const html = [
      "From: a@b.example",
      "Content-Type: text/html; charset=utf-8",
      "",
      "<p>Ne pas <b>rappeler</b></p>",
    ];
    expect(await parseEmail(messageOf(...html))).toMatchObject({ text: "Ne pas rappeler" });
    const both = [
      "From: a@b.example",
      'Content-Type: multipart/alternative; boundary="-b"',
      "",
      "---b",
      "Content-Type: text/plain",
      "",
      "Plain",
      "---b",
      "Content-Type: text/html",
      "",
      "<i>Other</i>",
      "---b--",
    ];
    expect(await parseEmail(messageOf(...both))).toMatchObject({ text: "Plain" });
  });

  it("holds no NUL, and no line in its sender or subject", async () => {
    const message = messageOf(
      "From: =?utf-8?Q?A=00=0AB?= <a@b.example>",
      "Subject: =?utf-8?Q?x=0D=0Ay?=",
      "",
      "z\0",
    );
    expect(await parseEmail(message)).toMatchObject({ sender: "A B", subject: "x y", text: "z" });
  });

  it("of Outlook is read as well", async () => {
    const message = outlookOf({
      "0037": "Objet",
      "1000": "Première ligne\r\nSeconde\0",
      "0C1A": "Claire Orvelle",
      "5D01": "claire@orvelle.example",
    });
    expect(await parseEmail(message)).toEqual({
      sender: "Claire Orvelle",
      address: "claire@orvelle.example",
      subject: "Objet",
      at: Date.parse("2026-11-30T08:05:10Z"),
      text: "Première ligne\nSeconde",
    });
  });

  it("of Outlook has no address that only Exchange knows", async () => {
    const message = outlookOf({ "0C1A": "Claire", "0C1F": "/o=Orvelle/ou=Exchange/cn=claire" });
    expect(await parseEmail(message)).toMatchObject({ sender: "Claire", address: "", text: "" });
  });

  it.each([
    ["nothing", ""],
    ["words", "Bonjour"],
    ["a container of nothing", "\u00d0\u00cf\u0011\u00e0\u00a1\u00b1\u001a\u00e1"],
    ["a container cut short", outlookOf({ "0037": "Objet" }).subarray(0, 700).toString("latin1")],
  ])("is none: %s", async (_, bytes) => {
    expect(await parseEmail(Buffer.from(bytes, "latin1"))).toBeNull();
  });
});
