import { Problem } from '../../core/api.js';
import { explain } from '../../core/explain.js';
import { upload } from '../../core/files.js';
import { commandId } from '../../core/id.js';
import { t } from '../../i18n/index.js';
import type { Desk } from '../desk.js';

/** What became of an attempt: the directive's id, or what went wrong, in words. */
export type Outcome = { readonly directive: string } | { readonly wrong: string };

/** One directive on its way, with its files before it; the same content pressed again is the same command. */
export class Dispatch {
  private command = commandId();
  private content = '';
  /** Of files that were sent, or are being sent: another press goes on where the one before ended. */
  private readonly uploads = new WeakMap<File, string>();

  constructor(
    private readonly desk: Desk,
    private readonly busy: (words: string) => void,
  ) {}

  async send(body: object, files: readonly File[]): Promise<Outcome> {
    const content = JSON.stringify(body);
    if (content !== this.content) this.command = commandId();
    this.content = content;
    try {
      const delivered = await this.deliver(files);
      if ('wrong' in delivered) return delivered;
      this.busy(t('compose.sending'));
      await this.issue(body, delivered.files);
      return { directive: this.command };
    } catch (error) {
      return { wrong: explain(error) };
    }
  }

  /** The bytes go before the order: while they are on their way nobody is told anything. Answers them by their uploads' ids. */
  private async deliver(files: readonly File[]): Promise<{ files: ReadonlyMap<string, File> } | { wrong: string }> {
    const delivered = new Map<string, File>();
    for (const blob of files) {
      const { name } = blob;
      const id = this.uploads.get(blob) ?? commandId();
      this.uploads.set(blob, id);
      const told = (part: number): void => this.busy(t('compose.uploading', { name, percent: Math.floor(part * 100) }));
      told(0);
      try {
        await upload(this.desk.api, { id, blob }, told);
      } catch (error) {
        // A refused upload is gone; the same file again is another one.
        if (error instanceof Problem && !error.passing) this.uploads.delete(blob);
        return { wrong: t('compose.notSent', { name, why: explain(error) }) };
      }
      delivered.set(id, blob);
    }
    return { files: delivered };
  }

  private async issue(body: object, files: ReadonlyMap<string, File>): Promise<void> {
    const { desk, command: directive } = this;
    const { bindings } = desk.orders;
    const operation = desk.operation?.id ?? '';
    const mine = (it: { readonly directive: string }): boolean => it.directive === directive;
    bindings.drop(mine);
    bindings.add([...files].map(([id, { name }]) => ({ operation, directive, id, name })));
    try {
      const { number = '' } = await desk.command('/directives', body, directive);
      await bindings.go();
      const open = bindings.of(directive).length;
      desk.say(t(open === 0 ? 'compose.done' : 'compose.binding', { number, n: open }));
    } catch (error) {
      if (error instanceof Problem && !error.passing) {
        this.content = '';
        bindings.drop(mine);
      }
      throw error;
    }
  }
}
