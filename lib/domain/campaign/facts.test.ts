import { describe, expect, it } from "vitest";
import { campaignWith } from "./campaign.fixture";
import { campaignContentSchema } from "./content";
import { campaignFacts } from "./facts";

describe("campaignFacts", () => {
  it("knows nothing but the channel of a campaign of which nobody has said anything", () => {
    const { channel, ...facts } = campaignFacts(campaignContentSchema.parse({}), null);
    expect(channel).toBe("voice");
    expect(new Set(Object.values(facts))).toEqual(new Set([null]));
  });

  it.each([
    ["consent", { contract: "none", callBack: "none", sector: "other" }],
    ["contract", { contract: "related", callBack: "none", sector: "other" }],
    ["call-back", { contract: "none", callBack: null, sector: "other" }],
    ["press", { contract: "none", callBack: "none", sector: "press" }],
    ["opposition-list", { contract: "none", callBack: "none", sector: "other" }],
  ] as const)("claims no ground beside %s", (basis, expected) => {
    expect(campaignFacts(campaignWith({ basis }), null)).toMatchObject(expected);
  });

  it("leaves the audience of a campaign to both to each call", () => {
    expect(campaignFacts(campaignWith({ audience: "both" }), null).audience).toBeNull();
  });

  it("states the kind of the number that a call shows, and who vouches for one that is listed", () => {
    const content = campaignWith({ numbers: [{ number: "+33612345678", authenticated: "no" }] });
    expect(campaignFacts(content, "+33612345678")).toMatchObject({
      shownNumber: "mobile",
      isAuthenticated: false,
    });
    expect(campaignFacts(content, "+33162123456")).toMatchObject({
      shownNumber: "platform",
      isAuthenticated: null,
    });
  });
});
