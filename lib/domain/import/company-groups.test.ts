import { describe, expect, it } from "vitest";
import { groupCompanies } from "./company-groups";

describe("groupCompanies", () => {
  it.each([
    [["OVH", "OVH SAS", "OVHcloud"]],
    [["OVH SAS", "OVHcloud"]],
    [["Sendgrid", "SendGrid Inc."]],
    [["Zendesk", "Zendesck"]],
    [["Orange", "Orange Business Services"]],
    [["Ferrix (France)", "Ferrix (Maroc)"]],
    [["Calanques", "Mutuelle des Calanques"]],
    [["شركة النور", "النور"]],
  ])("%j may be one company", (names) => expect(groupCompanies(names)).toEqual([names]));

  it.each([
    [["Micro", "Microsoft"]],
    [["OVH", "AWS", "Google"]],
    [["sendgrid", "SENDGRID"]],
    [["IT", "IT Services"]],
    [["constructor", "OVH"]],
  ])("%j are not asked about", (names) => expect(groupCompanies(names)).toEqual([]));

  it("joins what is alike by way of another, in the order of the file", () => {
    expect(groupCompanies(["AWS", "OVHcloud", "OVH", "OVH SAS"])).toEqual([["OVHcloud", "OVH", "OVH SAS"]]);
  });

  it("compares a file of very many names by their keys alone", () => {
    const names = Array.from({ length: 20_000 }, (_, at) => `Société ${at}`);
    expect(groupCompanies([...names, "Orvelle", "ORVELLE SA", "Orvellecloud"])).toEqual([
      ["Orvelle", "ORVELLE SA"],
    ]);
  });
});
