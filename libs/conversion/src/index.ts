export { convert, type ConvertInput } from './convert.ts';
export { exportHuggingFace, type ExportInput } from './export-hugging-face.ts';
export { readGgufMetadata } from './gguf/read-gguf-metadata.ts';
export { computeImportanceMatrix, type ImportanceInput, type KnownReply } from './quantization/compute-importance-matrix.ts';
export { isQuantizationFormat, quantizationFormats, usesImportanceMatrix, type QuantizationFormat } from './quantization/quantization-formats.ts';
export { quantizeFile } from './quantization/quantize-file.ts';
export { quantize, type QuantizeInput } from './quantize.ts';
