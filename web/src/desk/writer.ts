/**
 * One tab writes. The others show what it wrote, say so, and the next in line takes over when it closes.
 */
const lockName = "relais-writer";
const channelName = "relais-changes";

/** True at once if this tab writes; else `gained` is called when it may. */
export function becomeWriter(gained: () => void): Promise<boolean> {
  const forever = () => new Promise<never>(() => undefined);
  return new Promise((resolve) => {
    void navigator.locks.request(lockName, { ifAvailable: true }, (lock) => {
      resolve(lock !== null);
      if (lock) return forever();
      void navigator.locks.request(lockName, () => (gained(), forever()));
      return undefined;
    });
  });
}

const channel = new BroadcastChannel(channelName);

export const tellReaders = (): void => channel.postMessage("changed");

export const onChangedElsewhere = (listener: () => void): void => channel.addEventListener("message", listener);
