// Copied by openapi-errors from its runtime. Do not edit: run `openapi-errors generate`.
/* eslint-disable */
// biome-ignore-all lint: generated
// biome-ignore-all format: generated
// biome-ignore-all assist: generated
// @ts-nocheck It was checked where it is made, as strictly as TypeScript can: your compiler need not do it again.

// Every platform has it. Declared, so that this compiles without the types of a browser or of Node.
declare const TextDecoder: new (label?: string) => { readonly encoding: string; decode(bytes: Uint8Array): string };

/** The bytes of a buffer or of a view of one, of any realm; undefined for anything else. */
export function bytesOf(value: unknown): Uint8Array | undefined {
  if (ArrayBuffer.isView(value)) return new Uint8Array(value.buffer, value.byteOffset, value.byteLength);
  return isBuffer(value) ? new Uint8Array(value) : undefined;
}

/** Asked of the value itself: `instanceof` knows only the buffers of its own realm. Any object may claim to be one. */
function isBuffer(value: unknown): value is ArrayBuffer {
  if (Object.prototype.toString.call(value) !== "[object ArrayBuffer]") return false;
  try {
    Object.getOwnPropertyDescriptor(ArrayBuffer.prototype, "byteLength")!.get!.call(value);
    return true;
  } catch {
    return false;
  }
}

/** Bytes as text: in the encoding of their byte order mark, else of the media type, else in UTF-8. */
export function textOfBytes(bytes: Uint8Array, mediaType: string): string {
  const decoder = decoderOf(markOf(bytes) ?? charsetOf(mediaType));
  return decoder.encoding === "windows-1252" ? windowsText(bytes) : decoder.decode(bytes);
}

// What the web reads as Latin 1 is the code page of Windows, which has these from 0x80 on. Not all platforms know.
const windows =
  "\u20ac\u0081\u201a\u0192\u201e\u2026\u2020\u2021\u02c6\u2030\u0160\u2039\u0152\u008d\u017d\u008f" +
  "\u0090\u2018\u2019\u201c\u201d\u2022\u2013\u2014\u02dc\u2122\u0161\u203a\u0153\u009d\u017e\u0178";

function windowsText(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => windows[byte - 0x80] ?? String.fromCharCode(byte)).join("");
}

function markOf([first, second, third]: Uint8Array): string | undefined {
  if (first === 0xef && second === 0xbb && third === 0xbf) return "utf-8";
  if (first === 0xff && second === 0xfe) return "utf-16le";
  return first === 0xfe && second === 0xff ? "utf-16be" : undefined;
}

/** The charset that a media type names, in quotes or not. */
function charsetOf(mediaType: string): string {
  const parameters = mediaType.split(";").slice(1);
  const charset = parameters.map((each) => each.trim()).find((each) => /^charset=/i.test(each));
  return charset?.slice("charset=".length).replace(/^"|"$/g, "") ?? "utf-8";
}

function decoderOf(label: string): InstanceType<typeof TextDecoder> {
  try {
    return new TextDecoder(label);
  } catch {
    // Not an encoding that the platform knows.
    return new TextDecoder();
  }
}
