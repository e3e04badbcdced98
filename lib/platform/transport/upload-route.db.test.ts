import { afterAll, beforeAll, expect, it } from "vitest";
import { done, type Outcome } from "@/lib/domain/outcome/outcome";
import { SESSION_COOKIE } from "@/lib/platform/auth/cookie";
import { receiveInOrganisation } from "./upload-route";
import { openSession } from "@/lib/platform/request/session-store";
import { makeMember } from "@/prisma/factories/member";
import { makeOrganisation, type MadeOrganisation } from "@/prisma/factories/organisation";
import { freshDatabase } from "@/scripts/test/fresh-database";
import { withinRequest } from "@/scripts/test/request-scope";

const DEVICE = { userAgent: "", address: "" };

let database: Awaited<ReturnType<typeof freshDatabase>>;
let own: MadeOrganisation;
let cookie: string;
let colleague: string;

beforeAll(async () => {
  database = await freshDatabase();
  own = await makeOrganisation(database.ownerUrl);
  const member = await makeMember(own, "editor");
  const cookieOf = async (personId: string) =>
    `${SESSION_COOKIE}=${await openSession(personId, DEVICE, new Date())}`;
  [cookie, colleague] = [await cookieOf(own.actor.personId), await cookieOf(member.actor.personId)];
});
afterAll(() => database.drop());

/** A route whose files are read only once that is said. */
function slowRoute() {
  const waiting: (() => void)[] = [];
  let begun = 0;
  const receive = async (): Promise<Outcome<string>> => {
    begun += 1;
    await new Promise<void>((read) => waiting.push(read));
    return done("/done");
  };
  const route = receiveInOrganisation({ page: "/import", maxBytes: 1000, receive, fault: "failed" });
  const send = async (as = cookie, headers: Record<string, string> = {}) => {
    const form = new FormData();
    form.set("file", new File(["a;b"], "a.csv"));
    const asForm = new Response(form);
    const body = await asForm.arrayBuffer();
    const request = new Request(`http://localhost/api/imports/${own.slug}`, {
      method: "POST",
      body,
      headers: {
        "sec-fetch-site": "same-origin",
        "content-type": asForm.headers.get("content-type")!,
        "content-length": String(body.byteLength),
        ...headers,
      },
    });
    return withinRequest({ cookie: as }, () =>
      route(request, { params: Promise.resolve({ org: own.slug }) }),
    );
  };
  return { send, begun: () => begun, waiting, finish: () => waiting.splice(0).forEach((read) => read()) };
}

const turn = () => new Promise((resolve) => setImmediate(resolve));

it("reads three files at once for one person, answers 429 to the others, and stops nobody else", async () => {
  const { send, begun, waiting, finish } = slowRoute();
  const answers = Array.from({ length: 20 }, () => send());
  const refused: number[] = [];
  for (const answer of answers) void answer.then(({ status }) => status === 429 && refused.push(status));
  while (refused.length < 17 || waiting.length < 3) await turn();
  expect([refused.length, begun()]).toEqual([17, 3]);
  const other = send(colleague);
  while (waiting.length < 4) await turn();
  finish();
  expect((await other).status).toBe(303);
  const taken = (await Promise.all(answers)).filter(({ status }) => status === 303);
  expect(taken.map(({ headers }) => headers.get("location"))).toEqual(
    Array.from({ length: 3 }, () => `/${own.slug}/import/done`),
  );
  const next = send();
  while (waiting.length < 1) await turn();
  finish();
  expect((await next).status).toBe(303);
});

it("reads none that says it is longer than a file may be", async () => {
  const { send, begun } = slowRoute();
  const answer = await send(cookie, { "content-length": "300000000" });
  expect(answer.headers.get("location")).toBe(`/${own.slug}/import?error=tooLarge`);
  expect(begun()).toBe(0);
});
