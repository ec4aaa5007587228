import type { Artifact } from '../../../src/store/artifact';
import type { World } from './world';

/** Red, green and blue, 0 to 255 each. */
export type Colour = readonly [number, number, number];

/** The pictures that a task's calls answered with, in order. */
export async function picturesOf({ session }: World, taskId: string): Promise<Artifact[]> {
  const kept = new Map((await session.rows<Artifact>('artifacts')).map((artifact) => [artifact.id, artifact]));
  return (await session.journal(taskId)).flatMap((event) =>
    event.type === 'call_finished'
      ? event.parts.flatMap((part) => (part.type === 'picture' ? (kept.get(part.artifactId) ?? []) : []))
      : [],
  );
}

/** A picture's pixels, decoded by the browser. */
export class Pixels {
  readonly width: number;
  readonly height: number;
  readonly #bytes: Buffer;

  private constructor(width: number, height: number, bytes: Buffer) {
    this.width = width;
    this.height = height;
    this.#bytes = bytes;
  }

  static async of({ own }: World, { data, mediaType }: Pick<Artifact, 'data' | 'mediaType'>): Promise<Pixels> {
    const { width, height, base64 } = await own.evaluate(
      async (base64, type) => {
        const bytes = Uint8Array.from(atob(base64), (char) => char.charCodeAt(0));
        const bitmap = await createImageBitmap(new Blob([bytes], { type }));
        const context = new OffscreenCanvas(bitmap.width, bitmap.height).getContext('2d');
        context?.drawImage(bitmap, 0, 0);
        const pixels = context?.getImageData(0, 0, bitmap.width, bitmap.height).data ?? new Uint8ClampedArray();
        const blob = new Blob([pixels]);
        const url = await new Promise<string>((resolve) => {
          const reader = new FileReader();
          reader.onload = () => resolve(String(reader.result));
          reader.readAsDataURL(blob);
        });
        return { width: bitmap.width, height: bitmap.height, base64: url.slice(url.indexOf(',') + 1) };
      },
      data,
      mediaType,
    );
    return new Pixels(width, height, Buffer.from(base64, 'base64'));
  }

  at(x: number, y: number): Colour {
    const from = (Math.round(y) * this.width + Math.round(x)) * 4;
    return [this.#bytes[from] ?? -1, this.#bytes[from + 1] ?? -1, this.#bytes[from + 2] ?? -1];
  }

  /** Middle of all pixels that look like a colour; undefined when there are none. */
  middleOf(wanted: Colour): { x: number; y: number; pixels: number } | undefined {
    let [sumX, sumY, pixels] = [0, 0, 0];
    for (let y = 0; y < this.height; y++) {
      for (let x = 0; x < this.width; x++) {
        if (!isLike(this.at(x, y), wanted)) continue;
        sumX += x;
        sumY += y;
        pixels++;
      }
    }
    return pixels === 0 ? undefined : { x: sumX / pixels + 0.5, y: sumY / pixels + 0.5, pixels };
  }
}

/** Lossy pictures change colours a little, small patches more. */
function isLike(colour: Colour, wanted: Colour): boolean {
  return colour.every((value, at) => Math.abs(value - (wanted[at] ?? 0)) < 60);
}
