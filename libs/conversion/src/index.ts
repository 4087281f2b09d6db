export { convert, type ConvertInput } from './convert.ts';
export { readGgufMetadata } from './gguf/read-gguf-metadata.ts';
export { quantize, type QuantizeInput } from './quantize.ts';
