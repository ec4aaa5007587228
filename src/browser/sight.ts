import type { Shown } from '../vision/screen-scale';

/** What the model last saw of a tab: its coordinates are points of that picture. */
export class Sight {
  shown: Shown | undefined;
}
