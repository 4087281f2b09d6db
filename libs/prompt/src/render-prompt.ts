import type { DatabaseSchema } from '@sqlwright/schema';
import type { PromptContract } from './prompt-contract.ts';
import { renderSchemaView } from './schema-view.ts';

/** A rendered question, in the two forms in which models are asked. */
export interface RenderedPrompt {
  /** The one user turn, for chat endpoints, which apply the model's own chat format. */
  readonly message: string;
  /** The whole text, chat format included, for raw completion: what the model was trained on, byte for byte. */
  readonly text: string;
  /** So many letters at the beginning of `message` are the same for every question: instruction and schema. */
  readonly shared: number;
  /** Texts at which a raw completion ends. */
  readonly stop: readonly string[];
}

/** Renders a question for a model. White space at the ends of the question and between its words counts as one space. */
export function renderPrompt(contract: PromptContract, schema: DatabaseSchema, question: string): RenderedPrompt {
  const asked = neutralize(question).replace(/\s+/g, ' ').trim();
  const message = [contract.instruction, renderSchemaView(schema, contract.schemaView), asked].filter((part) => part !== '').join('\n\n');
  return { message, shared: message.length - asked.length, ...wrap(contract.template, message) };
}

/** Takes the control tokens of chat formats out of a user's text, so that a question cannot end its own turn. */
function neutralize(question: string): string {
  return question.replaceAll('\0', ' ').replace(/<\|[^|<>]*\|>|\[\/?INST\]|<\/?s>/g, ' ');
}

function wrap(template: PromptContract['template'], message: string): { text: string; stop: string[] } {
  switch (template) {
    case 'chatml':
      return { text: `<|im_start|>user\n${message}<|im_end|>\n<|im_start|>assistant\n`, stop: ['<|im_end|>'] };
    case 'mistral':
      return { text: `[INST] ${message} [/INST]`, stop: ['</s>'] };
    case 'plain':
      return { text: `Question: ${message}\nSQL: `, stop: ['\nQuestion:'] };
  }
}
