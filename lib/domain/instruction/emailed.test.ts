import { describe, expect, it } from "vitest";
import { CONFIRMATION_CONTROLS, emailedFrom, NEW_CONTROLS, valuesByControl } from "./emailed";

const EMAIL = {
  sender: "Hélène Marchetti",
  subject: "Fiches",
  at: Date.parse("2026-12-01T00:30:00+01:00"),
  text: "Effacez-les.\r\nMerci.",
};

describe("what a form takes from an e-mail", () => {
  it("is its subject and text, its sender, and its arrival by the clock of Casablanca", () => {
    expect(emailedFrom(EMAIL)).toEqual({
      words: "Fiches\n\nEffacez-les.\nMerci.",
      isCut: false,
      sender: "Hélène Marchetti",
      day: "2026-11-30",
      time: "23:30",
      channel: "e-mail",
    });
  });

  it("is cut where an instruction may be no longer, and says so", () => {
    const { words, isCut } = emailedFrom({ ...EMAIL, text: "a".repeat(30_000) });
    expect([words.length, isCut]).toEqual([20_000, true]);
  });

  it("names only controls for which the message says something", () => {
    const silent = emailedFrom({ sender: "", subject: "", at: null, text: "" });
    expect(valuesByControl(silent, NEW_CONTROLS)).toEqual({ channel: "e-mail" });
    expect(valuesByControl(emailedFrom(EMAIL), CONFIRMATION_CONTROLS)).toEqual({
      writing: "Fiches\n\nEffacez-les.\nMerci.",
      writer: "Hélène Marchetti",
      on: "2026-11-30",
      time: "23:30",
      medium: "e-mail",
    });
  });
});
