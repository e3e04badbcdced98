import { describe, expect, it } from "vitest";
import { loopbackPolicy, rssOf, serveOnLoopback } from "@/lib/platform/outbound/loopback.fixture";
import { parseFeedText } from "./parse-feed";
import { readFeed } from "./read-feed";

const BASE = "https://cnil.example/feed.xml";

describe("a feed", () => {
  it("of RSS has its title and entries, as words alone", () => {
    const turned = rssOf([{ title: "Avis \u202egnp.exe", link: "/avis" }]);
    expect(parseFeedText(turned, BASE)?.entries).toMatchObject([{ title: "Avis gnp.exe" }]);
    const text = rssOf([{ title: "<![CDATA[L&#8217;avis <b>2026</b>]]>", link: "/avis" }], "CNIL &amp; CEPD");
    expect(parseFeedText(text, BASE)).toEqual({
      title: "CNIL & CEPD",
      entries: [
        {
          key: "/avis",
          title: "L’avis 2026",
          url: "https://cnil.example/avis",
          publishedAt: new Date("2026-11-24T10:00:00Z"),
        },
      ],
    });
  });

  it("of Atom has the link to its page, not that to itself", () => {
    const text = `<feed xmlns="http://www.w3.org/2005/Atom"><title>CEPD</title><id>urn:f</id><updated>2026-11-01T00:00:00Z</updated>
      <entry><id>urn:1</id><title type="html">Lignes &lt;i&gt;directrices&lt;/i&gt;</title><updated>2026-11-20T08:00:00Z</updated>
      <link rel="self" href="https://edpb.example/self"/><link rel="alternate" href="https://edpb.example/1"/></entry></feed>`;
    expect(parseFeedText(text, BASE)?.entries).toEqual([
      {
        key: "urn:1",
        title: "Lignes directrices",
        url: "https://edpb.example/1",
        publishedAt: new Date("2026-11-20T08:00:00Z"),
      },
    ]);
  });

  it.each(["javascript:alert(1)", "data:text/html,x", "file:///etc/passwd"])("has no link to %s", (link) => {
    expect(parseFeedText(rssOf([{ title: "A", link }]), BASE)?.entries).toMatchObject([
      { title: "A", url: "" },
    ]);
  });

  it("has at most fifty entries, and none without a title", () => {
    const many = Array.from({ length: 80 }, (_, at) => ({ title: at === 0 ? "" : `Avis ${at}` }));
    expect(parseFeedText(rssOf(many), BASE)?.entries).toHaveLength(49);
  });

  it("expands no entity that it declares itself", () => {
    const text = rssOf([{ title: "&big;" }]).replace(
      "<rss",
      '<!DOCTYPE rss [<!ENTITY big "expanded"><!ENTITY file SYSTEM "file:///etc/passwd">]><rss',
    );
    expect(JSON.stringify(parseFeedText(text, BASE))).not.toContain("expanded");
  });

  it.each(["", "<html><body>Avis</body></html>", "{}", "<rss", "pas un flux"])("is not %j", (text) => {
    expect(parseFeedText(text, BASE)).toBeNull();
  });
});

it("reads the encoding that the text names", async () => {
  const text = rssOf([{ title: "Délibération" }]).replace('"1.0"', '"1.0" encoding="ISO-8859-1"');
  const server = await serveOnLoopback((_, response) => response.end(Buffer.from(text, "latin1")));
  const read = await readFeed(server.url, { policy: loopbackPolicy });
  server.stop();
  expect(read).toMatchObject({ kind: "read", entries: [{ title: "Délibération" }] });
});

it("says that a page is no feed", async () => {
  const server = await serveOnLoopback((_, response) => response.end("<html></html>"));
  const read = await readFeed(server.url, { policy: loopbackPolicy });
  server.stop();
  expect(read).toEqual({ kind: "failed", failure: "notFeed", status: null });
});
