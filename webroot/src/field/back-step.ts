import type { ReactiveController, ReactiveControllerHost } from 'lit';

interface Place {
  /** How many steps lie between the home and here. */
  readonly depth?: number;
  readonly step?: string;
}

const place = (): Place => (history.state ?? {}) as Place;

/** Goes one step further from the home; `address` as of `pushState`. */
export function goTo(address: string, step?: string): void {
  const depth = (place().depth ?? 0) + 1;
  history.pushState({ depth, ...(step === undefined ? {} : { step }) }, '', address);
}

/** Back to the home from however far away. */
export function goHome(): void {
  const { depth = 0 } = place();
  if (depth > 0) history.go(-depth);
}

/** Something that opens within a page, and that the phone's back button closes again instead of leaving the page. */
export class BackStep implements ReactiveController {
  private entered = false;

  constructor(
    host: ReactiveControllerHost,
    private readonly name: string,
    /** It was left, by whichever way. */
    private readonly left: () => void,
  ) {
    host.addController(this);
  }

  hostConnected(): void {
    window.addEventListener('popstate', this.heard);
  }

  hostDisconnected(): void {
    window.removeEventListener('popstate', this.heard);
    this.entered = false;
  }

  get open(): boolean {
    return place().step === this.name;
  }

  enter(): void {
    this.entered = true;
    if (!this.open) goTo(location.hash === '' ? location.pathname : location.hash, this.name);
  }

  /** Closes it as the back button does. */
  leave(): void {
    if (this.open) history.back();
    else this.shut();
  }

  private shut(): void {
    this.entered = false;
    this.left();
  }

  private readonly heard = (): void => {
    if (this.entered && !this.open) this.shut();
  };
}
