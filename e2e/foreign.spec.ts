import { type AnyNoun, NOUNS } from "@/lib/domain/nouns/nouns";
import { makeAttachment } from "@/prisma/factories/attachment";
import { makeEnd } from "@/prisma/factories/contract-end";
import { makeOrganisation, type MadeOrganisation } from "@/prisma/factories/organisation";
import { test as base } from "./filled";
import { expect, signIn } from "./fixtures";

type NounId = AnyNoun["id"];
type Navigated = Extract<AnyNoun, { navigation: object }>["id"];

/** Pages of the nouns that have no entry of their own in the navigation; those of an account belong to its person. */
const PAGES: Record<Exclude<NounId, Navigated>, RegExp | "person"> = {
  contact: /^\/controllers\/([^/]+\/)?contacts/,
  "contract-end": /^\/contracts\/([^/]+\/end$|end\/)/,
  "breach-notice": /^\/breaches\/notices\//,
  "night-contact": /\/night-contacts\//,
  "watch-feed": /^\/dpo\/feeds/,
  training: /^\/dpo\/trainings/,
  "internal-audit": /^\/dpo\/audits/,
  assistance: /^\/dpo\/assistance/,
  "dpo-designation": /^\/dpo\/designation/,
  procedure: /^\/dpo\/procedures/,
  "cndp-filing": /^\/dpo\/filings/,
  assignment: /^\/obligations\/assign/,
  "saved-view": /^\/saved-views\//,
  "internal-note": /^\/internal-notes\//,
  notification: /^\/notifications/,
  holiday: /^\/obligations\/holidays/,
  "minor-call": /^\/telephone\/minors/,
  attachment: /^\/api\/files\//,
  import: /^\/records\/import/,
  export: /^\/(own-)?records\/export/,
  "access-log": /^\/controllers\/contacts\//,
  invitation: /^\/members\/invitations\//,
  account: "person",
  session: "person",
};

/** Somebody of one organisation, and the pages of another, below its address; nobody changes either. */
const test = base.extend<object, { stranger: MadeOrganisation; paths: string[] }>({
  stranger: [
    async ({ database }, give) => give(await makeOrganisation(database.ownerUrl)),
    { scope: "worker" },
  ],
  paths: [
    async ({ filled: { organisation, screens } }, give) => {
      const end = await makeEnd(organisation);
      await give([
        ...screens.map((address) => address.replace(`/${organisation.slug}`, "")),
        `/contracts/${end.contractId}/end`,
        `/contracts/end/${end.id}`,
        ...end.lines.map(({ id }) => `/contracts/end/lines/${id}`),
        `/api/files/${await makeAttachment(organisation)}`,
        `/api/document-views/${await makeAttachment(organisation)}`,
      ]);
    },
    { scope: "worker" },
  ],
});
// Fills an organisation once, in one worker.
test.describe.configure({ mode: "default" });

for (const noun of NOUNS) {
  const ofNoun = pagesOf(noun);
  if (!ofNoun) continue;
  test(`another organisation's pages are not found @foreign-${noun.id}`, async ({
    page,
    context,
    filled: { organisation },
    stranger,
    paths,
  }) => {
    const tried = paths.filter(ofNoun);
    expect(tried).not.toEqual([]);
    await signIn(context, stranger);
    for (const path of tried) {
      const slugs = hasId(path) ? [organisation.slug, stranger.slug] : [organisation.slug];
      for (const slug of slugs) {
        const address = addressOf(slug, path);
        const answer = await context.request.get(address);
        expect(answer.status(), address).toBe(404);
        expect(await answer.text(), address).not.toContain("Filature du Gapeau");
      }
    }
    const pages = tried.filter((path) => !path.startsWith("/api/"));
    const sheet = pages.findLast(hasId);
    if (pages.length === 0) return;
    await page.goto(sheet ? addressOf(stranger.slug, sheet) : addressOf(organisation.slug, pages[0] ?? ""));
    await expect(page.getByRole("heading", { name: "Cette page est introuvable" })).toBeVisible();
  });
}

test("an account shows its own person and sessions alone @foreign-account @foreign-session", async ({
  page,
  context,
  visitor,
  organisation: own,
  filled: { organisation },
}) => {
  await signIn(await visitor(), organisation);
  await signIn(context, own);
  for (const path of ["/account", "/account/email", "/account/sessions"]) {
    await page.goto(path);
    await expect(page.getByRole("main")).not.toContainText(organisation.email);
  }
  await expect(page.getByText("Aucune autre session n’est ouverte")).toBeVisible();
});

/** Tells a noun's pages; below an entry of the navigation, those that no other noun has. Null for a person's own. */
function pagesOf(noun: AnyNoun): ((path: string) => boolean) | null {
  if (!("navigation" in noun)) {
    const pages = PAGES[noun.id];
    return pages === "person" ? null : (path) => pages.test(path);
  }
  const segments = noun.navigation.map(({ segment }): string => segment);
  const below = belowAny(segments);
  const within = NOUNS.flatMap((other): readonly { segment: string }[] =>
    "navigation" in other && other.id !== noun.id ? other.navigation : [],
  )
    .map(({ segment }) => segment)
    .filter((segment) => segments.some((own) => segment.startsWith(`${own}/`)));
  const others = [
    ...Object.values(PAGES).filter((pages) => pages instanceof RegExp),
    ...(within.length > 0 ? [belowAny(within)] : []),
  ];
  return (path) => below.test(path) && !others.some((pages) => pages.test(path));
}

function belowAny(segments: readonly string[]): RegExp {
  return new RegExp(`^(${segments.join("|")})(?![\\w-])`);
}

function addressOf(slug: string, path: string): string {
  return path.startsWith("/api/") ? path.replace(/^(\/api\/[^/]+\/)/, `$1${slug}/`) : `/${slug}${path}`;
}

/** Whether a path names a row, which must be refused below the stranger's own address too. */
function hasId(path: string): boolean {
  return /[0-9a-f]{8}-/.test(path.split("?")[0] ?? "");
}
