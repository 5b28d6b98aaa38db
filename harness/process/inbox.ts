/** Hands the events of a process to the caller that waits for one. An event that comes while none waits is dropped. */
export class Inbox<Event> {
  #receive: (event: Event) => void = () => {};

  put(event: Event): void {
    this.#receive(event);
  }

  /** The next event; undefined if there is none within the limit. One call at a time. */
  next(limitMs: number): Promise<Event | undefined> {
    return new Promise((resolve) => {
      // One more turn of the event loop: an event that came in time may lie unread behind other work of ours.
      const timer = setTimeout(() => setImmediate(resolve, undefined), limitMs);
      this.#receive = (event) => {
        clearTimeout(timer);
        this.#receive = () => {};
        resolve(event);
      };
    });
  }
}
