/** What `main` needs from a platform: its name, how it is, and a way to end it. */

export type AdapterState = {
  connected: boolean;
  /** When the platform was last heard of, ISO 8601 in UTC; `null` before the first event. */
  lastEvent: string | null;
  /** Why it is not connected and what to do about it, in one sentence for the person who runs it. */
  detail?: string;
};

export type Adapter = {
  readonly name: string;
  /** Finishes what is in flight, at most a few seconds, and disconnects. Safe to call twice. */
  stop(): Promise<void>;
  state(): AdapterState;
};
