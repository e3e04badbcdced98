import { createElement } from "react";
import { NextIntlClientProvider } from "next-intl";
import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import { answerClocks } from "@/lib/domain/rights-request/answer-clocks";
import { applicableLaws } from "@/lib/domain/statute/applicable-laws";
import { calendarOf } from "@/lib/domain/time/controller-calendar";
import { foldRequest } from "@/lib/domain/rights-request/file";
import type { Fact } from "@/lib/domain/rights-request/facts";
import type { LoadedRequest } from "@/lib/features/rights-request/loaders";
import { isReferenceTold } from "@/lib/features/rights-request/read/public-reference";
import { loadMessages } from "@/lib/i18n/messages";
import { ClocksPart } from "./clocks-part";

const AT = Date.parse("2026-11-27T09:00:00Z");
const LETTER = "0190a000-0000-7000-8000-00000000000a";
const answered = (value: Fact["value"]): Fact => ({
  id: "f",
  number: 1,
  kind: "answered",
  value,
  at: AT,
  recordedAt: AT,
  authorName: "A",
});
const BY_LETTER = answered({ answeredBy: "processor", answerMeans: "letter", letterIds: [LETTER] });
const sent = { departures: new Map([[LETTER, { leftAt: AT, isWaiting: false }]]), openedAt: null };

async function render(
  file: LoadedRequest["file"],
  answer: "missed" | "running" | "not-reached",
  clocks: LoadedRequest["clocks"] = [],
) {
  // The part reads these fields of a loaded request, and no other.
  const of = {
    file,
    receivedAt: AT,
    clocks,
    actsFor: null,
    clock: null,
    due: null,
    clear: null,
    law0908: null,
    controller: null,
    terms: null,
    openedAt: null,
    relay: { basis: "without-delay", since: AT },
    relayStatus: { state: "undelayed", hours: 1 },
    verdicts: { relay: "waiting", answer, clear: "none" },
  } as unknown as LoadedRequest;
  const messages = await loadMessages("fr");
  const children = createElement(ClocksPart, { it: of });
  return renderToStaticMarkup(
    createElement(NextIntlClientProvider, { locale: "fr", messages, timeZone: "UTC", children }),
  );
}

it("cites article 12(4) under no law but those that have it", async () => {
  const received = { processorAt: AT, controllerAt: null };
  const htmlOf = (country: string) => {
    const seat = { country, establishments: [], targeting: "no", targetCountries: [], address: "" };
    const clocks = answerClocks(received, foldRequest([]), {
      clientRole: "controller",
      laws: applicableLaws(seat, { on: "2026-11-27" }),
      rights: ["access"],
      calendar: calendarOf(seat, { from: "2026-11-27", announced: [] }),
    });
    return render(foldRequest([]), "running", clocks);
  };
  expect(await htmlOf("FR")).toContain("12(4)");
  const swiss = await htmlOf("CH");
  expect(swiss).toContain("25(7)");
  expect(swiss).not.toContain("12(4)");
});

describe("the answer to the person on the page of a request", () => {
  it("names who gave it, what it said, and whether it was in time", async () => {
    const refusal = answered({ answeredBy: "controller", answerMeans: "post", answer: "refused" });
    const html = await render(foldRequest([refusal]), "missed");
    for (const words of ["par le responsable", "le refus et ses motifs", "hors délai"])
      expect(html).toContain(words);
  });

  it("is that the person could not be reached, and by whom, and neither in time nor late", async () => {
    const value = { triedBy: "controller" as const, tried: ["post" as const] };
    const html = await render(foldRequest([{ ...answered(value), kind: "not-reached" }]), "not-reached");
    for (const words of ["Personne non jointe", "par le responsable"]) expect(html).toContain(words);
    for (const words of ["aucune connue", "dans le délai", "hors délai"]) expect(html).not.toContain(words);
  });

  it("is none while its letter has not left, and says so", async () => {
    const html = await render(foldRequest([BY_LETTER]), "running");
    expect(html).toContain("aucune connue");
    expect(html).toContain("préparée, le courriel n’est pas parti ou est revenu");
    expect(html).not.toContain("sur son instruction");
  });
});

it("says that a person was given the reference by the public form, or by an answer that left", () => {
  const told = (channel: string, file: LoadedRequest["file"]) =>
    isReferenceTold({ request: { channel }, file });
  expect(told("public-form", foldRequest([]))).toBe(true);
  expect(told("portal", foldRequest([]))).toBe(false);
  expect(told("telephone", foldRequest([BY_LETTER]))).toBe(false);
  expect(told("telephone", foldRequest([BY_LETTER], sent))).toBe(true);
});
