import { parseEmail } from "@/lib/platform/mail/email";
import { answerInChild } from "./answer-in-child";

/** Reads an e-mail that was brought as a document. */
await answerInChild((bytes) => parseEmail(bytes));
