import type { Shape } from '../shapes/shape.ts';
import { elsewhere } from './elsewhere.ts';
import { halfRequests } from './half-requests.ts';
import { misplacedColumns } from './misplaced-columns.ts';
import { missingColumns } from './missing-columns.ts';
import { missingDeeds } from './missing-deeds.ts';
import { missingTables } from './missing-tables.ts';
import { changeWishes, forecasts, injections, opinions } from './wishes.ts';

/** Every kind of question that a schema cannot answer. @param vocabulary what the schema speaks of */
export function unanswerableShapes(vocabulary: string): Shape[] {
  return [missingColumns(vocabulary), missingTables(vocabulary), missingDeeds(vocabulary), misplacedColumns, halfRequests, changeWishes, forecasts, opinions, injections, ...elsewhere];
}
