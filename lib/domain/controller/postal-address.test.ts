import { describe, expect, it } from "vitest";
import { isPostalAddress } from "./postal-address";

describe("isPostalAddress", () => {
  it.each([
    "12 rue de la Paix, 75002 Paris",
    "ZI de Jarry, 97122 Baie-Mahault",
    "Tour Montparnasse, 75015 Paris",
    "BP 412, 69003 Lyon",
    "CS 20012, 35000 Rennes Cedex",
    "14 Hanover Quay, Dublin 2",
    "10 Downing Street, London SW1A 2AA",
    "P.O. Box 220, Boston",
    "Keizersgracht 123, Amsterdam",
    "Hauptstr. 5, 10115 Berlin",
    "Musterstraße 7, Köln",
    "Kalvebod Brygge 4, København",
    "Via Roma 1, Torino",
    "Calle Mayor 3, Madrid",
    "14 Grande Couture, 59000 Lille",
    "Postfach 12, 8001 Zürich",
    "شارع محمد الخامس، الدار البيضاء",
    "12 زنقة الأطلس، الرباط",
    "ص.ب 245، فاس",
  ])("takes « %s » for one", (address) => {
    expect(isPostalAddress(address)).toBe(true);
  });

  it.each([
    "",
    "Lyon",
    "69003 Lyon",
    "Lyon 69003",
    "Lyon, France",
    "Paris 8e",
    "PARIS 15",
    "Dublin 2, Ireland",
    "1000 Bruxelles",
    "Bruxelles 1000, Belgique",
    "8001 Zürich",
    "London",
    "Casablanca, Maroc",
    "France",
    "Île-de-France",
    "الدار البيضاء",
    "الرباط، المغرب",
  ])("takes « %s » for a town", (address) => {
    expect(isPostalAddress(address)).toBe(false);
  });
});
