import { LitElement, type CSSResultGroup } from 'lit';
import type { Signal } from '../core/signal.js';
import { languageChanged } from '../i18n/index.js';
import { controls } from '../style/controls.js';

/** A component that renders anew when the language or a signal that it watches changes. */
export abstract class View extends LitElement {
  static override styles: CSSResultGroup = controls;
  private readonly ends: (() => void)[] = [];

  /** What to watch while connected; called once the properties are set. */
  protected signals(): readonly Signal[] {
    return [];
  }

  override connectedCallback(): void {
    super.connectedCallback();
    for (const signal of [languageChanged, ...this.signals()]) {
      this.ends.push(signal.subscribe(() => this.requestUpdate()));
    }
  }

  override disconnectedCallback(): void {
    for (const end of this.ends.splice(0)) end();
    super.disconnectedCallback();
  }
}
