/** Names of browsers and systems are the makers' own, alike in every language. */
export type DeviceWords = { browser: string | null; system: string | null };

type Sign = [sign: RegExp, name: string];

// The order is the rule: every browser claims to be the ones before it, so whoever says more of itself is asked first.
const BROWSERS: readonly Sign[] = [
  [/\bSamsungBrowser\//, "Samsung Internet"],
  [/\b(?:OPR|OPT|OPiOS|OPX)\//, "Opera"],
  [/\b(?:Edg|EdgA|EdgiOS|Edge)\//, "Edge"],
  [/\bVivaldi\//, "Vivaldi"],
  [/\bYaBrowser\//, "Yandex"],
  [/\b(?:DuckDuckGo|Ddg)\//, "DuckDuckGo"],
  [/\b(?:Firefox|FxiOS)\//, "Firefox"],
  [/\b(?:Chrome|CriOS|Chromium|HeadlessChrome)\//, "Chrome"],
  [/\bSafari\//, "Safari"],
];

const SYSTEMS: readonly Sign[] = [
  [/\b(?:iPhone|iPad|iPod)\b/, "iOS"],
  [/\bAndroid\b/, "Android"],
  [/\bWindows\b/, "Windows"],
  [/\bCrOS\b/, "ChromeOS"],
  [/\b(?:Macintosh|Mac OS X)\b/, "macOS"],
  [/\b(?:Linux|X11)\b/, "Linux"],
];

/** Browser and system behind a user agent; null where it does not say. No version: it changes while one looks. */
export function readDevice(userAgent: string): DeviceWords {
  return { browser: nameIn(BROWSERS, userAgent), system: nameIn(SYSTEMS, userAgent) };
}

function nameIn(signs: readonly Sign[], userAgent: string): string | null {
  return signs.find(([sign]) => sign.test(userAgent))?.[1] ?? null;
}
