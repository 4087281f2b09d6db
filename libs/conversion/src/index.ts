export { convert, type ConvertInput } from './convert.ts';
export { exportHuggingFace, type ExportInput } from './export-hugging-face.ts';
export { readGgufMetadata } from './gguf/read-gguf-metadata.ts';
export { isQuantizationFormat, quantizationFormats, type QuantizationFormat } from './quantization/quantization-formats.ts';
export { quantizeFile } from './quantization/quantize-file.ts';
export { quantize, type QuantizeInput } from './quantize.ts';
