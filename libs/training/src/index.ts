export { benchmarkTraining, type TrainingBenchmark } from './benchmark-training.ts';
export { train, type TrainInput } from './train.ts';
