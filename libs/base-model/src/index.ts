export type { BaseModel, BaseModelOptions } from './base-model.ts';
export { prepareBaseModel } from './prepare-base-model.ts';
