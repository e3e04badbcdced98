import { createElement } from "react";
import { NextIntlClientProvider } from "next-intl";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, it } from "vitest";
import { foldRequest } from "@/lib/domain/rights-request/file";
import { formatDay } from "@/lib/i18n/format";
import { LOCALES } from "@/lib/i18n/locale";
import { loadMessages } from "@/lib/i18n/messages";
import { translator } from "@/lib/i18n/translator";
import { RelayedSheet } from "./relayed-sheet";

type It = Parameters<typeof RelayedSheet>[0]["it"];

const AT = Date.parse("2026-10-31T09:00:00Z");
const RECORDED = Date.parse("2026-11-30T16:20:00Z");

const it_: It = {
  id: "r",
  zone: "Europe/Paris",
  actsFor: null,
  reference: "DP-001",
  channel: "e-mail",
  stops: false,
  rights: ["access"],
  provisions: [[{ law: "swiss-fadp", article: "25" }]],
  version: 1,
  file: foldRequest([]),
  facts: [
    {
      id: "f",
      number: 1,
      kind: "answered",
      value: { answeredBy: "controller" },
      at: AT,
      recordedAt: RECORDED,
      authorName: "Hélène Marchetti",
    },
  ],
  extent: {},
  isDisputed: false,
  receivedAt: AT,
  clocks: [],
  clear: null,
  isOverdue: false,
  shown: "received",
  heldInstruction: null,
  setAside: null,
  isPersonShown: true,
  person: null,
  words: "",
  erasedAt: null,
  answers: [],
};

it("shows when a fact happened and, apart from it, when it was recorded", async () => {
  for (const locale of LOCALES) {
    const messages = await loadMessages(locale);
    const sheet = createElement(RelayedSheet, { contact: "c", it: it_ });
    const provided = createElement(NextIntlClientProvider, {
      locale,
      messages,
      timeZone: "UTC",
      children: sheet,
    });
    const html = renderToStaticMarkup(provided);
    // Cites the provision of the controller's own law.
    expect(html).toContain("25");
    expect(html).not.toMatch(/15\s(?:RGPD|GDPR)/);
    const [life = ""] = /id="life".*$/s.exec(html) ?? [];
    // 31 October is the day of the fact, 30 November that of the record, by the clock of Paris.
    expect(life).toMatch(/31[^<]*10[:h]00/);
    expect(life).toMatch(/30[^<]*17[:h]20/);
  }
});

it("says that the person could not be reached, what was tried and why it failed", async () => {
  for (const locale of LOCALES) {
    const messages = await loadMessages(locale);
    const words = await translator(locale, "rights-request");
    const value: It["facts"][number]["value"] = {
      triedBy: "processor",
      tried: ["no-address", "letter"],
      notReachedReason: "Revenue deux fois",
    };
    const facts = [{ ...it_.facts[0]!, kind: "not-reached" as const, value }];
    const children = createElement(RelayedSheet, { contact: "c", it: { ...it_, facts } });
    const provided = createElement(NextIntlClientProvider, { locale, messages, timeZone: "UTC", children });
    const html = renderToStaticMarkup(provided);
    const said = ["kinds.not-reached.done", "answerers.processor", "tries.no-address", "tries.letter"];
    for (const key of said) expect(html).toContain(words(key));
    expect(html).toContain("Revenue deux fois");
  }
});

/** The sheet reads these fields of a clock, and no other. */
const LATE = {
  law: "gdpr",
  open: null,
  startDay: "2026-10-20",
  laterStartDay: null,
  month: { day: "2026-11-20", lastDay: "2026-11-20", reason: null },
  extension: { status: "late", announcedAt: RECORDED },
  due: { day: "2026-11-20", lastDay: "2026-11-20", reason: null },
  disputed: null,
} as unknown as It["clocks"][number];

it("says that an extension after the first month moves nothing, and that the day has passed", async () => {
  for (const locale of LOCALES) {
    const messages = await loadMessages(locale);
    const it = { ...it_, clocks: [LATE], isOverdue: true };
    const children = createElement(RelayedSheet, { contact: "c", it });
    const provided = createElement(NextIntlClientProvider, { locale, messages, timeZone: "UTC", children });
    const html = renderToStaticMarkup(provided);
    const words = await translator(locale, "rights-request");
    expect(html).toContain(words("portal.overdue"));
    expect(html).toContain(words("clocks.extension"));
    expect(html).toMatch({ fr: /sans effet/, en: /no effect/, ar: /بلا أثر|دون أثر/ }[locale]);
  }
});

