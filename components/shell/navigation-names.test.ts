import { describe, expect, it } from "vitest";
import { z } from "zod";
import { TELEPHONE_PAGES } from "@/components/telephone/telephone-pages";
import { ROLES } from "@/lib/domain/access/actor";
import { WORK_KINDS } from "@/lib/domain/dpo-work/kinds";
import { can, type Act } from "@/lib/domain/nouns/policy";
import { NOUNS } from "@/lib/domain/nouns/nouns";
import { ROOMS } from "@/lib/domain/nouns/rooms";
import { FOUND_GROUPS } from "@/lib/domain/search/found";
import { LOCALES } from "@/lib/i18n/locale";
import { loadMessages } from "@/lib/i18n/messages";
import { translator } from "@/lib/i18n/translator";
import { NAV_ITEMS } from "./nav-items";
import { listActs } from "./palette-acts";
import { PORTAL_NAV_ITEMS, PORTAL_ROOMS } from "./portal-nav-items";

/** Names that stand more than once, whatever their case. */
const doubled = (names: readonly string[]) => {
  const folded = names.map((name) => name.trim().toLocaleLowerCase());
  return folded.filter((name, place) => folded.indexOf(name) !== place);
};
const idsWith = (field: string) => NOUNS.filter((noun) => field in noun).map(({ id }) => id);

const portalWords = z.object({ home: z.object({ counts: z.record(z.string(), z.string()) }) });

describe.each(LOCALES)("in %s no two entries have one name", (locale) => {
  it("in the portal, its menu and the figures of its home", async () => {
    const t = await translator(locale, "portal");
    expect(doubled(PORTAL_NAV_ITEMS.map((id) => t(`navItems.${id}`)))).toEqual([]);
    expect(doubled(PORTAL_ROOMS.map(({ id }) => t(`rooms.${id}`)))).toEqual([]);
    const { portal } = await loadMessages(locale);
    const { counts } = portalWords.parse(portal).home;
    expect(doubled(Object.values(counts))).toEqual([]);
  });

  it("in the console and its groups of what is due and found", async () => {
    const shell = await translator(locale, "shell");
    expect(doubled(NAV_ITEMS.map(({ id }) => shell(`navItems.${id}`)))).toEqual([]);
    expect(doubled(ROOMS.map((room) => shell(`rooms.${room}`)))).toEqual([]);
    expect(doubled(FOUND_GROUPS.map((group) => shell(`palette.found.${group}`)))).toEqual([]);
    const obligation = await translator(locale, "obligation");
    const nouns = idsWith("obligations").filter((id) => obligation.has(`nouns.${id}`));
    expect(doubled(nouns.map((id) => obligation(`nouns.${id}`)))).toEqual([]);
  });

  it("among the tabs of a page", async () => {
    const telephone = await translator(locale, "telephone");
    expect(doubled(TELEPHONE_PAGES.flat().map((page) => telephone(`tabs.${page}`)))).toEqual([]);
    const work = await translator(locale, "dpo-work");
    const tabs = [work("tabs.overview"), ...WORK_KINDS.map((kind) => work(`kinds.${kind}.tab`))];
    expect(doubled(tabs)).toEqual([]);
  });

  it("in the sections that an auditor is shown", async () => {
    const t = await translator(locale, "dossier-file");
    const sections = NOUNS.flatMap((noun) => ("dossier" in noun ? noun.dossier.section : []));
    expect(doubled([...new Set<string>(sections)].map((section) => t(`sections.${section}`)))).toEqual([]);
  });

  it.each(ROLES)("in the palette of the role %s", async (role) => {
    const t = await translator(locale, "shell");
    const actor = { kind: "staff", personId: "p", memberId: "m", orgId: "o", role, name: "" } as const;
    const acts = NOUNS.flatMap((noun): readonly { needs: Act }[] =>
      "places" in noun ? noun.places : [],
    ).map(({ needs }) => needs);
    const may = acts.filter((act) => can(actor, act));
    const listed = listActs({ org: "nejma", closed: [], may }, t);
    expect(doubled(listed.map(({ label }) => label))).toEqual([]);
  });
});
