/**
 * Plain data with typed arrays in it as bytes, which are read without being copied: the arrays come after all else, which is
 * JSON, and are views of the bytes when read.
 */

const VIEWS = { Uint8Array, Uint16Array, Uint32Array, Int32Array, Float64Array } as const;
type ViewName = keyof typeof VIEWS;

/** Stands in the JSON for an array: which, from which byte after the JSON, how many items. */
type Place = { view: ViewName; from: number; length: number };

const ALIGNMENT = 8;
const KEY = '#view';

/** Packs data; read it again with {@link unpack}. */
export function pack(data: unknown): Buffer {
  const arrays: { bytes: Uint8Array; from: number }[] = [];
  let end = 0;
  const json = JSON.stringify(data, (_, value: unknown) => {
    const view = viewName(value);
    if (view === undefined) return value;
    const { buffer, byteOffset, byteLength, length } = value as Uint8Array;
    const place: Place = { view, from: end, length };
    arrays.push({ bytes: new Uint8Array(buffer, byteOffset, byteLength), from: end });
    end = aligned(end + byteLength);
    return { [KEY]: place };
  });
  const text = Buffer.from(json);
  const start = aligned(ALIGNMENT + text.length);
  const packed = Buffer.alloc(start + end);
  packed.writeDoubleLE(text.length, 0);
  packed.set(text, ALIGNMENT);
  for (const { bytes, from } of arrays) packed.set(bytes, start + from);
  return packed;
}

/** Reads what was packed. The bytes must not be changed afterwards. */
export function unpack(packed: Buffer): unknown {
  // Views of several bytes an item need an even beginning.
  const bytes = packed.byteOffset % ALIGNMENT === 0 ? packed : Buffer.from(new Uint8Array(packed).buffer);
  const length = bytes.readDoubleLE(0);
  const start = bytes.byteOffset + aligned(ALIGNMENT + length);
  return restored(JSON.parse(bytes.toString('utf8', ALIGNMENT, ALIGNMENT + length)), (place) => {
    const View = VIEWS[place.view];
    return new View(bytes.buffer as ArrayBuffer, start + place.from, place.length);
  });
}

// Only objects are looked into: lists hold no arrays of numbers, and may be long.
function restored(value: unknown, viewAt: (place: Place) => unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  if (KEY in value) return viewAt(value[KEY] as Place);
  return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, restored(part, viewAt)]));
}

function viewName(value: unknown): ViewName | undefined {
  if (!ArrayBuffer.isView(value)) return undefined;
  return (Object.keys(VIEWS) as ViewName[]).find((name) => value instanceof VIEWS[name]);
}

function aligned(length: number): number {
  return Math.ceil(length / ALIGNMENT) * ALIGNMENT;
}
