// @ts-check
// Answers as a web process does, until it is told to go round in a circle.
process.on("message", (asked) => {
  if (asked === "alive?") process.send?.("alive");
  if (asked === "loop") for (;;);
});
process.send?.("ready");
