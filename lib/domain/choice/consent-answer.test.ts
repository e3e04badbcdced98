import { describe, expect, it } from "vitest";
import { fold } from "@/lib/domain/text/fold";
import { denialIn, findAnswerColumns } from "./consent-answer";

/** Reads a line of a number and one more cell, under the head of that cell. */
const read = (head: string, cell: string) =>
  denialIn(["0612345678", cell], findAnswerColumns(["numero", fold(head)], [0]));

describe("denialIn", () => {
  it.each([
    ["Consentement téléphonique", "oui"],
    ["Consentement (O/N)", "O"],
    ["Opt-in", "1"],
    ["Accord", "VRAI"],
    ["Consent given", "✓"],
    ["Consentement", "12/03/2026"],
    ["الموافقة", "نعم"],
    ["Source du consentement", "salon"],
    ["Date de retrait", ""],
    ["Opt-out", "0"],
    ["Opposition", "non"],
    ["Ville", "non"],
  ])("%s: %s denies nothing", (head, cell) => expect(read(head, cell)).toBeNull());

  it.each([
    ["Consentement téléphonique", "non"],
    ["Consentement (O/N)", "N"],
    ["الموافقة (نعم/لا)", "لا"],
    ["Opt-in", "0"],
    ["Accord", "FAUX"],
    ["Consent", "withdrawn"],
    ["Consentement", "Refusé"],
    ["الموافقة", "لا"],
    ["Source du consentement", "non"],
    ["Date de retrait", "12/03/2026"],
    ["Opt-out", "1"],
    ["Désinscription", "par courriel"],
    ["Do not call", "x"],
  ])("%s: %s is no consent", (head, cell) => expect(read(head, cell)).toBe("denied"));

  it.each([
    ["Consentement", ""],
    ["Opt-in", "à vérifier"],
    ["Consent given", "?"],
    ["الموافقة (نعم/لا)", "لم يوافق"],
  ])("%s: %j leaves it unsaid", (head, cell) => expect(read(head, cell)).toBe("unanswered"));

  it("leaves columns that are read as something else", () =>
    expect(findAnswerColumns(["numero", "consentement le"], [0, 1])).toEqual({
      answers: [],
      beside: [],
      denials: [],
    }));
});
