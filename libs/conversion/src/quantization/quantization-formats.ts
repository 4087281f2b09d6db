/** The formats that can be asked for, with their numbers in llama.cpp's `enum llama_ftype`. */
export const quantizationFormats = { Q8_0: 7, Q6_K: 18, Q5_K_M: 17, Q4_K_M: 15 } as const;

export type QuantizationFormat = keyof typeof quantizationFormats;

/** Whether a text names a format that can be asked for. */
export function isQuantizationFormat(text: string): text is QuantizationFormat {
  return Object.hasOwn(quantizationFormats, text);
}

/** Whether llama.cpp weighs the errors of a format by an importance matrix: the 8-bit format takes none. */
export function usesImportanceMatrix(format: QuantizationFormat): boolean {
  return format !== 'Q8_0';
}
