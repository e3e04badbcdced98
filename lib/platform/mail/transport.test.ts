import { afterEach, describe, expect, it } from "vitest";
import { assumeEnvironment } from "@/lib/platform/environment/env";
import {
  type MailServer,
  type MailServerSettings,
  replyOf,
  startMailServer,
} from "@/scripts/test/mail-server";
import { canSend, sendMail, type Mail } from "./transport";

const received: string[] = [];
const servers: MailServer[] = [];

afterEach(async () => {
  received.length = 0;
  await Promise.all(servers.splice(0).map(({ stop }) => stop()));
});

async function serve(settings: Partial<MailServerSettings> = {}): Promise<MailServer> {
  const server = await startMailServer({
    keep: async (_, message) => void received.push(message),
    ...settings,
  });
  servers.push(server);
  return server;
}

const useServer = (url: string) =>
  assumeEnvironment({ SMTP_URL: url, MAIL_FROM: "Centre <dpo@centre.example>" });

const mail: Mail = {
  messageId: "<one@amana.example>",
  envelopeId: "3f0c5a",
  to: { name: "Hélène Marchetti", address: "helene@orvelle.example" },
  language: "fr",
  subject: "À lire",
  text: "Bonjour",
  html: "<p>Bonjour</p>",
  oneClickLeave: null,
  attachment: null,
};

const withPassword: MailServerSettings["options"] = {
  disabledCommands: ["STARTTLS"],
  allowInsecureAuth: true,
  onAuth: ({ username, password }, _session, answer) =>
    username === "amana" && password === "p@ss:word"
      ? answer(null, { user: username })
      : answer(replyOf(535, "Not you")),
};

