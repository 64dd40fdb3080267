/** A symbol that wants to stand at x, y (pixels) and needs a box of this size around it. */
export interface Wish {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

const rounds = 60;

/**
 * Moves boxes apart until none overlaps another, each as little as the others let it; the same wishes give the same places.
 * When there is no room within the rounds, what still overlaps stays as it came.
 */
export function spread(wishes: readonly Wish[]): { x: number; y: number }[] {
  const at = wishes.map(({ x, y }) => ({ x, y }));
  for (let round = 0; round < rounds; round++) if (!pushed(wishes, at)) break;
  return at;
}

function pushed(wishes: readonly Wish[], at: { x: number; y: number }[]): boolean {
  let moved = false;
  for (let i = 0; i < at.length; i++) {
    for (let j = i + 1; j < at.length; j++) {
      const [a, b, first, second] = [at[i], at[j], wishes[i], wishes[j]];
      if (a === undefined || b === undefined || first === undefined || second === undefined) continue;
      const overX = (first.width + second.width) / 2 - Math.abs(a.x - b.x);
      const overY = (first.height + second.height) / 2 - Math.abs(a.y - b.y);
      if (overX <= 0.01 || overY <= 0.01) continue;
      moved = true;
      // Along the shorter way out; on the same spot the later one goes right and down.
      if (overX < overY) {
        const way = (a.x <= b.x ? 1 : -1) * (overX / 2 + 0.01);
        a.x -= way;
        b.x += way;
      } else {
        const way = (a.y <= b.y ? 1 : -1) * (overY / 2 + 0.01);
        a.y -= way;
        b.y += way;
      }
    }
  }
  return moved;
}
