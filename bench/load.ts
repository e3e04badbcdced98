import { Agent, request, type IncomingHttpHeaders } from "node:http";
import { itemAt } from "@/lib/domain/invariant/required";

export type Answer = { status: number; headers: IncomingHttpHeaders; body: Buffer; ms: number };
export type Target = { url: string; cookie: string };

/** Milliseconds of one request at a time, and answers a second with so many connections at once. */
export type Speed = { p50: number; p95: number; perSecond: number; perSecondCompressed: number };

const CONNECTIONS = 20;
// Processes live for weeks: what is compiled and planned in their first seconds is not what a page costs.
const WARM_UP_MS = 6_000;
const ALONE = 120;
const LOADED_MS = 4_000;

/** Measures a page alone and under load, once it is warm; every answer must be a whole page, or the measure is refused. */
export async function measureSpeed(target: Target): Promise<Speed> {
  await measureRate(target, "identity", WARM_UP_MS);
  return {
    ...(await measureAlone(target, ALONE)),
    perSecond: await measureRate(target, "identity"),
    perSecondCompressed: await measureRate(target, "gzip"),
  };
}

/** Measures one request at a time. */
export async function measureAlone(target: Target, requests: number): Promise<{ p50: number; p95: number }> {
  const alone = new Agent({ keepAlive: true, maxSockets: 1 });
  const times: number[] = [];
  for (let index = 0; index < requests; index += 1) times.push((await get(target, alone)).ms);
  alone.destroy();
  times.sort((a, b) => a - b);
  return {
    p50: itemAt(times, Math.floor(times.length * 0.5)),
    p95: itemAt(times, Math.floor(times.length * 0.95)),
  };
}

async function measureRate(target: Target, encoding: string, forMs = LOADED_MS): Promise<number> {
  const agent = new Agent({ keepAlive: true, maxSockets: CONNECTIONS });
  const begun = performance.now();
  let answered = 0;
  const ask = async () => {
    while (performance.now() - begun < forMs) {
      await get(target, agent, encoding);
      answered += 1;
    }
  };
  await Promise.all(Array.from({ length: CONNECTIONS }, ask));
  agent.destroy();
  return (answered * 1000) / (performance.now() - begun);
}

/** Reads a whole answer. Throws where the page was not served. */
export async function get({ url, cookie }: Target, agent?: Agent, encoding = "identity"): Promise<Answer> {
  const answer = await ask(url, {
    agent,
    headers: { cookie, "accept-encoding": encoding, accept: "text/html" },
  });
  if (answer.status !== 200) throw new Error(`${url} answered ${answer.status}.`);
  return answer;
}

/** Sends a form as the browser does from a page of the same site. */
export function post({ url, cookie }: Target, fields: Record<string, string>): Promise<Answer> {
  return ask(
    url,
    {
      method: "POST",
      headers: {
        cookie,
        "content-type": "application/x-www-form-urlencoded",
        "sec-fetch-site": "same-origin",
      },
    },
    new URLSearchParams(fields).toString(),
  );
}

/** Sends a request and reads its whole answer, whatever its status. */
export function ask(url: string, options: Parameters<typeof request>[1], body?: string): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const begun = performance.now();
    const sent = request(url, options, (response) => {
      const chunks: Buffer[] = [];
      response.on("data", (chunk: Buffer) => chunks.push(chunk));
      response.on("error", reject);
      response.on("end", () =>
        resolve({
          status: response.statusCode ?? 0,
          headers: response.headers,
          body: Buffer.concat(chunks),
          ms: performance.now() - begun,
        }),
      );
    });
    sent.on("error", reject);
    sent.end(body);
  });
}
