import { type Logger, pino } from 'pino';
import type { LogLevel } from '../config.ts';

export type LogOptions = {
  level: LogLevel;
  /** Whether a person reads the log as it is written: then a line is a sentence, else a JSON object. */
  readable: boolean;
  /** What must never be in the log, whoever hands it over: tokens and signing secrets. */
  secrets: readonly (string | undefined)[];
  /** Told of each line at level error or above, with the platform that it belongs to, or `none`. */
  onError?: (platform: string) => void;
  /** Takes each line, its end included; left out: standard output. */
  write?: (line: string) => void;
};

const ERROR = 50;

/** The log of a running bot. */
export function createLog({ level, readable, secrets, onError, write }: LogOptions): Logger {
  const hidden = secrets.filter((secret) => secret !== undefined && secret !== '') as string[];
  const out = write ?? standardOutput();
  return pino(
    {
      level,
      base: undefined,
      formatters: { level: (label) => ({ level: label }) },
      timestamp: pino.stdTimeFunctions.isoTime,
      hooks: {
        logMethod(args, method, number) {
          if (number >= ERROR) onError?.(platformOf(this.bindings()));
          method.apply(this, args);
        },
      },
    },
    {
      write(line: string) {
        const masked = hidden.reduce((text, secret) => text.replaceAll(secret, '[secret]'), line);
        out(readable ? sentence(masked) : masked);
      },
    },
  );
}

function standardOutput(): (line: string) => void {
  // Written at once: what a process says last must not be lost when it ends.
  const stream = pino.destination({ dest: 1, sync: true });
  return (line) => void stream.write(line);
}

function platformOf({ adapter }: Readonly<Record<string, unknown>>): string {
  return typeof adapter === 'string' ? adapter : 'none';
}

/** `12:34:56 warn discord: message (ms 3, status answered)`. */
function sentence(line: string): string {
  const { time, level, adapter, msg, err, ...rest } = JSON.parse(line) as Readonly<Record<string, unknown>>;
  const details = Object.entries(rest).map(([name, value]) => `${name} ${plain(value)}`);
  const extra = details.length > 0 ? ` (${details.join(', ')})` : '';
  const from = adapter === undefined ? '' : `${plain(adapter)}: `;
  return `${String(time).slice(11, 19)} ${plain(level)} ${from}${plain(msg ?? '')}${extra}${trace(err)}\n`;
}

// A terminal obeys control characters, and what is logged may hold what someone wrote.
function plain(value: unknown): string {
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  return text.replace(/\p{Cc}+/gu, ' ');
}

function trace(err: unknown): string {
  if (typeof err !== 'object' || err === null || !('stack' in err) || typeof err.stack !== 'string') return '';
  return `\n${err.stack
    .split('\n')
    .map((row) => `  ${plain(row)}`)
    .join('\n')}`;
}
