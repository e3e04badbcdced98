import { describe, expect, it } from "vitest";
import { planControllers, type KnownController } from "./controllers";

const named = (...names: string[]) => names.map((controllerName) => ({ controllerName, controller: {} }));
const known: KnownController[] = [
  {
    id: "k1",
    legalName: "Orvelle Énergie SA",
    isPlaceholder: false,
    spellings: ["Orvelle (ex-Gazette)"],
    formerNames: ["Compagnie du Gapeau"],
  },
];

describe("planControllers", () => {
  it("offers the spellings of one client as one controller, under the one most used", () => {
    const [entry, ...rest] = planControllers(
      named("Voltiris", "Voltiris SA", "VOLTIRIS SA", "Voltiris SA"),
      [],
      {},
    );
    expect(rest).toEqual([]);
    expect(entry).toMatchObject({ name: "Voltiris SA", rows: 4, existingId: null, isPlaceholder: false });
    expect(entry!.spellings).toEqual(["Voltiris", "Voltiris SA", "VOLTIRIS SA"]);
  });

  it("recognises a controller of the register by name, and by a spelling settled before", () => {
    const entries = planControllers(named("ORVELLE ENERGIE", "Orvelle (ex-Gazette)"), known, {});
    expect(entries).toHaveLength(1);
    expect(entries[0]).toMatchObject({ key: "known:k1", existingId: "k1", name: "Orvelle Énergie SA" });
  });

  it("never joins a placeholder by itself", () => {
    const entries = planControllers(named("client télécom", "Télécom Ardèze", "client banque"), [], {});
    expect(entries.map(({ isPlaceholder }) => isPlaceholder)).toEqual([true, false, true]);
    expect(entries.every(({ near }) => near.length === 0)).toBe(true);
  });

  it("joins a placeholder where a person chose to", () => {
    const entries = planControllers(named("client énergie", "Orvelle Énergie SA"), known, {
      "client énergie": "known:k1",
    });
    expect(entries).toHaveLength(1);
    expect(entries[0]!.spellings).toEqual(["client énergie", "Orvelle Énergie SA"]);
  });

  it.each(["__proto__", "constructor", "toString", "hasOwnProperty"])("takes %s for a name", (name) => {
    const [entry] = planControllers(named(name), known, {});
    expect(entry).toMatchObject({ existingId: null, name, spellings: [name] });
    const chosen = Object.fromEntries([[name, "known:k1"]]);
    expect(planControllers(named(name), known, chosen)[0]).toMatchObject({ key: "known:k1" });
  });

  it("shows the companies of a group in two countries beside each other, apart", () => {
    const entries = planControllers(named("Voltiris (France)", "Voltiris (Belgique)"), [], {});
    expect(entries).toHaveLength(2);
    expect(entries[0]!.near).toEqual([entries[1]!.key]);
  });

  it.each([
    ["Calanques", "Mutuelle des Calanques"],
    ["Orvelle", "Orvelle Énergie SA"],
    ["Filature Brousse", "Ateliers Margaux"],
    ["Manufacture Brun", "Ateliers Margaux"],
  ])("asks whether %s is %s", (written, legalName) => {
    const register: KnownController[] = [
      {
        id: "k7",
        legalName,
        isPlaceholder: false,
        spellings: ["Filature Brousse (ex)"],
        formerNames: ["Manufacture Brun SARL"],
      },
    ];
    const [entry] = planControllers(named(written), register, {});
    expect(entry).toMatchObject({ existingId: null, near: ["known:k7"] });
  });

  it("asks whether initials and words of a mail domain are a known controller", () => {
    const known: KnownController = {
      id: "k8",
      legalName: "Mutuelle des Trois Rivières",
      isPlaceholder: false,
      spellings: [],
      formerNames: [],
      aliases: ["M3R", "MTR"],
    };
    for (const written of ["M3R", "MTR"])
      expect(planControllers(named(written), [known], {})[0]).toMatchObject({
        existingId: null,
        near: ["known:k8"],
      });
  });

  it("shows names that a slip tells apart, and leaves them apart", () => {
    const entries = planControllers(named("Hôtels Miradour", "Hotels Miradur"), [], {});
    expect(entries).toHaveLength(2);
    expect(entries[0]!.near).toEqual([entries[1]!.key]);
  });

  it("keeps what the rows say of a controller, the first word on each field standing", () => {
    const [entry] = planControllers(
      [
        { controllerName: "Lunetterie du Parc", controller: { address: "", country: "FR" } },
        { controllerName: "Lunetterie du Parc", controller: { address: "3 rue du Parc", country: "BE" } },
      ],
      [],
      {},
    );
    expect(entry!.reading).toEqual({ country: "FR", address: "3 rue du Parc" });
  });
});
