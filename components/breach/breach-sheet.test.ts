import { createElement, type ReactNode } from "react";
import { NextIntlClientProvider } from "next-intl";
import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import { factAt, HOUR, T0 } from "@/lib/domain/breach/breach.fixture";
import { authorityDuties } from "@/lib/domain/breach/authority-duties";
import { adviceOn } from "@/lib/domain/breach/advice";
import { controllerClock } from "@/lib/domain/breach/deadlines";
import { upstreamClock } from "@/lib/domain/breach/upstream";
import { FACT_KINDS, type Fact } from "@/lib/domain/breach/facts";
import { foldBreach } from "@/lib/domain/breach/file";
import { comparePrecedents, precedentStandings } from "@/lib/domain/breach/precedents";
import { severityFor } from "@/lib/domain/breach/share-severity";
import { calendarOf } from "@/lib/domain/time/controller-calendar";
import type { Locale } from "@/lib/i18n/locale";
import { loadMessages } from "@/lib/i18n/messages";
import type { Telling } from "@/lib/features/breach-notice/read/corrected-lines";
import { AdvicePart, UpstreamPart } from "./advice-part";
import { BreachHead } from "./breach-head";
import { ControllersPart } from "./controllers-part";
import { InformPart } from "./inform-part";
import { KnownPart } from "./known-part";
import { ThreadPart } from "./thread-part";

type Breach = Parameters<typeof InformPart>[0]["it"];
const NOW = T0 + 7 * HOUR;

const severity = {
  dataKinds: ["behavioural" as const],
  contextAdjustment: 0,
  identification: "limited" as const,
  confidentiality: "known-recipients" as const,
  integrity: "none" as const,
  availability: "none" as const,
  isMalicious: false,
};
/** Holds one fact of every kind, an answer changed and one said of a share alone. */
const FACTS: Fact[] = [
  ...FACT_KINDS.filter((kind) => kind !== "closed" && kind !== "aware" && kind !== "severity-input").map(
    (kind, index) =>
      factAt(index + 1, kind, {
        at: T0 - HOUR,
        value: { text: "Écrit à la main" },
        controllerId: kind.startsWith("controller-") ? "orvelle" : null,
      }),
  ),
  factAt(91, "aware", { at: T0 }),
  factAt(92, "severity-input", { value: { severity } }),
  factAt(93, "persons", { value: { count: 600, isApproximate: true } }),
  factAt(94, "persons", { value: { count: 607 }, correctsId: "f93", reason: "Doublons" }),
  factAt(95, "persons", { value: { count: 57 }, controllerId: "thieriot" }),
  factAt(96, "cause", { value: { isUnknown: true } }),
];

const DUTIES = authorityDuties(
  {
    country: "GB",
    establishments: [],
    targeting: "yes",
    targetCountries: ["FR"],
    clientRole: "controller",
  },
  "2026-11-24",
);

const ISSUED: Breach["controllers"][number]["issued"][number] = {
  id: "n1",
  controllerId: "orvelle",
  number: 1,
  followUp: 1,
  phase: "initial",
  issuedByName: "Salma Idrissi",
  issuedAt: T0 + 2 * HOUR,
  recipients: ["Claire Fontaine"],
  status: "handed-over",
};

