import { existsSync, readdirSync, readFileSync } from "node:fs";
import { afterAll, expect, it } from "vitest";
import { done } from "@/lib/domain/outcome/outcome";
import { assumeEnvironment } from "@/lib/platform/environment/env";
import { withMailServer } from "./with-mail-server";

const setServer = (SMTP_URL: string) =>
  assumeEnvironment({ SMTP_URL, MAIL_FROM: SMTP_URL && "dpo@centre.example" });
afterAll(() => setServer(""));

it("refuses before the verb while no mail server is set", async () => {
  const asked: string[] = [];
  const verb = withMailServer((_ctx: null, input: string) => {
    asked.push(input);
    return Promise.resolve(done(input));
  });
  setServer("");
  expect(await verb(null, "first")).toEqual({
    ok: false,
    refusal: { kind: "invalid", issues: [{ path: "", key: "noMailServer" }] },
  });
  setServer("smtp://mail.example");
  expect(await verb(null, "second")).toMatchObject({ ok: true });
  expect(asked).toEqual(["second"]);
});

const INVITING = [
  "inviteContact",
  "renewContact",
  "createGrant",
  "sendByMail",
  "askAuthorisation",
  "resendLetter",
];
const actions = readdirSync("lib/features")
  .map((noun) => `lib/features/${noun}/actions.ts`)
  .filter((file) => existsSync(file))
  .map((file) => readFileSync(file, "utf8"));

it.each(INVITING)("stands before %s in its action", (verb) => {
  const bare = new RegExp(`verb: (${verb})\\b`);
  expect(actions.filter((source) => bare.test(source))).toEqual([]);
  expect(actions.filter((source) => source.includes(`withMailServer(${verb})`))).toHaveLength(1);
});
