import { nothing, html, type ReactiveController, type ReactiveControllerHost, type TemplateResult } from 'lit';
import { t } from '../i18n/index.js';

/** For so long a second press is the same one: a wet finger, a glove. */
export const pressMillis = 1_200;

/** What one press of a card does: once, however often it is pressed, and said when it could not be kept. */
export class Press implements ReactiveController {
  busy = false;
  private wrong = false;

  constructor(private readonly host: ReactiveControllerHost) {
    host.addController(this);
  }

  hostConnected(): void {
    this.wrong = false;
  }

  async act(work: () => Promise<void>): Promise<void> {
    if (this.busy) return;
    this.show(true, false);
    let failed = false;
    try {
      await work();
    } catch {
      failed = true;
    }
    this.show(true, failed);
    setTimeout(() => this.show(false, failed), pressMillis);
  }

  /** What went wrong with the last one. */
  failure(): TemplateResult | typeof nothing {
    return this.wrong ? html`<p class="notice bad" role="alert">${t('field.save.failed')}</p>` : nothing;
  }

  private show(busy: boolean, wrong: boolean): void {
    this.busy = busy;
    this.wrong = wrong;
    this.host.requestUpdate();
  }
}
