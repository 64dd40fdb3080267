declare module 'virtual:map-data' {
  const data: import('./core/map-data.js').MapData;
  export default data;
}
