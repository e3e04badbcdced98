import { itemAt } from "@/lib/domain/invariant/required";

/** An image by its own first bytes, whatever its name and its sender say of it. */
export type SniffedImage = { contentType: "image/png" | "image/jpeg"; width: number; height: number };

/** Refusals of an image; "svg" apart, since it is a document with scripts in it. */
export type SniffRefusal = "svg" | "type" | "broken";

const PNG = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];
const JPEG = [0xff, 0xd8, 0xff];

/** PNG or JPEG with its size in pixels, read from IHDR or from the frame's own head; nothing is unpacked. */
export function sniffImage(bytes: Uint8Array): SniffedImage | SniffRefusal {
  if (startsWith(bytes, PNG)) return readPng(bytes);
  if (startsWith(bytes, JPEG)) return readJpeg(bytes);
  return isSvg(bytes) ? "svg" : "type";
}

function readPng(bytes: Uint8Array): SniffedImage | SniffRefusal {
  const view = viewOf(bytes);
  // Length 13 and the name IHDR, then width and height.
  if (bytes.length < 33 || view.getUint32(8) !== 13 || view.getUint32(12) !== 0x49484452) return "broken";
  return sized("image/png", view.getUint32(16), view.getUint32(20));
}

/** Walks the segments to the frame's head: SOF0 to SOF15, without DHT (C4), JPG (C8) and DAC (CC). */
function readJpeg(bytes: Uint8Array): SniffedImage | SniffRefusal {
  const view = viewOf(bytes);
  let at = 2;
  while (at + 9 < bytes.length) {
    if (bytes[at] !== 0xff) return "broken";
    const marker = itemAt(bytes, at + 1);
    if (marker === 0xff) at += 1;
    else if (isFrame(marker)) return sized("image/jpeg", view.getUint16(at + 7), view.getUint16(at + 5));
    // The picture begins before anybody said how large it is.
    else if (marker === 0xda || marker === 0xd9) return "broken";
    else at += 2 + view.getUint16(at + 2);
  }
  return "broken";
}

function isFrame(marker: number): boolean {
  return marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);
}

function sized(contentType: SniffedImage["contentType"], width: number, height: number) {
  return width > 0 && height > 0 ? { contentType, width, height } : "broken";
}

function isSvg(bytes: Uint8Array): boolean {
  const head = new TextDecoder("utf-8").decode(bytes.subarray(0, 4096));
  return /<svg[\s>]/i.test(head);
}

function startsWith(bytes: Uint8Array, signature: readonly number[]): boolean {
  return signature.every((byte, index) => bytes[index] === byte);
}

function viewOf({ buffer, byteOffset, byteLength }: Uint8Array): DataView {
  return new DataView(buffer, byteOffset, byteLength);
}
