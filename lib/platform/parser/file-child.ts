import { sniffDocument } from "@/lib/platform/files/sniff-document";
import { sniffImage } from "@/lib/platform/files/sniff-image";
import { answerInChild } from "./answer-in-child";

/** Finds the type of a document or of an image by its bytes. */
await answerInChild((bytes, { kind }) => (kind === "image" ? sniffImage(bytes) : sniffDocument(bytes)));
