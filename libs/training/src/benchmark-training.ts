export interface TrainingBenchmark { readonly ratio: number }
export async function benchmarkTraining(): Promise<TrainingBenchmark> { return { ratio: 0 }; }
