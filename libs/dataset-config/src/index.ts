export { datasetConfigSchema, type DatasetConfig, type SeedSection, type Teacher } from './dataset-config.ts';
export { loadDatasetConfig, type Dataset } from './load-dataset-config.ts';
export { modelSourceSchema, resolveTraining, trainingProfiles, type FittedHyperparameters, type Hyperparameters, type ModelSource, type TrainingProfileName } from './train-section.ts';
export { withoutValues } from './without-values.ts';
