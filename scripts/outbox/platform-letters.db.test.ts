import { afterAll, expect, it } from "vitest";
import { makeContact } from "@/prisma/factories/contact";
import { makeOrganisation } from "@/prisma/factories/organisation";
import { makePlatformLetter } from "@/prisma/factories/outbox";
import { freshDatabase } from "@/scripts/test/fresh-database";
import { readPlatformLetters } from "./platform-letters";

const database = await freshDatabase();
afterAll(() => database.drop());
const now = new Date();
const secrets = { link: "https://amana.example/x/very-secret-token", code: "very-secret-code" };

it("prints the link of a member's letter, and no link or code by which a contact or an auditor signs in", async () => {
  const ctx = await makeOrganisation(database.ownerUrl);
  const contact = await makeContact(ctx);
  const letter = (template: string, address: string) =>
    makePlatformLetter(now, {
      template,
      params: { name: "Claire" },
      secrets,
      to: { name: "Claire", address },
    });
  const own = await letter("password-reset", ctx.email);
  const outside = [
    await letter("portal-sign-in", contact.email),
    await letter("audit-sign-in", "auditeur@cabinet.example"),
    await letter("password-reset", contact.email),
  ];
  const printed = await readPlatformLetters(now);
  expect(printed.filter(({ isShown }) => isShown)).toMatchObject([{ to: own.to.address, secrets }]);
  const rest = printed.filter(({ isShown }) => !isShown);
  expect(rest.map(({ to }) => to).toSorted()).toEqual(outside.map(({ to }) => to.address).toSorted());
  expect(JSON.stringify(rest)).not.toContain("very-secret");
});
