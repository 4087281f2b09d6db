/** The stages in the order in which one needs the other. */
export const stages = ['schema', 'synthesize', 'train', 'convert', 'quantize', 'evaluate'] as const;

export type Stage = (typeof stages)[number];
