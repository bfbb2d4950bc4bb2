export { compose, type ComposeInput, type QuotedSource, type StudyPlace } from './compose.ts';
export { instructionsText } from './instructions-text.ts';
export { layerNames, type Layer, type LayerName, type Line } from './layer.ts';
export { quote } from './quote.ts';
export { parse } from './parse.ts';
export { render, renderJson } from './render.ts';