it("names the first month by its own end and that of a refusal, whatever was extended, 12(4)", async () => {
  const later = { nominalDay: "2027-01-20", lastDay: "2027-01-20", endsAt: 0 };
  const extension = { status: "in-time", announcedAt: RECORDED, period: later } as const;
  const clocks = [{ ...LATE, extension, due: later }];
  for (const locale of LOCALES) {
    const messages = await loadMessages(locale);
    const words = await translator(locale, "rights-request");
    const children = createElement(RelayedSheet, { contact: "c", it: { ...it_, clocks } });
    const provided = createElement(NextIntlClientProvider, { locale, messages, timeZone: "UTC", children });
    const html = renderToStaticMarkup(provided);
    const first = formatDay("2026-11-20", locale);
    expect(html).toContain(words("clocks.monthOf", { from: formatDay("2026-10-20", locale), day: first }));
    expect(html).toContain(words("clocks.refusalBy", { day: first }));
    expect(html).toContain(formatDay("2027-01-20", locale));
  }
});

it("says of a request that the client lodged when it was lodged, and of another when it was received", async () => {
  const messages = await loadMessages("fr");
  const lodged = { ...it_.facts[0]!, kind: "lodged" as const, value: {} };
  const headOf = (file: It["file"]) => {
    const sheet = createElement(RelayedSheet, { contact: "c", it: { ...it_, file } });
    const provided = { locale: "fr" as const, messages, timeZone: "Europe/Paris", children: sheet };
    return renderToStaticMarkup(createElement(NextIntlClientProvider, provided));
  };
  expect(headOf(foldRequest([lodged]))).toContain("Déposée le");
  expect(headOf(foldRequest([lodged]))).not.toContain("Reçue le sam.");
  expect(headOf(foldRequest([]))).not.toContain("Déposée le");
});

it("says to a client that is itself a processor that the request is passed on, and to whom where its sheet says so", async () => {
  for (const locale of LOCALES) {
    const messages = await loadMessages(locale);
    const words = await translator(locale, "rights-request");
    const htmlOf = (actsFor: string[] | null) => {
      const children = createElement(RelayedSheet, { contact: "c", it: { ...it_, actsFor } });
      const provided = { locale, messages, timeZone: "UTC", children };
      return renderToStaticMarkup(createElement(NextIntlClientProvider, provided));
    };
    expect(htmlOf(["Compagnie du Rhône"])).toContain(words("clocks.ownPassedOn"));
    expect(htmlOf(["Compagnie du Rhône"])).toContain("Compagnie du Rhône");
    expect(htmlOf([])).toContain(words("clocks.ownPassedOn"));
    expect(htmlOf(null)).not.toContain(words("clocks.ownPassedOn"));
  }
});

it("says when and why it was set aside, and shows no person of one that is not this client's", async () => {
  for (const locale of LOCALES) {
    const messages = await loadMessages(locale);
    const words = await translator(locale, "rights-request");
    const htmlOf = (cause: "withdrawn" | "no-client") => {
      const it = { ...it_, setAside: { cause, at: RECORDED }, isPersonShown: cause === "withdrawn" };
      const children = createElement(RelayedSheet, { contact: "c", it });
      const provided = { locale, messages, timeZone: "UTC", children };
      return renderToStaticMarkup(createElement(NextIntlClientProvider, provided));
    };
    expect(htmlOf("withdrawn")).toMatch(
      { fr: /y a renoncé/, en: /has withdrawn it/, ar: /تنازل عنه صاحبه/ }[locale],
    );
    expect(htmlOf("withdrawn")).toContain(words("person.contact"));
    expect(htmlOf("no-client")).not.toContain(words("person.contact"));
  }
});

it("says that the instruction which it is executed on holds no more, and why", async () => {
  const held = { id: "i", number: "ORV-2026-004", refusals: ["Ended" as const] };
  for (const locale of LOCALES) {
    const messages = await loadMessages(locale);
    const reason = (await translator(locale, "form"))("instructions.reasons.Ended");
    const htmlOf = (heldInstruction: It["heldInstruction"]) => {
      const children = createElement(RelayedSheet, { contact: "c", it: { ...it_, heldInstruction } });
      const provided = { locale, messages, timeZone: "UTC", children };
      return renderToStaticMarkup(createElement(NextIntlClientProvider, provided));
    };
    expect(htmlOf(held)).toContain("/portal/c/instructions/i");
    expect(htmlOf(held)).toContain(reason);
    expect(htmlOf(null)).not.toContain(reason);
  }
});
