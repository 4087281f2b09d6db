import path from 'node:path';
import koffi, { type TypeObject } from 'koffi';

/** `llama_model_quantize_params` of llama.h; the fields that are not set here keep what llama.cpp itself proposes. */
interface QuantizeParameters {
  nthread: number;
  ftype: number;
  /** The importance of the columns of each weight matrix, and `endOfList`; null where all count alike. */
  imatrix: readonly ImportanceData[] | null;
}

/** `llama_model_imatrix_data`; `size` is the number of values. */
interface ImportanceData {
  readonly name: string | null;
  readonly data: Float32Array | null;
  readonly size: number;
}

/** Ends the list of an importance matrix. */
export const endOfList: ImportanceData = { name: null, data: null, size: 0 };

/** The functions of libllama that quantizing needs. */
export interface LlamaLibrary {
  readonly defaultParameters: () => QuantizeParameters;
  /** 0 when the file was written. */
  readonly quantize: (source: string, target: string, parameters: QuantizeParameters) => number;
}

/** Opens libggml and libllama and loads the compute backends that lie beside them; without backends llama.cpp cannot quantize. */
export function openLlamaLibrary(files: { ggml: string; llama: string }): LlamaLibrary {
  const ggml = koffi.load(files.ggml);
  ggml.func('void ggml_backend_load_all_from_path(const char *folder)')(path.dirname(files.ggml));
  const llama = koffi.load(files.llama);
  const parameters = quantizeParameters();
  return {
    defaultParameters: llama.func('llama_model_quantize_default_params', parameters, []),
    quantize: llama.func('llama_model_quantize', 'uint32', ['str', 'str', koffi.pointer(parameters)]),
  };
}

function quantizeParameters(): TypeObject {
  return koffi.struct('llama_model_quantize_params', {
    nthread: 'int32',
    ftype: 'int32',
    output_tensor_type: 'int32',
    token_embedding_type: 'int32',
    allow_requantize: 'bool',
    quantize_output_tensor: 'bool',
    only_copy: 'bool',
    pure: 'bool',
    keep_split: 'bool',
    dry_run: 'bool',
    imatrix: koffi.pointer(koffi.struct('llama_model_imatrix_data', { name: 'const char *', data: 'const float *', size: 'size_t' })),
    kv_overrides: 'void *',
    tt_overrides: 'void *',
    prune_layers: 'void *',
    max_buf_size: 'size_t',
  });
}
