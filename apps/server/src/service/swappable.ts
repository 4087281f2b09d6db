/** Something in use that can be replaced while it is used: who has begun with the old one ends with it. */
export interface Swappable<T> {
  /** What the next user will get. */
  current(): T;
  use<R>(work: (value: T) => Promise<R>): Promise<R>;
  /** Gives later users `next` and closes the old one once nobody uses it; resolves then. */
  swap(next: T): Promise<void>;
  /** Closes the current one once nobody uses it. */
  close(): Promise<void>;
}

interface Held<T> {
  readonly value: T;
  users: number;
  retired: (() => void) | undefined;
}

export function createSwappable<T extends { close(): Promise<void> }>(first: T): Swappable<T> {
  const hold = (value: T): Held<T> => ({ value, users: 0, retired: undefined });
  let held = hold(first);
  const retire = async (old: Held<T>): Promise<void> => {
    if (old.users > 0) await new Promise<void>((resolve) => (old.retired = resolve));
    await old.value.close();
  };
  return {
    current: () => held.value,
    async use(work) {
      const mine = held;
      mine.users += 1;
      try {
        return await work(mine.value);
      } finally {
        mine.users -= 1;
        if (mine.users === 0) mine.retired?.();
      }
    },
    swap(next) {
      const old = held;
      held = hold(next);
      return retire(old);
    },
    close: () => retire(held),
  };
}
