// Every platform has it. Declared, so that this compiles without the types of a browser or of Node.
declare const TextDecoder: new (label?: string) => { decode(bytes: Uint8Array): string };

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
  return decoderOf(markOf(bytes) ?? charsetOf(mediaType)).decode(bytes);
}

function markOf([first, second]: Uint8Array): string | undefined {
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
