import type { CfnDashboard } from 'aws-cdk-lib/aws-quicksight';
import { filterControls } from './filters';

/** A visual and how much of the sheet's width it takes. */
export type Placed = readonly [visual: CfnDashboard.VisualProperty, size: keyof typeof sizes];

/** A sheet is 36 columns wide. */
const sheetColumns = 36;
const sizes = {
  quarter: { columnSpan: sheetColumns / 4, rowSpan: 6 },
  half: { columnSpan: sheetColumns / 2, rowSpan: 12 },
  whole: { columnSpan: sheetColumns, rowSpan: 16 },
} as const;

/** A sheet of visuals from left to right and from the top down; those of one size fill whole rows. */
export function sheetOf(
  sheetId: string,
  name: string,
  placed: readonly Placed[],
): CfnDashboard.SheetDefinitionProperty {
  const elements: CfnDashboard.GridLayoutElementProperty[] = [];
  let [columnIndex, rowIndex, height] = [0, 0, 0];
  for (const [visual, size] of placed) {
    const { columnSpan, rowSpan } = sizes[size];
    if (columnIndex + columnSpan > sheetColumns || (columnIndex > 0 && rowSpan !== height)) {
      rowIndex += height;
      columnIndex = 0;
    }
    elements.push({
      elementId: idOf(visual),
      elementType: 'VISUAL',
      columnIndex,
      columnSpan,
      rowIndex,
      rowSpan,
    });
    columnIndex += columnSpan;
    height = rowSpan;
  }
  return {
    sheetId,
    name,
    filterControls: filterControls(sheetId),
    visuals: placed.map(([visual]) => visual),
    layouts: [{ configuration: { gridLayout: { elements } } }],
  };
}

/** A visual holds exactly one of the kinds. */
function idOf(visual: CfnDashboard.VisualProperty): string {
  const [id] = Object.values(visual).flatMap((kind: { readonly visualId?: string }) => kind.visualId ?? []);
  if (id === undefined) throw new Error('a visual has no id');
  return id;
}
