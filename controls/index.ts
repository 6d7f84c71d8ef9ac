export { checkControls, controlColumns } from './check-controls';
export { controlNames, knownControls } from './known-controls';
