import { monitorEventLoopDelay } from 'node:perf_hooks';
import { Counter, Gauge, Histogram, Registry } from 'prom-client';
import type { Status } from '../answer/answer.ts';
import { RELOAD_OUTCOMES, type ReloadOutcome } from './current-record.ts';

/** What is counted while the bot runs, in a registry of its own. No label holds anything that someone wrote. */
export type Metrics = {
  /** A question was answered or refused, after `seconds` in the desk. */
  asked(platform: string, status: Status, seconds: number): void;
  /** Something went wrong that the log tells of; `platform` is `none` where it belongs to no platform. */
  failed(platform: string): void;
  reloaded(outcome: ReloadOutcome): void;
  /** Adds what is looked up when the page is fetched. To be called once. */
  show(gauges: Gauges): void;
  /** What Prometheus fetches, and the content type it is told. */
  page(): Promise<{ text: string; type: string }>;
  stop(): void;
};

type Gauges = {
  record: () => { version: string; facts: number; loadedAt: string };
  platforms: () => readonly { name: string; connected: boolean }[];
};

/** An answer takes well under a millisecond; what takes 50 is a fault, so finer steps above would tell nothing. */
const ANSWER_BUCKETS = [0.05, 0.1, 0.2, 0.3, 0.5, 1, 2, 5, 10, 20, 50].map((milliseconds) => milliseconds / 1000);

/** How often the event loop is looked at, in milliseconds; Node counts this wait as part of the delay. */
const LOOP_LOOK_MS = 10;
const LOOP_QUANTILES = [50, 99, 100];

export function createMetrics(): Metrics {
  const registry = new Registry();
  const registers = [registry];
  const questions = new Counter({
    name: 'attache_questions_total',
    help: 'Questions, by platform and by status of the answer.',
    labelNames: ['platform', 'status'],
    registers,
  });
  const refusals = new Counter({
    name: 'attache_refusals_total',
    help: 'Questions that were not answered: not on record, ambiguous or out of scope.',
    labelNames: ['platform'],
    registers,
  });
  const seconds = new Histogram({
    name: 'attache_answer_seconds',
    help: 'Time in the desk for a question, without the platform.',
    labelNames: ['platform'],
    buckets: ANSWER_BUCKETS,
    registers,
  });
  const errors = new Counter({
    name: 'attache_errors_total',
    help: 'Lines that the log holds at level error or above.',
    labelNames: ['platform'],
    registers,
  });
  const reloads = new Counter({
    name: 'attache_reloads_total',
    help: 'Readings of the seeds while running, by how they ended.',
    labelNames: ['outcome'],
    registers,
  });
  // A counter that begins with its first event has no rate for it.
  for (const outcome of RELOAD_OUTCOMES) reloads.inc({ outcome }, 0);

  const stopLoopDelay = addLoopDelay(registry);

  return {
    asked(platform, status, took) {
      questions.inc({ platform, status });
      seconds.observe({ platform }, took);
      if (status !== 'answered') refusals.inc({ platform });
    },
    failed: (platform) => errors.inc({ platform }),
    reloaded: (outcome) => reloads.inc({ outcome }),
    show: (gauges) => addGauges(registry, gauges),
    page: async () => ({ text: await registry.metrics(), type: registry.contentType }),
    stop: stopLoopDelay,
  };
}

function addGauges(registry: Registry, { record, platforms }: Gauges): void {
  const registers = [registry];
  new Gauge({
    name: 'attache_record_info',
    help: 'The version of the record in use, as a label.',
    labelNames: ['version'],
    registers,
    collect() {
      this.reset();
      this.set({ version: record().version }, 1);
    },
  });
  new Gauge({
    name: 'attache_record_facts',
    help: 'Facts in the record in use.',
    registers,
    collect() {
      this.set(record().facts);
    },
  });
  new Gauge({
    name: 'attache_record_loaded_timestamp_seconds',
    help: 'Since when the record is in use.',
    registers,
    collect() {
      this.set(Date.parse(record().loadedAt) / 1000);
    },
  });
  new Gauge({
    name: 'attache_platform_connected',
    help: '1 while a platform is connected.',
    labelNames: ['platform'],
    registers,
    collect() {
      this.reset();
      for (const { name, connected } of platforms()) this.set({ platform: name }, connected ? 1 : 0);
    },
  });
  new Gauge({
    name: 'process_resident_memory_bytes',
    help: 'Resident memory of the process.',
    registers,
    collect() {
      this.set(process.memoryUsage.rss());
    },
  });
}

/** Adds how late the event loop was since the page was last fetched; gives what ends the measuring. */
function addLoopDelay(registry: Registry): () => void {
  const delay = monitorEventLoopDelay({ resolution: LOOP_LOOK_MS });
  delay.enable();
  new Gauge({
    name: 'attache_event_loop_delay_seconds',
    help: 'How late the event loop was since this page was last fetched; quantile 1 is the worst.',
    labelNames: ['quantile'],
    registers: [registry],
    collect() {
      if (delay.count === 0) return;
      for (const quantile of LOOP_QUANTILES) {
        const late = delay.percentile(quantile) / 1e6 - LOOP_LOOK_MS;
        this.set({ quantile: quantile / 100 }, Math.max(0, late) / 1000);
      }
      delay.reset();
    },
  });
  return () => delay.disable();
}
