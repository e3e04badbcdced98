import { describe, expect, it } from "vitest";
import { isPlaceholderName } from "./placeholder";

describe("isPlaceholderName", () => {
  it.each([
    "client télécom",
    "CLIENT TELECOM",
    "Client A",
    "client n° 2",
    "Clients divers",
    "a client",
    "",
    "?",
    "زبون",
    "Compte banque",
  ])("« %s » stands for nobody", (name) => {
    expect(isPlaceholderName(name)).toBe(true);
  });

  it.each([
    "Télécom Ardennes",
    "Client First SAS",
    "Banque Sauvage",
    "Energie 2000",
    "Customer Alliance GmbH",
    "Orvelle",
  ])("« %s » is somebody", (name) => {
    expect(isPlaceholderName(name)).toBe(false);
  });
});
