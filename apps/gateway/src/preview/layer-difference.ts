import { type Layer, type LayerName, layerNames, type Line } from '@parlance/pack';
import { diffArrays } from 'diff';

/** One line of what the answerer is told that is not as it was. */
export interface LineChange {
  readonly layer: LayerName;
  readonly key: string;
  /** Null: it was not there. */
  readonly before: string | null;
  /** Null: it is not there any more. */
  readonly after: string | null;
}

/** What the layers of one version have that those of the other have not. Their order does not matter: it is always the same. */
export function layerDifference(before: readonly Layer[], after: readonly Layer[]): readonly LineChange[] {
  return layerNames.flatMap((layer) => {
    const [old, fresh] = [linesOf(before, layer), linesOf(after, layer)];
    if (old?.digest === fresh?.digest) return [];
    const removed: Line[] = [];
    const added: Line[] = [];
    for (const change of diffArrays([...(old?.lines ?? [])], [...(fresh?.lines ?? [])], { comparator: isSame })) {
      if (change.removed) removed.push(...change.value);
      if (change.added) added.push(...change.value);
    }
    return paired(removed, added).map((change) => ({ layer, ...change }));
  });
}

function linesOf(layers: readonly Layer[], name: LayerName): Layer | undefined {
  return layers.find((layer) => layer.name === name);
}

function isSame([key, value]: Line, [otherKey, otherValue]: Line): boolean {
  return key === otherKey && value === otherValue;
}

/** A line that has gone and one that has come under the same name are one change. */
function paired(removed: readonly Line[], added: readonly Line[]): readonly Omit<LineChange, 'layer'>[] {
  const rest = [...added];
  const changes = removed.map(([key, before]) => {
    const index = rest.findIndex(([name]) => name === key);
    const [match] = index === -1 ? [] : rest.splice(index, 1);
    return { key, before, after: match?.[1] ?? null };
  });
  return [...changes, ...rest.map(([key, after]) => ({ key, before: null, after }))];
}
