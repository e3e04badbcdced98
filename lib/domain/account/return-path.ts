import { z } from "zod";

const ORIGIN = "http://here.invalid";

/** Accepts paths of this application alone; anything else, "//elsewhere" too, becomes the first page. */
export const returnPathSchema = z.string().max(2000).refine(isOwnPath).catch("/");

/** A browser reads "/\" and "/<tab>/" as "//": what counts is where it would go, not how it is written. */
function isOwnPath(path: string): boolean {
  if (!path.startsWith("/") || /^\/((portal|audit)\/)?sign-in/.test(path) || !URL.canParse(path, ORIGIN))
    return false;
  return new URL(path, ORIGIN).origin === ORIGIN;
}

/** The organisation that a path stands in: its first part, should there be one. */
export function orgOfPath(path: string): string | undefined {
  return /^\/([a-z0-9-]+)(?:[/?#]|$)/.exec(path)?.[1];
}
