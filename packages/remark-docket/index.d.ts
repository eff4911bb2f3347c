type Severity = 'off' | 'hint' | 'info' | 'warning' | 'error';

export interface Options {
  /** The language of the messages; left out: that of `.docket.yaml`, or of the environment. */
  readonly language?: 'en' | 'ko';
  /** Severities that go before those of every `.docket.yaml`, by the rule's id. */
  readonly rules?: Readonly<Record<string, Severity>>;
}

/** The rules of Docket as one unified plugin: adds a message to the file for each finding. */
export default function remarkDocket(options?: Options): (tree: unknown, file: any) => Promise<void>;
