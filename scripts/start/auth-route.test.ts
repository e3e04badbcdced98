import { expect, it } from "vitest";
import * as route from "@/app/api/auth/[...nextauth]/route";

const FORM = "application/x-www-form-urlencoded";

function post(path: string, headers: Record<string, string> = {}) {
  const request = new Request(`http://localhost/api/auth/${path}`, {
    method: "POST",
    body: "a=b",
    headers: { "content-type": FORM, "content-length": "3", ...headers },
  });
  return route.POST(request, { params: Promise.resolve({ nextauth: path.split("/") }) });
}

it.each([
  "_log",
  "session",
  "providers",
  "csrf",
  "signin",
  "signin/credentials",
  "signout",
  "error",
  "callback/other",
])("serves no %s: our own pages stand in its place", async (path) =>
  expect((await post(path)).status).toBe(404),
);

it.each(["session", "providers", "csrf", "signin/credentials", "signout", "callback/credentials", "_log"])(
  "answers nothing to whoever only looks at %s",
  async (path) => {
    const request = new Request(`http://localhost/api/auth/${path}`);
    const context = { params: Promise.resolve({ nextauth: path.split("/") }) };
    expect((await route.GET(request, context)).status).toBe(404);
  },
);

it.each(["callback/credentials", "callback/link"])(
  "reads a plain form at %s and nothing longer",
  async (path) => {
    expect((await post(path, { "content-length": "300000000" })).status).toBe(413);
    expect((await post(path, { "content-type": "application/json" })).status).toBe(415);
  },
);
