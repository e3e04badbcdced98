import { NextIntlClientProvider } from "next-intl";
import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import type { Zone } from "@/lib/domain/time/zones";
import { BothClocks } from "./notice-words";

const AT = Date.UTC(2026, 10, 25, 9, 40);

function shown(zone: Zone): string {
  const children = createElement(BothClocks, { at: AT, zone });
  return renderToStaticMarkup(
    createElement(NextIntlClientProvider, { locale: "en", timeZone: "UTC", children }),
  );
}

describe("BothClocks", () => {
  it("shows a Moroccan controller its own clock alone", () => {
    expect(shown("Africa/Casablanca")).not.toMatch(/Paris|London/);
    expect(shown("Africa/Casablanca").match(/Casablanca/g)).toHaveLength(1);
  });

  it("shows a British controller the clock of London, and none of Paris", () => {
    expect(shown("Europe/London")).toMatch(/London/);
    expect(shown("Europe/London")).not.toMatch(/Paris/);
  });
});
