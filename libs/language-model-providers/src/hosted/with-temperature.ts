/**
 * Asks with a temperature, and once more without one where the model takes none: some newer models refuse the setting as such.
 * @param ask sends the request with the given settings
 */
export async function withTemperature<T>(temperature: number, ask: (settings: { temperature?: number }) => Promise<T>): Promise<T> {
  try {
    return await ask({ temperature });
  } catch (error) {
    if (!refusesTemperature(error)) throw error;
    return await ask({});
  }
}

function refusesTemperature(error: unknown): boolean {
  return error instanceof Error && 'status' in error && error.status === 400 && /temperature/i.test(error.message);
}
