/**
 * Lets Node keep no more threads for work in the background than replies are decoded at the same time. node-llama-cpp hands every token to one of them, by turns, and llama.cpp gathers its own
 * threads around whichever it is: with the four that Node has otherwise, a token of a 135M model took 20 ms on two quiet cores, with one 11 ms, which is the time of llama.cpp alone
 * (docs/serving.md). To be called before anything is read or looked up in the background; what the environment sets stays.
 */
export function limitThreadPool(replies: number): void {
  process.env['UV_THREADPOOL_SIZE'] ??= String(Math.max(1, replies));
}
