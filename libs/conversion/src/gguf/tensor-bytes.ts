/** Elements and bytes of one block of each tensor type, by its number in `enum ggml_type` (gguf-py, GGML_QUANT_SIZES). */
const blocks = new Map<number, readonly [elements: number, bytes: number]>([
  [0, [1, 4]],
  [1, [1, 2]],
  [2, [32, 18]],
  [3, [32, 20]],
  [6, [32, 22]],
  [7, [32, 24]],
  [8, [32, 34]],
  [10, [256, 84]],
  [11, [256, 110]],
  [12, [256, 144]],
  [13, [256, 176]],
  [14, [256, 210]],
  [20, [32, 18]],
  [23, [256, 136]],
  [30, [1, 2]],
]);

/** Bytes of a tensor in the file; 0 for a type that is not in the table. */
export function tensorBytes(type: number, elements: number): number {
  const [blockElements, blockBytes] = blocks.get(type) ?? [1, 0];
  return Math.ceil(elements / blockElements) * blockBytes;
}