describe("sendMail", () => {
  it("sends both parts, and says when and what the server answered", async () => {
    useServer((await serve()).url);
    const before = Date.now();
    const delivery = await sendMail(mail);
    expect(delivery).toMatchObject({ kind: "accepted", response: expect.stringMatching(/^250/) });
    expect(delivery.at.getTime()).toBeGreaterThanOrEqual(before);
    expect(received[0]).toContain("text/plain");
    expect(received[0]).toContain("text/html");
    expect(received[0]).toContain("From: Centre <dpo@centre.example>");
  });

  it.each([
    [false, { ret: "HDRS", envid: "3f0c5a" }, { notify: ["SUCCESS", "FAILURE", "DELAY"] }],
    [true, undefined, undefined],
  ])(
    "asks for a delivery notification unless the relay offers none (%s)",
    async (hideDSN, envelope, recipient) => {
      let asked: unknown;
      const options: MailServerSettings["options"] = {
        hideDSN,
        onMailFrom: (_address, _session, answer) => answer(),
        onRcptTo: ({ dsn }, { envelope: { dsn: whole, mailFrom } }, answer) => {
          asked = { whole, dsn, from: mailFrom && mailFrom.address };
          answer();
        },
      };
      useServer((await serve({ options })).url);
      assumeEnvironment({ MAIL_RETURN_PATH: "retours@centre.example" });
      expect(await sendMail(mail)).toMatchObject({ kind: "accepted", isNoticeAsked: !hideDSN });
      assumeEnvironment({ MAIL_RETURN_PATH: "" });
      expect(asked).toMatchObject({ from: "retours@centre.example" });
      if (hideDSN) expect(asked).toMatchObject({ whole: envelope, dsn: recipient });
      else
        expect(asked).toMatchObject({
          whole: envelope,
          dsn: { ...recipient, orcpt: "rfc822;helene@orvelle.example" },
        });
    },
  );

  it("sends the file that goes with it, byte for byte, under its name", async () => {
    useServer((await serve()).url);
    const bytes = new Uint8Array([37, 80, 68, 70, 0, 255]);
    const attachment = { fileName: "TLN-2026-007 alerte.pdf", contentType: "application/pdf", bytes };
    await sendMail({ ...mail, attachment });
    expect(received[0]).toContain('filename="TLN-2026-007 alerte.pdf"');
    expect(received[0]).toContain(Buffer.from(bytes).toString("base64"));
  });

  it("signs in with what the address holds", async () => {
    const { port } = await serve({ options: withPassword });
    useServer(`smtp://amana:p%40ss%3Aword@127.0.0.1:${port}?requireTLS=false`);
    expect(await sendMail(mail)).toMatchObject({ kind: "accepted" });
  });

  it("takes a wrong password for a wrong setting, not for the letter's fault, and does not repeat it", async () => {
    const { port } = await serve({ options: withPassword });
    useServer(`smtp://amana:not-the-word@127.0.0.1:${port}?requireTLS=false`);
    const delivery = await sendMail(mail);
    expect(delivery).toMatchObject({ kind: "failed", about: "connection", replyCode: 535 });
    expect(JSON.stringify(delivery)).not.toContain("not-the-word");
  });

  it("speaks TLS from the first byte, and trusts no certificate that nobody vouches for", async () => {
    const { port } = await serve({ options: { secure: true, disabledCommands: ["AUTH"] } });
    useServer(`smtps://127.0.0.1:${port}`);
    expect(await sendMail(mail)).toMatchObject({ kind: "failed", about: "connection" });
    useServer(`smtps://127.0.0.1:${port}?tls.rejectUnauthorized=false`);
    expect(await sendMail(mail)).toMatchObject({ kind: "accepted" });
  });

  it("goes over to TLS where the server offers it", async () => {
    let wasSecure: boolean | undefined;
    const options: MailServerSettings["options"] = {
      disabledCommands: ["AUTH"],
      onMailFrom: (_address, session, answer) => {
        wasSecure = session.secure;
        answer();
      },
    };
    const { port } = await serve({ options });
    useServer(`smtp://127.0.0.1:${port}?tls.rejectUnauthorized=false`);
    expect(await sendMail(mail)).toMatchObject({ kind: "accepted" });
    expect(wasSecure).toBe(true);
  });

  it("hands neither password nor letter to a server that offers no TLS, unless that was said of this machine", async () => {
    const seen: string[] = [];
    const options: MailServerSettings["options"] = {
      ...withPassword,
      onAuth: (auth, session, answer) => {
        seen.push("password");
        withPassword.onAuth?.call(undefined as never, auth, session, answer);
      },
      onMailFrom: (_address, _session, answer) => {
        seen.push("letter");
        answer();
      },
    };
    const { port } = await serve({ options });
    const sendBy = (query: string) => {
      assumeEnvironment({
        SMTP_URL: `smtp://amana:p%40ss%3Aword@127.0.0.1:${port}${query}`,
        MAIL_FROM: "Centre <dpo@centre.example>",
      });
      return sendMail(mail);
    };
    for (const query of ["", "?ignoreTLS=true", "?requireTLS=true"])
      expect(await sendBy(query), query).toMatchObject({ kind: "failed", about: "connection" });
    expect(seen).toEqual([]);
    expect(await sendBy("?requireTLS=false")).toMatchObject({ kind: "accepted" });
    expect(seen).toEqual(["password", "letter"]);
  });

  it.each([
    [450, "letter"],
    [550, "letter"],
  ] as const)("tells the server's %i to a recipient", async (code, about) => {
    useServer((await serve({ refuse: () => replyOf(code, "No") })).url);
    expect(await sendMail(mail)).toMatchObject({ kind: "failed", about, replyCode: code });
  });

  it("takes a refused sender for a wrong setting", async () => {
    const options: MailServerSettings["options"] = {
      disabledCommands: ["AUTH", "STARTTLS"],
      onMailFrom: (_address, _session, answer) => answer(replyOf(553, "Not from there")),
    };
    useServer((await serve({ options })).url);
    expect(await sendMail(mail)).toMatchObject({ kind: "failed", about: "connection", replyCode: 553 });
  });

  it("says that nobody answered", async () => {
    const { url, stop } = await startMailServer({ keep: async () => {} });
    await stop();
    useServer(url);
    const delivery = await sendMail(mail);
    expect(delivery).toMatchObject({ kind: "failed", about: "connection" });
    expect(delivery).not.toHaveProperty("replyCode");
  });
});

describe("canSend", () => {
  it("is true with a server and false without", () => {
    useServer("smtp://mail.example");
    expect(canSend()).toBe(true);
    useServer("");
    expect(canSend()).toBe(false);
  });
});
