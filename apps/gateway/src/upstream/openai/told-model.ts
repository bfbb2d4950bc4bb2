/** Told the model that an answer says it is from, as the server wrote it. */
export type OnModel = (model: string) => void;

/** Passes on what a chunk or a completion says of its model. */
export function tellModel(value: unknown, onModel: OnModel | undefined): void {
  if (onModel === undefined || typeof value !== 'object' || value === null || !('model' in value)) return;
  if (typeof value.model === 'string') onModel(value.model);
}
