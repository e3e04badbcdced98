import { describe, expect, it } from "vitest";
import { otherContactsOf } from "./other-contacts";

const own = { addresses: ["nadia@centre.ma"], domainsOf: ["contact@centre.ma"] };
const person = (email: string) => ({ name: email, email, language: "fr" });
const side = {
  contacts: [person("claire@orvelle.fr"), person("paul@orvelle.fr"), person("faux@centre.ma")],
  controller: { contactName: "", contactEmail: "dpo@orvelle.fr", language: "en" },
  except: "Claire@orvelle.fr",
  own,
};
const find = (changes: Partial<typeof side>) =>
  otherContactsOf({ ...side, ...changes }).map(({ email }) => email);

describe("witnessesOf", () => {
  it("are the other contacts and the controller's own address, and nobody of the processor", () => {
    expect(find({})).toEqual(["paul@orvelle.fr", "dpo@orvelle.fr"]);
  });

  it("are each told once", () => {
    expect(find({ controller: { ...side.controller, contactEmail: "PAUL@orvelle.fr" } })).toEqual([
      "paul@orvelle.fr",
    ]);
  });

  it("are none where nobody else is known", () => {
    const alone = {
      contacts: [person("claire@orvelle.fr")],
      controller: { ...side.controller, contactEmail: "" },
    };
    expect(find(alone)).toEqual([]);
  });
});
