/** Decoded letter; `links` are the addresses of its plain part, in order. */
export type ReceivedMail = {
  subject: string;
  from: string;
  to: string;
  messageId: string;
  language: string;
  /** Address of List-Unsubscribe, "" without one. */
  oneClickLeave: string;
  text: string;
  html: string;
  links: string[];
};

type Part = { headers: Map<string, string>; body: string };

/** Parses a message with a plain and an HTML part (RFC 5322, 2045, 2047). */
export function readMessage(message: string): ReceivedMail {
  const whole = readPart(message);
  const parts = partsOf(whole);
  const bodyOf = (type: string) => {
    const part = parts.find(({ headers }) => headers.get("content-type")?.startsWith(type));
    return part ? decodeBody(part) : "";
  };
  const text = bodyOf("text/plain");
  const header = (name: string) => decodeWords(whole.headers.get(name) ?? "");
  return {
    subject: header("subject"),
    from: header("from"),
    to: header("to"),
    messageId: header("message-id"),
    language: header("content-language"),
    oneClickLeave: header("list-unsubscribe").replace(/^<|>$/g, ""),
    text,
    html: bodyOf("text/html"),
    links: text.match(/https?:\/\/\S+/g) ?? [],
  };
}

function readPart(text: string): Part {
  const [head = "", ...rest] = text.split("\r\n\r\n");
  const lines = head.replace(/\r\n[ \t]+/g, " ").split("\r\n");
  const headers = lines.map((line): [string, string] => {
    const colon = line.indexOf(":");
    return [line.slice(0, colon).toLowerCase(), line.slice(colon + 1).trim()];
  });
  return { headers: new Map(headers), body: rest.join("\r\n\r\n") };
}

function partsOf(part: Part): Part[] {
  const boundary = /boundary="?([^";]+)/.exec(part.headers.get("content-type") ?? "")?.[1];
  if (!boundary) return [part];
  const inside = part.body.split(`--${boundary}`).slice(1, -1);
  return inside.flatMap((text) => partsOf(readPart(text.replace(/^\r\n/, ""))));
}

function decodeBody({ headers, body }: Part): string {
  const encoding = headers.get("content-transfer-encoding")?.toLowerCase();
  if (encoding === "base64") return Buffer.from(body, "base64").toString("utf8");
  if (encoding === "quoted-printable") return decodeQuoted(body.replace(/=\r\n/g, "")).replace(/\r\n/g, "\n");
  return body.replace(/\r\n/g, "\n");
}

function decodeQuoted(text: string): string {
  const bytes = text.replace(/=([0-9A-F]{2})/gi, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)));
  return Buffer.from(bytes, "latin1").toString("utf8");
}

/** Decodes "=?UTF-8?Q?Lettre_d=E2=80=99essai?=" to "Lettre d’essai" and joins adjacent words. */
function decodeWords(text: string): string {
  return text
    .replace(/\?=\s+=\?/g, "?==?")
    .replace(/=\?utf-8\?([bq])\?([^?]*)\?=/gi, (_, kind: string, body: string) =>
      kind.toLowerCase() === "b"
        ? Buffer.from(body, "base64").toString("utf8")
        : decodeQuoted(body.replace(/_/g, " ")),
    );
}
