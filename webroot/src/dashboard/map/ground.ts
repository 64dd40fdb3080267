import Feature from 'ol/Feature.js';
import OlMap from 'ol/Map.js';
import View from 'ol/View.js';
import GeoJSON from 'ol/format/GeoJSON.js';
import MultiPolygon from 'ol/geom/MultiPolygon.js';
import { defaults } from 'ol/interaction/defaults.js';
import TileLayer from 'ol/layer/Tile.js';
import VectorLayer from 'ol/layer/Vector.js';
import { fromLonLat, transformExtent } from 'ol/proj.js';
import VectorSource from 'ol/source/Vector.js';
import XYZ from 'ol/source/XYZ.js';
import Fill from 'ol/style/Fill.js';
import Stroke from 'ol/style/Stroke.js';
import Style from 'ol/style/Style.js';
import { boxOf, type Degrees, type Outline } from '../../core/map-data.js';

export type Box = readonly [number, number, number, number];

/** Metres per pixel; the closest shows a street. */
const closest = 0.6;
const furthest = 1_600;

/** The ground of the map: OpenLayers with outlines, finer boundaries and tiles; no control of its own. */
export class Ground {
  readonly map: OlMap;
  private readonly view: View;
  private readonly provinces: VectorLayer<VectorSource>;
  private readonly finer = new VectorLayer({ source: new VectorSource(), updateWhileAnimating: true });

  constructor(target: HTMLElement, outlines: readonly Outline[]) {
    const source = new VectorSource({
      features: outlines.map(({ rings }) => {
        const parts = rings.map((ring) => [ring.map(([x, y]) => fromLonLat([x, y]))]);
        return new Feature(new MultiPolygon(parts));
      }),
    });
    this.provinces = new VectorLayer({ source, updateWhileAnimating: true, updateWhileInteracting: true });
    const extent = transformExtent([123, 31.5, 134, 40], 'EPSG:4326', 'EPSG:3857');
    this.view = new View({
      center: fromLonLat([127.8, 36.1]),
      resolution: furthest / 2,
      minResolution: closest,
      maxResolution: furthest,
      enableRotation: false,
      extent,
      showFullExtent: true,
    });
    this.map = new OlMap({
      target,
      view: this.view,
      controls: [],
      layers: [this.provinces, this.finer],
      interactions: defaults({ altShiftDragRotate: false, pinchRotate: false, keyboard: false }),
      maxTilesLoading: 8,
    });
    this.look(target);
  }

  end(): void {
    this.map.setTarget(undefined);
    this.map.dispose();
  }

  /** Takes the theme's colours again. */
  look(of: HTMLElement): void {
    const colour = (name: string): string => getComputedStyle(of).getPropertyValue(name).trim();
    this.provinces.setStyle(
      new Style({
        fill: new Fill({ color: colour('--panel') }),
        stroke: new Stroke({ color: colour('--edge'), width: 1.25 }),
      }),
    );
    this.finer.setStyle(new Style({ stroke: new Stroke({ color: colour('--line'), width: 1 }) }));
  }

  /** The operator's own boundaries, GeoJSON in degrees. */
  boundaries(collection: unknown): void {
    const features = new GeoJSON().readFeatures(collection, { featureProjection: 'EPSG:3857' });
    this.finer.getSource()?.addFeatures(features);
  }

  get drawnBoundaries(): number {
    return this.finer.getSource()?.getFeatures().length ?? 0;
  }

  tiles(url: string): void {
    const layer = new TileLayer({ source: new XYZ({ url }), opacity: 0.6 });
    this.map.getLayers().insertAt(1, layer);
  }

  fit(box: Box, padding: number, instantly: boolean): void {
    const extent = transformExtent([...box], 'EPSG:4326', 'EPSG:3857');
    this.view.fit(extent, {
      padding: [padding, padding, padding, padding],
      minResolution: 4,
      duration: instantly ? 0 : 250,
    });
  }

  centre(at: Degrees, resolution: number, instantly: boolean): void {
    const center = fromLonLat([...at]);
    const target = Math.min(resolution, this.resolution);
    if (instantly) {
      this.view.setCenter(center);
      this.view.setResolution(target);
    } else this.view.animate({ center, resolution: target, duration: 250 });
  }

  zoom(factor: number, instantly: boolean): void {
    const resolution = Math.max(closest, Math.min(furthest, this.resolution / factor));
    if (instantly) this.view.setResolution(resolution);
    else this.view.animate({ resolution, duration: 150 });
  }

  /** By parts of the view's size. */
  pan(right: number, down: number): void {
    const [width = 0, height = 0] = this.map.getSize() ?? [];
    const [x = 0, y = 0] = this.view.getCenter() ?? [];
    this.view.setCenter([x + right * width * this.resolution, y - down * height * this.resolution]);
  }

  get resolution(): number {
    return this.view.getResolution() ?? furthest;
  }

  /** Metres per pixel at which a box of degrees fills the map. */
  resolutionFor(box: Box): number {
    return this.view.getResolutionForExtent(transformExtent([...box], 'EPSG:4326', 'EPSG:3857'), [...this.size]);
  }

  get centrePoint(): readonly [number, number] {
    const [x = 0, y = 0] = this.view.getCenter() ?? [];
    return [x, y];
  }

  get size(): readonly [number, number] {
    const [width = 0, height = 0] = this.map.getSize() ?? [];
    return [width, height];
  }

  /** Pixel of the element for metres. */
  pixel([x, y]: readonly [number, number]): readonly [number, number] {
    const [cx, cy] = this.centrePoint;
    const [width, height] = this.size;
    return [width / 2 + (x - cx) / this.resolution, height / 2 - (y - cy) / this.resolution];
  }
}

export const metres = (at: Degrees): readonly [number, number] => {
  const [x = 0, y = 0] = fromLonLat([...at]);
  return [x, y];
};

export function around(points: readonly Degrees[], margin: number): Box | undefined {
  if (points.length === 0) return undefined;
  const [west, south, east, north] = boxOf(points);
  return [west - margin * 1.25, south - margin, east + margin * 1.25, north + margin];
}
