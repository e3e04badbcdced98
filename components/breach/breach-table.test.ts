import { createElement } from "react";
import { NextIntlClientProvider } from "next-intl";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, it } from "vitest";
import { LOCALES } from "@/lib/i18n/locale";
import { loadMessages } from "@/lib/i18n/messages";
import { translator } from "@/lib/i18n/translator";
import { BreachTable } from "./breach-table";

type Row = Parameters<typeof BreachTable>[0]["rows"][number];

const ROW: Row = {
  id: "b",
  reference: "V-2026-003",
  title: "Export d’appels",
  isDrill: false,
  status: "open",
  begunAt: 0,
  awareAt: null,
  affected: 0,
  informed: 0,
  openedUnproven: 0,
  authorityNotified: 0,
  proposed: 0,
  toRectify: 0,
  rectifyingUnsent: 0,
  notices: 0,
};

it("says that no controller is named only where none is confirmed, proposed or told wrongly", async () => {
  for (const locale of LOCALES) {
    const messages = await loadMessages(locale);
    const t = await translator(locale, "breach");
    const htmlOf = (stated: Partial<Row>) => {
      const children = createElement(BreachTable, { org: "o", rows: [{ ...ROW, ...stated }] });
      const provided = { locale, messages, timeZone: "UTC", children };
      return renderToStaticMarkup(createElement(NextIntlClientProvider, provided));
    };
    expect(htmlOf({})).toContain(t("list.noController"));
    for (const stated of [{ proposed: 2 }, { toRectify: 1 }, { rectifyingUnsent: 1 }, { affected: 1 }])
      expect(htmlOf(stated)).not.toContain(t("list.noController"));
    expect(htmlOf({ proposed: 2 })).toContain(t("list.proposedOf", { count: 2 }));
  }
});
