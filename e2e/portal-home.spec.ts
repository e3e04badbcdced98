import type { Locator } from "@playwright/test";
import { WAITING_NOUNS, WAITING_SEGMENTS } from "@/lib/domain/nouns/waiting";
import { makeContact } from "@/prisma/factories/contact";
import { makeController } from "@/prisma/factories/register";
import { makeWaiting } from "@/prisma/factories/waiting";
import { expectAccessible } from "./accessibility";
import { expect, signIn, test } from "./fixtures";

test("the portal's home holds one of everything that waits for a client, each with its page", async ({
  organisation,
  visitor,
}) => {
  test.slow();
  const { id: controllerId } = await makeController(organisation, { legalName: "Nordalia" });
  // A script is sent to the client's signatories.
  const contact = await makeContact(organisation, { controllerId });
  const ids = new Map<string, string>();
  for (const noun of WAITING_NOUNS) ids.set(noun, await makeWaiting[noun](organisation, controllerId));
  const theirs = await visitor({ viewport: { width: 375, height: 740 } });
  await signIn(theirs, contact);
  const screen = await theirs.newPage();
  const home = `/portal/${contact.actor.contactId}`;
  await screen.goto(home);
  const waiting = screen.locator("#waiting").getByRole("listitem");
  await expect
    .poll(() => segmentsIn(waiting))
    .toEqual([...WAITING_NOUNS].map((noun) => WAITING_SEGMENTS[noun]).toSorted());
  await expectAccessible(screen);
  // No line says its own title twice.
  for (const line of await waiting.all()) {
    const said = await line.locator(".ref, .title, .about").allInnerTexts();
    expect(said).toEqual([...new Set(said)]);
  }
  for (const noun of WAITING_NOUNS) {
    await screen.goto(home);
    await screen
      .locator(`#waiting a[href="${home}/${WAITING_SEGMENTS[noun]}/${ids.get(noun)}"]`)
      .first()
      .click();
    await expect(screen.getByRole("heading", { level: 1 }), noun).toBeVisible();
  }
  // Opening the notice is its receipt: its own hours run, and it waits still.
  await screen.goto(home);
  await expect.poll(() => segmentsIn(waiting)).toContain(WAITING_SEGMENTS["breach-notice"]);
  // Another client's contact has none of it.
  const stranger = await visitor();
  const foreign = await makeContact(organisation);
  await signIn(stranger, foreign);
  const empty = await stranger.newPage();
  await empty.goto(`/portal/${foreign.actor.contactId}`);
  await expect(empty.getByRole("main")).toContainText("Rien n’attend de réponse");
  await expect(empty.locator("#waiting").getByRole("listitem")).toHaveCount(0);
});

/** Rooms to which what waits leads, each once, in order. */
async function segmentsIn(waiting: Locator): Promise<string[]> {
  const links = await waiting
    .locator("a")
    .evaluateAll((all) => all.map((one) => one.getAttribute("href") ?? ""));
  return [...new Set(links.map((href) => href.split("/")[3] ?? ""))].toSorted();
}
