import pino from "pino";

/** Structured log on standard error; secrets are never passed to it. */
export const log = pino({ level: "info", base: undefined }, pino.destination(2));
