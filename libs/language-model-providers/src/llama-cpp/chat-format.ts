import type { ChatWrapper, LlamaModel } from 'node-llama-cpp';

/** The chat format of a model, made when it is first asked for. */
export type ChatFormat = () => ChatWrapper;

/** The template that the file carries; the formats that node-llama-cpp knows by heart begin a ChatML text with one token too many. */
export function chatFormatOf(library: typeof import('node-llama-cpp'), model: LlamaModel): ChatFormat {
  let format: ChatWrapper | undefined;
  return () => (format ??= makeFormat(library, model));
}

function makeFormat(library: typeof import('node-llama-cpp'), model: LlamaModel): ChatWrapper {
  const template = model.fileInfo.metadata.tokenizer?.chat_template;
  if (typeof template !== 'string') return library.resolveChatWrapper(model, { warningLogs: false });
  return new library.JinjaTemplateChatWrapper({ template, tokenizer: model.tokenizer });
}