function breachOf(): Breach {
  const file = foldBreach(FACTS);
  const calendar = calendarOf({ country: "FR", address: "" }, { announced: [], from: "2026-11-24" });
  const clock = (hours: number | null, informedAt: number | null) =>
    controllerClock(
      {
        awareAt: T0,
        duties: DUTIES,
        calendar,
        ownHours: 24,
        judgement: null,
        terms: { contractId: "c", reference: "C-009", hours, means: "" },
        informed: informedAt === null ? [] : [{ by: "call", at: informedAt }],
      },
      NOW,
    );
  const controller = (
    id: string,
    status: Breach["controllers"][number]["status"],
    own: ReturnType<typeof clock>,
  ) => ({
    id,
    legalName: id,
    status,
    placedBy: "Nadia",
    reason: "",
    lineId: `line-${id}`,
    reasons: [{ kind: "name", words: id }],
    terms: { contractId: "c", reference: "C-009", hours: own.hours, means: "" },
    clock: own,
    ownHours: 24,
    judged: null,
    leftUntold: null,
    leftUnrectified: null,
    rectification: null,
    isKnownTold: false,
    isOpenedUnproven: false,
    issued: id === "orvelle" ? [ISSUED] : [],
    ownNotifications: [],
    persons: { count: 412 },
    records: null,
    severity: null,
    share: [],
    duties: DUTIES,
  });
  const { places: _places, shares: _shares, correctedBy, ...shown } = file;
  return {
    breach: { id: "b", reference: "V-2026-003", title: "Export d’appels", isDrill: true, version: 96 },
    file: shown,
    facts: FACTS.map((fact) => ({ ...fact, correctedBy: correctedBy.get(fact.id)?.number ?? null })),
    tellings: [telling("t1", { isCorrected: true }), telling("t2", { kind: "withdrawn", who: "" })],
    joint: [
      {
        id: "j1",
        noticeId: ISSUED.id,
        controllerId: "orvelle",
        who: "Brenval SA",
        address: "",
        reason: "L’accord désigne Orvelle",
        at: T0 + 2 * HOUR,
        by: "Salma Idrissi",
        state: "not-told",
      },
    ],
    deliveries: [
      {
        kind: "handed-over",
        at: T0 + 3 * HOUR,
        noticeId: ISSUED.id,
        controllerId: "orvelle",
        who: "Claire Fontaine",
        details: "250 accepted",
      },
    ],
    controllers: [
      controller("orvelle", "confirmed", clock(24, null)),
      controller("thieriot", "proposed", clock(null, null)),
      controller("alveole", "confirmed", clock(48, T0 + 2 * HOUR)),
    ],
    severity: severityFor(file, null),
    precedents: comparePrecedents(file, null),
    standings: precedentStandings(DUTIES),
    upstream: {
      name: "Atlas",
      awareAt: T0 - 3 * HOUR,
      reportedAt: T0,
      isToldDated: true,
      answer: null,
      ...upstreamClock({ awareAt: T0 - 3 * HOUR, reportedAt: T0, agreed: { hours: 2 } }),
    },
    advice: adviceOn("2026-11-24", DUTIES),
    openDuties: [],
    titleNames: [{ found: "Orvelle", isCertain: false }],
    unrecognised: ["Valmeras"],
    moves: ["contained", "closed"],
    now: NOW,
    may: { write: true, decide: true },
  };
}

function telling(id: string, stated: Partial<Telling>): Telling {
  return {
    id,
    kind: "call-made",
    at: T0 + HOUR,
    controllerId: "orvelle",
    who: "Yann Le Guellec",
    source: "",
    reason: "Mauvais client",
    by: "Imane",
    recordedAt: T0 + 2 * HOUR,
    isCorrected: false,
    ...stated,
  };
}

const PARTS = [BreachHead, InformPart, KnownPart, ThreadPart, ControllersPart, UpstreamPart, AdvicePart];

async function render(locale: Locale, it = breachOf(), shown = PARTS): Promise<string> {
  const props = { org: "nejma", it };
  const parts: ReactNode[] = shown.map((Part) => createElement(Part, { key: Part.name, ...props }));
  const onError = (error: Error) => {
    throw error;
  };
  const messages = await loadMessages(locale);
  const provided = { locale, messages, timeZone: "UTC", onError, children: parts };
  return renderToStaticMarkup(createElement(NextIntlClientProvider, provided));
}

