/** Many values as JSON, one after the other in UTF-8: value `n` is the bytes from `starts[n]` to before `starts[n + 1]`. */
export type Texts = { starts: Uint32Array; bytes: Uint8Array };

/** Writes values one after the other. */
export function textsOf(values: readonly unknown[]): Texts {
  const starts = new Uint32Array(values.length + 1);
  const parts = values.map((value, at) => {
    const part = Buffer.from(JSON.stringify(value));
    starts[at + 1] = (starts[at] ?? 0) + part.length;
    return part;
  });
  return { starts, bytes: new Uint8Array(Buffer.concat(parts)) };
}

/** Reads one of the values. Throws a RangeError when there is none of that number. */
export function valueAt<Value>({ starts, bytes }: Texts, at: number): Value {
  const from = starts[at];
  const to = starts[at + 1];
  if (from === undefined || to === undefined) throw new RangeError(`there is no value of number ${at}`);
  return JSON.parse(Buffer.from(bytes.buffer, bytes.byteOffset + from, to - from).toString()) as Value;
}

/** All values from one number to before another, in order. */
export function valuesOf<Value>(texts: Texts, from = 0, to = texts.starts.length - 1): Value[] {
  return Array.from({ length: to - from }, (_, place) => valueAt<Value>(texts, from + place));
}
