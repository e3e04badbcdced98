import { type IncomingMessage, request as requestPlain, type RequestOptions } from "node:http";
import { request as requestSecure } from "node:https";
import type { LookupFunction } from "node:net";
import type { Transform } from "node:stream";
import { pipeline } from "node:stream/promises";
import { createBrotliDecompress, createGunzip, createInflate } from "node:zlib";
import { operatorPolicy, type OutboundPolicy } from "./outbound-policy";
import { type Address, resolveAdmitted } from "./public-address";

/** Reasons why nothing was read. */
export const FETCH_FAILURES = [
  "address",
  "host",
  "port",
  "private",
  "unreachable",
  "timeout",
  "status",
  "redirects",
  "tooLarge",
] as const;
export type FetchFailure = (typeof FETCH_FAILURES)[number];

export type Fetched =
  | { kind: "read"; bytes: Uint8Array; contentType: string; etag: string; lastModified: string }
  | { kind: "unchanged" }
  | { kind: "failed"; failure: FetchFailure; status: number | null };

export type FetchOptions = {
  etag?: string;
  lastModified?: string;
  signal?: AbortSignal;
  /** The operator's unless a caller states another. */
  policy?: OutboundPolicy;
  /** Milliseconds for all of it, redirects included. */
  patience?: number;
  /** Body of a POST; no redirect is followed then, since nobody chose where that would lead. */
  post?: { body: Uint8Array; contentType: string; accept: string };
};

const PATIENCE = 15_000;
/** Bytes of an answer after decompression. */
export const MOST_BYTES = 4 * 1024 * 1024;
const MOST_REDIRECTS = 5;
const REDIRECTS = [301, 302, 303, 307, 308];

class FetchRefusal extends Error {
  constructor(
    readonly failure: FetchFailure,
    readonly status: number | null = null,
  ) {
    super(failure);
  }
}

/**
 * Reads an address of the public internet by http or https, within the operator's policy and limits of size and time. Every
 * host is checked and resolved once, also of a redirect, and connected to at the address that was checked.
 */
export async function fetchPublic(url: string, options: FetchOptions = {}): Promise<Fetched> {
  const { signal, patience = PATIENCE } = options;
  const limit = AbortSignal.timeout(patience);
  const until = signal ? AbortSignal.any([signal, limit]) : limit;
  try {
    return await followRedirects(url, options, until);
  } catch (error) {
    if (error instanceof FetchRefusal)
      return { kind: "failed", failure: error.failure, status: error.status };
    if (signal?.aborted) throw error;
    return { kind: "failed", failure: limit.aborted ? "timeout" : "unreachable", status: null };
  }
}

async function followRedirects(start: string, options: FetchOptions, signal: AbortSignal): Promise<Fetched> {
  let url = parseAddress(start, undefined);
  for (let hop = 0; hop <= MOST_REDIRECTS; hop += 1) {
    const answer = await ask(url, options, signal);
    const { statusCode = 0, headers } = answer;
    const target = REDIRECTS.includes(statusCode) && !options.post ? headers.location : undefined;
    if (target === undefined) return await readAnswer(answer, statusCode, signal);
    answer.destroy();
    url = parseAddress(target, url);
  }
  throw new FetchRefusal("redirects");
}

/** Admits http and https without credentials: these would be sent to whoever answers. */
function parseAddress(text: string, base: URL | undefined): URL {
  if (!URL.canParse(text, base?.href)) throw new FetchRefusal("address");
  const url = new URL(text, base);
  const isWeb = url.protocol === "http:" || url.protocol === "https:";
  if (!isWeb || url.username !== "" || url.password !== "") throw new FetchRefusal("address");
  return url;
}

async function ask(url: URL, options: FetchOptions, signal: AbortSignal): Promise<IncomingMessage> {
  const { policy = operatorPolicy(), etag, lastModified, post } = options;
  if (!policy.isHostAllowed(url.hostname)) throw new FetchRefusal("host");
  if (!policy.isPortAllowed(portOf(url))) throw new FetchRefusal("port");
  const pinned = await within(signal, resolveAdmitted(url.hostname, policy.isAddressAllowed));
  if (pinned === null) throw new FetchRefusal("private");
  const headers = {
    accept:
      post?.accept ??
      "application/atom+xml, application/rss+xml, application/xml;q=0.9, text/xml;q=0.9, */*;q=0.1",
    "accept-encoding": "gzip, deflate, br",
    "user-agent": post ? "Amana" : "Amana (feed reader)",
    ...(etag && { "if-none-match": etag }),
    ...(lastModified && { "if-modified-since": lastModified }),
    ...(post && { "content-type": post.contentType, "content-length": String(post.body.length) }),
  };
  const method = post ? "POST" : "GET";
  return await send(url, { method, headers, signal, lookup: pinnedLookup(pinned), agent: false }, post?.body);
}

function portOf({ port, protocol }: URL): number {
  if (port !== "") return Number(port);
  return protocol === "https:" ? 443 : 80;
}

/** Answers every look-up with the checked address: a second one could have another answer. */
export function pinnedLookup({ address, family }: Address): LookupFunction {
  return (_hostname, { all }, answer) =>
    all ? answer(null, [{ address, family }]) : answer(null, address, family);
}

function send(url: URL, options: RequestOptions, body?: Uint8Array): Promise<IncomingMessage> {
  const request = url.protocol === "https:" ? requestSecure : requestPlain;
  return new Promise((resolve, reject) => {
    request(url, options, resolve).once("error", reject).end(body);
  });
}

/** Rejects when the signal ends, since a look-up cannot be stopped. */
function within<T>(signal: AbortSignal, work: Promise<T>): Promise<T> {
  const ended = new Promise<never>((_, reject) => {
    signal.addEventListener("abort", () => reject(signal.reason as Error), { once: true });
  });
  return Promise.race([work, ended]);
}

async function readAnswer(answer: IncomingMessage, status: number, signal: AbortSignal): Promise<Fetched> {
  const { headers } = answer;
  if (status === 304) {
    answer.destroy();
    return { kind: "unchanged" };
  }
  if (status !== 200) {
    answer.destroy();
    throw new FetchRefusal("status", status);
  }
  const bytes = await readBody(answer, signal);
  return {
    kind: "read",
    bytes,
    contentType: headers["content-type"] ?? "",
    etag: headers.etag ?? "",
    lastModified: headers["last-modified"] ?? "",
  };
}

/** Counts bytes after decompression, so that a small answer cannot become a large one. Ends every stream whatever becomes of it. */
async function readBody(answer: IncomingMessage, signal: AbortSignal): Promise<Uint8Array> {
  const chunks: Buffer[] = [];
  let size = 0;
  const collect = async (parts: AsyncIterable<Buffer>) => {
    for await (const part of parts) {
      size += part.length;
      if (size > MOST_BYTES) throw new FetchRefusal("tooLarge");
      chunks.push(part);
    }
  };
  const decompressor = decompressorOf(answer.headers["content-encoding"]);
  if (decompressor) await pipeline(answer, decompressor, collect, { signal });
  else await pipeline(answer, collect, { signal });
  return Buffer.concat(chunks);
}

function decompressorOf(encoding = ""): Transform | null {
  switch (encoding.toLowerCase()) {
    case "gzip":
    case "x-gzip":
      return createGunzip();
    case "br":
      return createBrotliDecompress();
    case "deflate":
      return createInflate();
    default:
      return null;
  }
}
