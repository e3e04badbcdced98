import { describe, expect, it } from "vitest";
import {
  cutAt,
  emailedFrom,
  emailFills,
  emailValues,
  INSTRUCTION_CONTROLS,
  REQUEST_CONTROLS,
} from "./emailed";

const EMAIL = {
  sender: "Hélène Marchetti",
  address: "h.marchetti@orvelle.example",
  subject: "Fiches",
  at: Date.parse("2026-12-01T00:30:00+01:00"),
  text: "Effacez-les.\nMerci.",
};
const WORDS = "Fiches\n\nEffacez-les.\nMerci.";

describe("what a form takes from an e-mail", () => {
  it("is its subject and text, its sender, and its arrival by the clock of Casablanca", () => {
    expect(emailValues(emailedFrom(EMAIL), INSTRUCTION_CONTROLS)).toEqual({
      text: WORDS,
      authorName: "Hélène Marchetti",
      receivedOn: "2026-11-30",
      receivedTime: "23:30",
      channel: "e-mail",
    });
  });

  it("is the address too, where a control asks for it, and a sender of no name but once", () => {
    expect(emailValues(emailedFrom(EMAIL), REQUEST_CONTROLS)).toMatchObject({
      name: "Hélène Marchetti",
      contact: "h.marchetti@orvelle.example",
      words: WORDS,
    });
    const nameless = emailedFrom({ ...EMAIL, sender: EMAIL.address });
    expect(emailValues(nameless, REQUEST_CONTROLS)).not.toHaveProperty("name");
    expect(emailValues(nameless, INSTRUCTION_CONTROLS)).toMatchObject({ authorName: EMAIL.address });
  });

  it("is cut where the control takes no more, which is known", () => {
    const long = emailedFrom({ ...EMAIL, text: "a".repeat(30_000) });
    expect(emailValues(long, REQUEST_CONTROLS).words).toHaveLength(4000);
    expect([cutAt(long, REQUEST_CONTROLS), cutAt(long, INSTRUCTION_CONTROLS)]).toEqual([4000, 20_000]);
    expect(cutAt(emailedFrom(EMAIL), REQUEST_CONTROLS)).toBeNull();
  });

  it("is nothing that the message does not say, and nothing of a file that is none", () => {
    const silent = emailedFrom({ sender: "", address: "", subject: "", at: null, text: "" });
    expect(emailValues(silent, REQUEST_CONTROLS)).toEqual({ channel: "e-mail" });
    expect([emailValues(null, REQUEST_CONTROLS), emailValues("unread", REQUEST_CONTROLS)]).toEqual([{}, {}]);
  });

  it("names each control with its label and its first value", () => {
    const fills = emailFills(INSTRUCTION_CONTROLS, (name) => name.toUpperCase(), { day: "2026-11-30" });
    expect(fills.map(({ part, name, label, initial }) => [part, name, label, initial])).toEqual([
      ["words", "text", "TEXT", undefined],
      ["sender", "authorName", "AUTHORNAME", undefined],
      ["day", "receivedOn", "RECEIVEDON", "2026-11-30"],
      ["time", "receivedTime", "RECEIVEDTIME", undefined],
      ["channel", "channel", "CHANNEL", undefined],
    ]);
  });
});
