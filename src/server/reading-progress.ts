import type { WorkDoneProgressServerReporter } from 'vscode-languageserver';
import { say, type Language, type Text } from '../core/language.ts';
import type { Progress } from '../core/workspace.ts';

/** Milliseconds for which somebody waits without being told how far it has come. */
const PATIENCE = 1000;

const TITLE: Text = { en: 'Docket is reading the documents', ko: 'Docket이 문서를 읽고 있습니다' };

/** Shows how far the reading of a folder has come, where that takes longer than a moment. */
export class ReadingProgress {
  readonly #create: () => Promise<WorkDoneProgressServerReporter>;
  readonly #language: () => Language;
  #began: number | undefined;
  #shown: WorkDoneProgressServerReporter | 'coming' | undefined;
  #percentage = 0;

  /** `create` asks the client for a place to show it. */
  constructor(create: () => Promise<WorkDoneProgressServerReporter>, language: () => Language) {
    this.#create = create;
    this.#language = language;
  }

  readonly tell = (progress: Progress): void => {
    this.#began ??= Date.now();
    if (!this.#shown && Date.now() - this.#began > PATIENCE && progress.done < progress.total) void this.#show(progress);
    const percentage = percentageOf(progress);
    if (typeof this.#shown !== 'object' || percentage === this.#percentage) return;
    this.#percentage = percentage;
    this.#shown.report(percentage, wordsOf(progress));
  };

  /** All is read, or nothing more will be. */
  end(): void {
    if (typeof this.#shown === 'object') this.#shown.done();
    this.#shown = this.#began = undefined;
  }

  // A client that has gone shows nothing.
  async #show(progress: Progress): Promise<void> {
    this.#shown = 'coming';
    const began = this.#began;
    const shown = await this.#create().catch(() => undefined);
    if (!shown) return;
    if (this.#shown !== 'coming' || this.#began !== began) {
      shown.done();
      return;
    }
    this.#shown = shown;
    this.#percentage = percentageOf(progress);
    shown.begin(say(TITLE, this.#language()), this.#percentage, wordsOf(progress));
  }
}

const percentageOf = ({ done, total }: Progress): number => Math.floor((100 * done) / total);

const wordsOf = ({ done, total }: Progress): string => `${done.toLocaleString('en')} / ${total.toLocaleString('en')}`;
