import { createElement } from "react";
import { NextIntlClientProvider } from "next-intl";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, it } from "vitest";
import { LOCALES } from "@/lib/i18n/locale";
import { loadMessages } from "@/lib/i18n/messages";
import { translator } from "@/lib/i18n/translator";
import { RelayedRows } from "./relayed-rows";

type Props = Parameters<typeof RelayedRows>[0];

const ROW: Props["rows"][number] = {
  id: "r",
  reference: "DP-001",
  rights: ["access"],
  state: "relayed",
  dueOn: "2026-12-28",
  isPresumed: false,
  isOverdue: false,
  isPassedOn: false,
  answeredAt: null,
  notReachedAt: null,
  setAside: null,
  heldInstruction: null,
  isAwaited: true,
};

it("marks the term that an unanswered question of law would set, and no other", async () => {
  for (const locale of LOCALES) {
    const messages = await loadMessages(locale);
    const presumed = (await translator(locale, "rights-request"))("list.presumed");
    const htmlOf = (isPresumed: boolean) => {
      const rows = [{ ...ROW, isPresumed }];
      const props: Props = { contact: "c", title: "T", zone: "Europe/Paris", rows, markOf: () => null };
      const children = createElement(RelayedRows, props);
      const provided = { locale, messages, timeZone: "UTC", children };
      return renderToStaticMarkup(createElement(NextIntlClientProvider, provided));
    };
    expect(htmlOf(true)).toContain(presumed);
    expect(htmlOf(false)).not.toContain(presumed);
  }
});
