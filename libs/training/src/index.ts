export { benchmarkTraining, type TrainingBenchmark } from './benchmark-training.ts';
export { train, type InitialAdapter, type TrainInput } from './train.ts';
