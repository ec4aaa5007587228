import { type Area, boxOfArea, isArea, isPictureIn, pictureOf } from './image-map';
import { nameOf } from './name';
import { contains, documentOf, positionOf } from './platform';
import type { SnapshotOptions } from './snapshot';
import { isRun, type SnapshotNode } from './snapshot-node';
import { statesOf } from './state';
import { isInView, viewOf } from './view-box';

/**
 * What was read of an element, with the links of its image maps after their pictures. An area is never drawn and has no
 * box, so the walk does not come by it as something that a person sees; where its `<map>` stands says nothing.
 */
export function withAreas(nodes: SnapshotNode[], element: Element, options: SnapshotOptions): SnapshotNode[] {
  const root = documentOf(element);
  // Asked by the tag alone, which takes a small part of what a selector takes. Most pages have none.
  if (root.getElementsByTagName('area').length === 0) return nodes;
  const view = options.view ?? viewOf(root);
  const links = new Map<HTMLImageElement, SnapshotNode[]>();
  for (const area of root.querySelectorAll('area[href]')) {
    const picture = isArea(area) ? pictureOf(area) : undefined;
    if (!picture || !isArea(area) || !isPictureIn(picture, element, options.without)) continue;
    if (options.visibleOnly && !isInView(view, boxOfArea(area, picture))) continue;
    links.set(picture, [...(links.get(picture) ?? []), linkOf(area, options)]);
  }
  let all = nodes;
  for (const [picture, areas] of links) all = placed(all, picture, areas);
  return all;
}

function linkOf(area: Area, { refs, counter }: SnapshotOptions): SnapshotNode {
  return {
    role: 'link',
    name: nameOf(area, 'link'),
    named: 'link',
    ref: refs.refFor(area, counter),
    states: statesOf(area, 'area', true, documentOf(area).activeElement === area),
    children: [],
    element: area,
  };
}

/** Nodes with others put in after what stands before a picture, or is that. */
function placed(nodes: SnapshotNode[], picture: Element, areas: SnapshotNode[]): SnapshotNode[] {
  const at = nodes.findLastIndex(({ element }) => !isAfter(element, picture));
  const before = nodes[at];
  const around = before && before.children.length > 0 && !isRun(before) && contains(before.element, picture);
  if (!around) return nodes.toSpliced(at + 1, 0, ...areas);
  return nodes.with(at, { ...before, children: placed(before.children, picture, areas) });
}

function isAfter(element: Element, picture: Element): boolean {
  return (
    documentOf(element) === documentOf(picture) &&
    (positionOf(picture, element) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0
  );
}
