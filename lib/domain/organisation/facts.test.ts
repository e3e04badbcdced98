import { expect, it } from "vitest";
import { organisationFacts } from "./facts";

const ROW = {
  legalName: "Nejma Contact",
  country: "MA",
  address: "41 boulevard Zerktouni",
  city: "Casablanca",
  email: "",
  phone: "",
  dpoName: "",
  dpoEmail: "",
  dpoPhone: "",
  hasNoDpo: false,
  euRepresentative: "",
  euRepresentativeContact: "",
  euRepresentativeCountry: "",
  euRepresentativeExemption: "contractual-only",
  euRepresentativeReason: "Aucun ciblage",
  gdprBinding: "contractual-only",
  siteCountries: ["MA"],
};

it("reads a representative with its contact, and no reason that the binding denies", () => {
  expect(organisationFacts(ROW)).toMatchObject({
    address: "41 boulevard Zerktouni, Casablanca",
    euRepresentative: "",
    euRepresentativeAbsentReason: "Aucun ciblage",
  });
  expect(organisationFacts({ ...ROW, gdprBinding: "direct-3-2" }).euRepresentativeAbsentReason).toBe("");
  const dear = { ...ROW, euRepresentativeExemption: "other", euRepresentativeReason: "Trop cher" };
  expect(organisationFacts({ ...dear, gdprBinding: "direct-3-2" }).euRepresentativeAbsentReason).toBe("");
  expect(organisationFacts(dear).euRepresentativeAbsentReason).toBe("Trop cher");
  const named = {
    euRepresentative: "Cabinet Ferrand",
    euRepresentativeContact: "Lyon",
    euRepresentativeCountry: "FR",
  };
  expect(organisationFacts({ ...ROW, ...named })).toMatchObject({
    euRepresentative: "Cabinet Ferrand, Lyon",
    euRepresentativeCountry: "FR",
  });
});
