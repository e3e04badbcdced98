import { Agent } from "node:http";
import { ask, type Target } from "./load";

/** Addresses of one shape, such as two entries of the register, that are opened at most. */
const MOST_ALIKE = 3;

/** Opens the pages that lead on from some, each shape of address at most three times; returns all that were answered. */
export async function crawl(starts: readonly Target[], open: (target: Target) => Promise<string>) {
  const counts = new Map<string, number>();
  const queue: Target[] = [];
  const add = (target: Target) => {
    const shape = `${target.cookie} ${shapeOf(new URL(target.url).pathname)}`;
    const count = counts.get(shape) ?? 0;
    if (count >= MOST_ALIKE || queue.some(({ url }) => url === target.url)) return;
    counts.set(shape, count + 1);
    queue.push(target);
  };
  starts.forEach(add);
  for (const { url, cookie } of queue)
    for (const path of pathsOf(await open({ url, cookie }))) add({ url: new URL(path, url).href, cookie });
  return { pages: queue, shapes: counts.size };
}

/** Addresses of pages that an HTML page leads to; what is downloaded is no page. */
function pathsOf(html: string): string[] {
  return [...html.matchAll(/<a\b[^>]*?\shref="(\/[^"#]*)/g)]
    .map(([, href = ""]) => href.replaceAll("&amp;", "&"))
    .filter((href) => !/^\/(?:api|_next)\/|\.\w+$/.test(href));
}

/** An address with its identifiers, numbers and codes left out. */
function shapeOf(path: string): string {
  return path.replace(/\/(?:[0-9a-f]{8}-[0-9a-f-]{27}|\d+|[\w-]{40,})(?=\/|$)/g, "/:id");
}

/** Opens a page on a connection of its own, so that the next one goes to the next process. */
export async function openPage(target: Target, agent: Agent | false = false): Promise<string> {
  const { status, body } = await ask(target.url, {
    agent,
    headers: { cookie: target.cookie, accept: "text/html", "accept-encoding": "identity" },
  });
  if (status >= 500) throw new Error(`${target.url} answered ${status}.`);
  return body.toString();
}
