import type { JSX } from 'preact';
import { type Block, parseMarkdown } from './blocks';
import type { Inline } from './inline';

/** Levels that a heading of a result may have below the panel's own headings. */
const HEADINGS = ['h3', 'h4', 'h5'] as const;

/**
 * Renders Markdown as elements. Text stays text: nothing here can set HTML, because a result may quote a page that
 * tries to.
 */
export function Markdown({ source }: { source: string }): JSX.Element {
  return <div class="markdown">{parseMarkdown(source).map(renderBlock)}</div>;
}

function renderBlock(block: Block, at: number): JSX.Element {
  switch (block.type) {
    case 'heading': {
      const Heading = HEADINGS[Math.min(block.level, HEADINGS.length) - 1] ?? 'h5';
      return <Heading key={at}>{block.inner.map(renderInline)}</Heading>;
    }
    case 'paragraph':
      return <p key={at}>{block.inner.map(renderInline)}</p>;
    case 'code':
      return (
        <pre key={at}>
          <code>{block.text}</code>
        </pre>
      );
    case 'quote':
      return <blockquote key={at}>{block.blocks.map(renderBlock)}</blockquote>;
    case 'list':
      return block.ordered ? (
        <ol key={at} start={block.start}>
          {block.items.map(renderItem)}
        </ol>
      ) : (
        <ul key={at}>{block.items.map(renderItem)}</ul>
      );
    case 'table':
      return <Table key={at} head={block.head} rows={block.rows} />;
    case 'rule':
      return <hr key={at} />;
  }
}

/** An item of one paragraph is a tight one. */
function renderItem(blocks: readonly Block[], at: number): JSX.Element {
  const [first, ...rest] = blocks;
  return (
    <li key={at}>
      {first?.type === 'paragraph' ? first.inner.map(renderInline) : first && renderBlock(first, 0)}
      {rest.map(renderBlock)}
    </li>
  );
}

function Table({ head, rows }: { head: Inline[][]; rows: Inline[][][] }): JSX.Element {
  return (
    // A wide table scrolls by itself; with a tab stop, so that the keyboard can scroll it too.
    // biome-ignore lint/a11y/noNoninteractiveTabindex: see above
    <div class="table-scroll" tabIndex={0}>
      <table>
        <thead>
          <tr>
            {head.map((cell, at) => (
              <th key={at} scope="col">
                {cell.map(renderInline)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, at) => (
            <tr key={at}>
              {row.map((cell, column) => (
                <td key={column}>{cell.map(renderInline)}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function renderInline(piece: Inline, at: number): JSX.Element | string {
  switch (piece.type) {
    case 'text':
      return piece.text;
    case 'code':
      return <code key={at}>{piece.text}</code>;
    case 'strong':
      return <strong key={at}>{piece.inner.map(renderInline)}</strong>;
    case 'em':
      return <em key={at}>{piece.inner.map(renderInline)}</em>;
    case 'strike':
      return <s key={at}>{piece.inner.map(renderInline)}</s>;
    case 'break':
      return <br key={at} />;
    case 'link':
      return (
        <a key={at} href={piece.href} title={piece.href} target="_blank" rel="noreferrer">
          {piece.inner.map(renderInline)}
        </a>
      );
  }
}
