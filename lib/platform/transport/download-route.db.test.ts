import { withinRequest } from "@/scripts/test/request-scope";
import { expect, it } from "vitest";
import { z } from "zod";
import { done, type Outcome } from "@/lib/domain/outcome/outcome";
import { SESSION_COOKIE } from "@/lib/platform/auth/cookie";
import { openSession } from "@/lib/platform/request/session-store";
import { downloadForOrganisation, type Download } from "./download-route";
import { makeOrganisation } from "@/prisma/factories/organisation";
import { openDatabase } from "@/scripts/test/open-database";

const database = await openDatabase();
const own = await makeOrganisation(database.ownerUrl);
const cookie = `${SESSION_COOKIE}=${await openSession(own.actor.personId, { userAgent: "", address: "" }, new Date())}`;

/** A route whose files are made only once that is said. */
function slowRoute() {
  let begun = 0;
  const waiting: (() => void)[] = [];
  const exportFile = async (): Promise<Outcome<Download>> => {
    begun += 1;
    await new Promise<void>((made) => waiting.push(made));
    return done({ fileName: "a.csv", contentType: "text/csv", body: new Uint8Array([65]) });
  };
  const route = downloadForOrganisation({
    schema: z.object({}),
    exportFile,
    isOfEverything: () => false,
    back: () => "/back",
    fault: "failed",
  });
  const ask = (body = "a=b", headers: Record<string, string> = {}) =>
    withinRequest({ cookie }, () =>
      route(
        new Request(`http://localhost/api/exports/${own.slug}`, {
          method: "POST",
          body,
          headers: {
            "sec-fetch-site": "same-origin",
            "content-type": "application/x-www-form-urlencoded",
            "content-length": String(body.length),
            ...headers,
          },
        }),
        { params: Promise.resolve({ org: own.slug }) },
      ),
    );
  return { ask, begun: () => begun, finish: () => waiting.splice(0).forEach((made) => made()), waiting };
}

it("makes three files at once for one person, answers 429 to the others, and goes on when they are taken", async () => {
  const { ask, begun, finish, waiting } = slowRoute();
  const answers = Array.from({ length: 40 }, () => ask());
  const refused: number[] = [];
  for (const answer of answers) void answer.then(({ status }) => status === 429 && refused.push(status));
  while (refused.length < 37 || waiting.length < 3) await new Promise((resolve) => setImmediate(resolve));
  expect(refused).toHaveLength(37);
  expect(begun()).toBe(3);
  finish();
  const made = (await Promise.all(answers)).filter(({ status }) => status === 200);
  expect(made).toHaveLength(3);
  // Made, and not read yet: its turn lasts until the last byte has left.
  for (const answer of made) expect(await answer.text()).toBe("A");
  const next = ask();
  while (waiting.length < 1) await new Promise((resolve) => setImmediate(resolve));
  finish();
  expect((await next).status).toBe(200);
});

it("reads no body that is longer than a form", async () => {
  const { ask, begun } = slowRoute();
  expect((await ask("a=b", { "content-length": "300000000" })).status).toBe(413);
  expect(begun()).toBe(0);
});
