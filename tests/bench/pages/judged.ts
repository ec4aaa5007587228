/** What a read of the whole page says of one element. */
export interface Judged {
  visible: boolean;
  /** Its ref stands in the text. */
  ref: boolean;
  /** Why one without a ref has none: a class of misses. */
  place: 'has a ref' | 'in a ref' | 'around refs' | 'told without a ref' | 'not in the tree';
  /** Missing for what has no line and no place in one. */
  role?: string;
  name?: string;
  html: string;
}
