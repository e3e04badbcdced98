import { itemAt } from "@/lib/domain/invariant/required";

const ENTITIES: Record<string, string> = { quot: '"', amp: "&", lt: "<", gt: ">", "#x27": "'", "#39": "'" };

/** Visitor signed in at one address, without JavaScript. */
export type Visitor = { baseUrl: string; cookie: string };

/**
 * Fills in a form of a page and sends it as a browser without JavaScript does. Returns where the answer leads, or
 * undefined when the form came back refused. Throws when no answer came, or one of a server in trouble.
 */
export async function sendPlainForm(
  { baseUrl, cookie }: Visitor,
  path: string,
  /** Values by name; the names tell which of the page's forms it is. */
  values: Record<string, string>,
): Promise<string | undefined> {
  const page = await ask(`${baseUrl}${path}`, { headers: { cookie } });
  const fields = hiddenFields(await page.text(), itemAt(Object.keys(values), 0));
  const body = new FormData();
  for (const [name, value] of Object.entries({ ...fields, ...values })) body.append(name, value);
  const headers = { cookie, origin: baseUrl };
  const answer = await ask(`${baseUrl}${path}`, { method: "POST", headers, body });
  await answer.arrayBuffer();
  return answer.headers.get("location") ?? undefined;
}

/**
 * Returns the hidden fields of a page's form, its action among them; the form is the one with a control of
 * this name.
 */
export function hiddenFields(html: string, control: string): Record<string, string> {
  const forms = html.split("<form").slice(1);
  const form = forms
    .map((rest) => rest.replace(/<\/form>[^]*/, ""))
    .find((text) => text.includes(` name="${control}"`));
  if (!form) throw new Error(`The page has no form with ${control}.`);
  const inputs = [...form.matchAll(/<input\b[^>]*>/g)].map(([tag]) => tag);
  const hidden = inputs.filter((tag) => attributeOf(tag, "type") === "hidden");
  return Object.fromEntries(hidden.map((tag) => [attributeOf(tag, "name"), attributeOf(tag, "value")]));
}

async function ask(url: string, init: RequestInit): Promise<Response> {
  const answer = await fetch(url, { ...init, redirect: "manual", signal: AbortSignal.timeout(15_000) });
  if (answer.status < 400) return answer;
  throw new Error(`${url} answered ${answer.status}.`);
}

function attributeOf(tag: string, name: string): string {
  const value = new RegExp(` ${name}="([^"]*)"`).exec(tag)?.[1] ?? "";
  return value.replace(/&([a-z0-9#]+);/gi, (whole, entity: string) => ENTITIES[entity] ?? whole);
}
