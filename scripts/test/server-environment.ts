// Next reads AsyncLocalStorage of the global object once, as its first module loads: it stands there before any test's.
import "next/dist/server/node-environment-baseline";
