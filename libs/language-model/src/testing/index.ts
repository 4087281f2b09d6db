export { languageModelContract, type ContractCase, type ModelHarness } from './language-model-contract.ts';
export { createScriptedModel, type ScriptedModel } from './scripted-model.ts';
