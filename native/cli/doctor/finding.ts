/** What the doctor found about one link of the chain. */
export interface Finding {
  /** `note`: works, but the person may want to know. */
  state: 'ok' | 'note' | 'broken';
  /** The link, such as `secret`. */
  link: string;
  about: string;
  /** What to do, unless it is ok. */
  fix?: string;
}

export function ok(link: string, about: string): Finding {
  return { state: 'ok', link, about };
}

export function note(link: string, about: string, fix: string): Finding {
  return { state: 'note', link, about, fix };
}

export function broken(link: string, about: string, fix: string): Finding {
  return { state: 'broken', link, about, fix };
}
