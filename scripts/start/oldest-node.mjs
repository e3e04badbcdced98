/** Written so that a Node which is too old still reads it. */
const OLDEST = [20, 19];

/**
 * Returns why this Node cannot run Amana, "" where it can. `version` is like `20.19.0`.
 * @param {string} version
 * @returns {string}
 */
export function refuseNode(version) {
  const [major = 0, minor = 0] = version.split(".").map(Number);
  if (major > OLDEST[0] || (major === OLDEST[0] && minor >= OLDEST[1])) return "";
  return `Amana needs Node ${OLDEST.join(".")} or later, and this is ${version}: install a later one (https://nodejs.org), then run \`npm ci\` again.`;
}
