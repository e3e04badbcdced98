import { defineNoun } from "./noun";
import { EVERYONE, STEWARDS, WRITERS } from "./roles";

/** Feeds that propose entries for the watch, art. 39(1)(a). A server reads what is added: stewards alone add. */
export const watchFeedNoun = defineNoun({
  id: "watch-feed",
  found: "feeds",
  acts: {
    "watch-feed.read": { staff: EVERYONE },
    "watch-feed.manage": { staff: STEWARDS },
    "watch-feed.decide": { staff: WRITERS },
    "watch-feed.fetch": { jobs: ["returned-mail"] },
  },
  events: {
    "watch-feed.added": {},
    "watch-feed.ended": {},
    "watch-feed.entry-set-aside": {},
    "watch-feed.entry-proposed-again": {},
  },
  fieldWords: "watch-feed.fields",
  fields: ["url", "name", "entry"],
  places: [{ id: "watchFeeds", segment: "/dpo/feeds", needs: "watch-feed.read" }],
});