describe("the sheet of a breach", () => {
  it.each(["fr", "en", "ar"] as const)("has a sentence for every fact and clock in %s", async (locale) => {
    const html = await render(locale);
    expect(html).toContain("V-2026-003");
    expect(html).toContain("17:00");
  });

  it("counts apart the controllers that are proposed, those confirmed, and the notices that were issued", async () => {
    const headOf = async (statuses: Breach["controllers"][number]["status"][], issued: number) => {
      const it = breachOf();
      const [first] = it.controllers;
      const controllers = statuses.map((status, at) => ({
        ...first!,
        status,
        issued: at < issued ? [ISSUED] : [],
      }));
      const html = await render("fr", { ...it, controllers }, [BreachHead]);
      return html.replace(/<[^>]+>/g, " ");
    };
    const proposed = await headOf(["proposed", "proposed", "set-aside"], 0);
    expect(proposed).toContain("2 responsables proposés, à confirmer ou à écarter.");
    expect(proposed).not.toMatch(/responsables? confirmés?\.|notifications? émises?\./);
    const mixed = await headOf(["confirmed", "proposed", "confirmed"], 1);
    expect(mixed).toContain("2 responsables confirmés.");
    expect(mixed).toContain("Un responsable proposé");
    expect(mixed).toContain("Une notification émise.");
  });

  it("asks for a title for clients where its own may name one", async () => {
    const asked = /L’intitulé du dossier nomme peut-être un client\s: Orvelle/;
    const it = breachOf();
    const { "client-title": _, ...statements } = it.file.statements;
    expect(asked.test(await render("fr", { ...it, file: { ...it.file, statements } }))).toBe(true);
    expect(asked.test(await render("fr", it))).toBe(false);
  });

  it("counts down to the contract, up without one, and down to the 72 hours of one that is told", async () => {
    const html = (await render("fr")).replace(/<[^>]+>/g, " ").replace(/[\s\u00a0\u202f]+/g, " ");
    expect(html).toContain("17:00 :00");
    expect(html).toContain("7:00 :00");
    expect(html).toContain("67:00 :00");
    expect(html).toContain("Informé en 2 h 0 min");
    expect(html).toContain("1,25 = 2 × 0,5 + 0,25");
    expect(html).toContain("Lecture littérale du règl. 1182/71");
    expect(html).toContain("Une version antérieure");
  });

  it("has in its thread each notice issued and what became of its letter", async () => {
    const html = await render("fr");
    const thread = html.slice(html.indexOf('id="thread"'));
    const text = thread.replace(/<[^>]+>/g, " ").replace(/[\s\u00a0\u202f]+/g, " ");
    expect(text).toMatch(/Notification initiale orvelle émise par Salma Idrissi, adressée à Claire Fontaine/);
    expect(text).toMatch(
      /Remise à notre relais orvelle · Claire Fontaine Notification initiale 250 accepted/,
    );
    expect(text).toContain("Non notifié responsable conjoint : Brenval SA motif : L’accord désigne Orvelle");
    expect(thread).toContain("/nejma/breaches/notices/n1");
  });

  it("has in its thread each line of how a client was told, and says of one that it counts no more", async () => {
    const html = (await render("fr")).replace(/<[^>]+>/g, " ").replace(/[\s\u00a0\u202f]+/g, " ");
    expect(html).toContain("Averti par téléphone");
    expect(html).toContain("Yann Le Guellec");
    expect(html).toContain("motif : Mauvais client");
    expect(html).toContain("Ne compte plus.");
    expect(html).toContain("Ligne retirée");
  });

  it("folds what is older than the newest entries of the thread, with their number and their anchors", async () => {
    const html = (await render("fr")).split('id="thread"')[1] ?? "";
    const [open = "", folded = ""] = html.split('<details class="fold">');
    expect(open.match(/<li/g)?.length).toBe(8);
    const earlier = (folded.split("</details>")[0] ?? "").match(/<li/g) ?? [];
    expect(folded).toContain('id="fact-');
    expect(folded).toContain(`${earlier.length} inscriptions`);
  });
});
