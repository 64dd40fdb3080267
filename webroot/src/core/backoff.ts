/** Waiting times that double from `first` to `most` milliseconds, each drawn from the upper half (so none is near zero). */
export class Backoff {
  private attempt = 0;

  constructor(
    private readonly first: number,
    private readonly most: number,
    private readonly random: () => number = Math.random,
  ) {}

  next(): number {
    const span = Math.min(this.most, this.first * 2 ** Math.min(this.attempt++, 30));
    return span / 2 + (this.random() * span) / 2;
  }

  reset(): void {
    this.attempt = 0;
  }
}
