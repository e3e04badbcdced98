import { describe, expect, it } from "vitest";
import { isQuestion, type CellDoubt } from "../doubts";
import { partFormerName } from "../former-name";
import { readAnswer } from "./answer";
import { wordsBesideName } from "./controller-words";
import { readTransferCountries } from "./countries";
import { readDate } from "./date";
import { readInstrument } from "./instrument";
import { readSpecial } from "./special";
import { readSubProcessors } from "./sub-processors";

const asks = ({ doubts }: { doubts: CellDoubt[] }) => doubts.some(isQuestion);

// Cells of thirty-five tables whose truth was written first; each had come in without a word.
describe("cells that say more than a reader takes", () => {
  it.each([
    "Maroc au lieu de la Tunisie",
    "Maroc ou Tunisie",
    "Marokko (gekündigt)",
    "Marokko (stillgelegt)",
    "Maroc (fermé en 2022)",
    "Maroc : sur site client seulement",
    "Egypt - dormant",
    "Morocco (inactive)",
    "Ireland (Northern)",
    "Maroc (dès 2026)",
    "Maroc (1)",
    "Maroc*",
  ])("asks of the transfer %s", (cell) => {
    expect(asks(readTransferCountries(cell))).toBe(true);
  });

  it("takes non-EU for a region and no answer", () => {
    expect(readTransferCountries("non-EU").value.answer).toBe("yes");
    expect(readTransferCountries("Nicht-EU").value.answer).not.toBe("no");
    expect(readTransferCountries("Non, UE").value.answer).toBe("no");
  });

  it.each([
    "SCC in fase di firma",
    "CCT en renégociation",
    "Cláusulas tipo caducadas",
    "SCC, IDTA addendum missing",
    "SCCs where required",
    "clauses types 2010",
    "CCT V1 2010/87",
    "CCT rejetées",
    "CCT perdues",
    "CCT envoyées",
    "CCT partiellement signées",
    "CCT signées 01/2022, expirent 01/2025",
    "CCT M3 : ko",
  ])("asks of the tool %s", (cell) => {
    expect(asks(readInstrument(cell))).toBe(true);
  });

  it.each(["CCT 2021/914 module 3 signées le 12/03/2023", "CCT (annexées au DPA)", "CCT 2021"])(
    "takes the tool %s",
    (cell) => {
      expect(asks(readInstrument(cell))).toBe(false);
    },
  );

  it.each([
    "Twilio or Vonage",
    "KPN in plaats van Ziggo",
    "Hetzner statt Strato",
    "eventualmente Google",
    "möglicherweise Google",
    "AWS (being phased out), GCP from Q2",
    "declined by client: Vonage",
    "awaiting DPA - Mailchimp",
    "autorisation générale",
    "All group companies",
    "ST : Sitel",
    "OVH, (AWS)",
    "OVH (تم الإلغاء)",
    "Salesforce (sustituido)",
    "Telekom (gekündigt zum 31.12.)",
  ])("asks of the sub-processors %s", (cell) => {
    expect(asks(readSubProcessors(cell))).toBe(true);
  });

  it.each(["OVH (hébergement)", "Banque de France", "hébergeur OVH"])(
    "takes the sub-processors %s",
    (cell) => {
      expect(asks(readSubProcessors(cell))).toBe(false);
    },
  );

  it("keeps an American address with the company before it", () => {
    expect(
      readSubProcessors("AWS Inc, Seattle, WA 98109").value.subProcessors.map(({ name }) => name),
    ).toEqual(["AWS Inc"]);
  });

  it.each([
    "opinion syndicale retirée en 2022",
    "trade union data deleted",
    "Biometric voiceprint – switched off",
    "Non / Yes",
  ])("asks of the sensitive data %s", (cell) => {
    expect(asks(readSpecial(cell, { data: "", activity: "" }))).toBe(true);
  });

  it("reads one answer in two languages, and asks which of two answers is meant", () => {
    expect(readAnswer("Non / No")).toEqual({ value: { answer: "no", text: "" }, doubts: [], leftover: "" });
    expect(readAnswer("Oui / Yes (santé)").value).toEqual({ answer: "yes", text: "santé" });
    expect(readAnswer("Non / Yes").value.answer).toBe("unanswered");
  });

  it.each(["01/01/1900", "01/01/1970", "31/12/9999", "12/2099", "prévue 06/2025", "31/12/2024 (reconduit)"])(
    "asks of the day %s",
    (cell) => {
      expect(asks(readDate(cell))).toBe(true);
    },
  );

  it.each([
    ["KW 12/2023", "2023"],
    ["S12 2024", "2024"],
    ["1. Quartal 2024", "2024"],
    ["1er trim. 2025", "2025"],
  ])("keeps the year of %s, and no month of its week or quarter", (cell, year) => {
    const { value, doubts } = readDate(cell);
    expect(value?.value).toBe(year);
    expect(doubts).toHaveLength(1);
  });

  it.each([
    "Orbia SA (contrat résilié)",
    "Orbia SA ?",
    "pas encore signé : Mutalis",
    "Orbia remplacé par Mutalis",
    "nous-mêmes",
    "Ourselves",
    "Acme on behalf of Gamma",
  ])("asks of the client %s", (cell) => {
    expect(wordsBesideName(cell)).not.toEqual([]);
  });

  it.each([
    "Sans Souci SA",
    "But International",
    "Orbia SA (Lyon)",
    "Orbia SA - pôle santé",
    "Mutuelle Générale",
  ])("takes the client %s", (cell) => {
    expect(wordsBesideName(cell)).toEqual([]);
  });

  it.each([
    ["Ex-Tellus (devenu Orbia en 2022)", "Orbia", "Tellus"],
    ["Acme Ltd (now Beta Ltd)", "Beta Ltd", "Acme Ltd"],
    ["Orbia, ex-Tellus", "Orbia", "Tellus"],
  ])("tells the former name in %s", (cell, name, former) => {
    expect(partFormerName(cell)).toEqual({ name, former });
  });
});
