import { parseFeedBytes } from "@/lib/platform/feed/parse-feed";
import { answerInChild } from "./answer-in-child";

/** Parses a feed. */
await answerInChild((bytes, asked) =>
  asked.kind === "feed" ? parseFeedBytes(bytes, asked.contentType, asked.base) : null,
);
