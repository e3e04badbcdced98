/** Request to a child that parses: its first line on stdin; the bytes follow. */
export type ParserRequest =
  | { kind: "document" | "image" | "message" | "email" | "signatures" }
  | { kind: "feed"; contentType: string; base: string };

/** Reads the request and the bytes on stdin, and answers in one line of JSON. */
export async function answerInChild(parse: (bytes: Buffer, asked: ParserRequest) => unknown): Promise<void> {
  const chunks: Buffer[] = [];
  for await (const chunk of process.stdin as AsyncIterable<Buffer>) chunks.push(chunk);
  const whole = Buffer.concat(chunks);
  const end = whole.indexOf("\n");
  const asked = JSON.parse(whole.subarray(0, end).toString("utf8")) as ParserRequest;
  const answer = await parse(whole.subarray(end + 1), asked);
  process.stdout.write(`${JSON.stringify(answer)}\n`, () => process.exit(0));
}
