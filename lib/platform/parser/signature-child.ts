import { findSignatures } from "@/lib/platform/mail/signature";
import { answerInChild } from "./answer-in-child";

/** Finds the signatures of a message that hold, by the resolver of the operating system. */
await answerInChild((bytes) => findSignatures(bytes));
