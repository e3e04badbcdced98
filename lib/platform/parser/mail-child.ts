import { parseMessage } from "@/lib/platform/mail/message";
import { answerInChild } from "./answer-in-child";

/** Parses a message. */
await answerInChild((bytes) => parseMessage(bytes));
