import type { Api } from './api.js';

/** What the operator set for the map; both are absent as a rule. */
export interface MapSettings {
  /** A template with {z}, {x} and {y}, and whom to name. */
  readonly tiles?: { readonly url: string; readonly attribution?: string };
  /** Whether there is a file of finer boundaries. */
  readonly boundaries: boolean;
}

export const mapSettings = (api: Api): Promise<MapSettings> => api.get<MapSettings>('/map');

/** The operator's own GeoJSON. */
export const mapBoundaries = (api: Api): Promise<unknown> => api.get<unknown>('/map/boundaries');
