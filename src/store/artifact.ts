/** A picture or file of a task, kept out of the journal's rows. */
export interface Artifact {
  id: string;
  taskId: string;
  /** An attachment is a file that the person handed over: see attachment.ts. */
  kind: 'screenshot' | 'thumbnail' | 'attachment';
  mediaType: string;
  /** Base64, because that is what the API takes and what the debugger gives: no conversion on the way. */
  data: string;
  /** Epoch milliseconds. */
  at: number;
}
