export { parseReply, type Reply } from './parse-reply.ts';
export { promptContractSchema, untrainedContract, type PromptContract } from './prompt-contract.ts';
export { renderPrompt, type RenderedPrompt } from './render-prompt.ts';
