import { describe, expect, it } from "vitest";
import { stateWords } from "./state-words";

describe("stateWords", () => {
  it.each([
    ["CCT rejetées", ["rejetées"]],
    ["opinion syndicale retirée en 2022", ["retirée"]],
    ["trade union data deleted", ["deleted"]],
    ["Biometric voiceprint – switched off", ["switched", "off"]],
    ["salud eliminada", ["eliminada"]],
    ["Marokko (stillgelegt)", ["stillgelegt"]],
    ["CCT perdues", ["perdues"]],
  ])("finds in %s what may change it", (text, found) => {
    expect(stateWords(text)).toEqual(found);
  });

  it.each([
    "CCT signées, annexées",
    "hébergement, activité, société",
    "identité et santé",
    "hosted in Dublin",
    "Gesundheit",
  ])("leaves %s alone", (text) => {
    expect(stateWords(text)).toEqual([]);
  });
});
